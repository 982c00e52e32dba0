import Kernel
public import Storage

extension Concern: Record {
    public static let table = Table(ReviewPart.concern.rawValue, [
        "id", "version", "review", "kind", "words", "question", "issued_on", "accelerated", "fixed_due_on", "fixed_by", "answer",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        review = try row.next()
        kind = try row.next()
        words = try row.next()
        question = try row.next()
        issuedOn = try row.next()
        isAccelerated = try row.next()
        fixedDue = try row.next()
        fixedBy = try row.next()
        answer = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, review, kind, words, question, issuedOn, isAccelerated, fixedDue, fixedBy, answer)
    }
}

extension Submission: Record {
    public static let table = Table(ReviewPart.submission.rawValue, ["id", "version", "concern", "submitted_on", "plan", "words"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        concern = try row.next()
        on = try row.next()
        plan = try row.next()
        words = try row.next()
    }

    public var values: [Value] { Value.row(id, version, concern, on, plan, words) }
}

extension Retraction: Record {
    public static let table = Table("review_retraction", ["id", "version", "review", "part", "retracted_on", "because", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        review = try row.next()
        part = try row.next()
        on = try row.next()
        because = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, review, part, on, because, by) }
}
