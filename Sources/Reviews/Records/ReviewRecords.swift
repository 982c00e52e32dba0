import Kernel
public import Storage

extension Reviews {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(Review.self), RecordKind(Judgment.self), RecordKind(Concern.self), RecordKind(Recommendation.self),
        RecordKind(Submission.self), RecordKind(Retraction.self),
    ]
}

extension Review: Record {
    static let visitTable = ListTable("review_visit", of: "review", item: "days")
    static let documentTable = ListTable("review_document", of: "review", item: "subject")
    public static let table = Table("review", [
        "id", "version", "reference", "reference_key", "title", "kind", "reviewer", "round", "scope", "commissioned_on", "reported_on",
        "other_documents", "plan",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        title = try row.next()
        kind = try row.next()
        reviewer = try row.next()
        round = try row.next()
        scope = try row.next()
        commissionedOn = try row.next()
        reportedOn = try row.next()
        otherDocuments = try row.next()
        plan = try row.next()
        visits = []
        documents = []
    }

    public var values: [Value] {
        Value.row(id, version, reference, reference.key, title, kind, reviewer, round, scope, commissionedOn, reportedOn, otherDocuments, plan)
    }

    public static func all(_ clause: SQL, _ session: Session) throws -> [Review] {
        var reviews = try session.rows(of: Review.self, clause, with: \.visits, from: visitTable)
        let documents = try Dictionary(uniqueKeysWithValues: session.rows(of: Review.self, clause, with: \.documents, from: documentTable).map {
            ($0.id, $0.documents)
        })
        for place in reviews.indices { reviews[place].documents = documents[reviews[place].id] ?? [] }
        return reviews
    }
}

extension Review.Kind: Stored {}
extension VisitDays: Stored {}
extension Grade: Stored {}
extension Concern.Kind: Stored {}

extension Judgment: Record {
    public static let table = Table(ReviewPart.judgment.rawValue, ["id", "version", "review", "question", "grade", "words"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        review = try row.next()
        question = try row.next()
        grade = try row.next()
        words = try row.next()
    }

    public var values: [Value] { Value.row(id, version, review, question, grade, words) }
}

extension Recommendation: Record {
    public static let table = Table(ReviewPart.recommendation.rawValue, [
        "id", "version", "review", "reference", "reference_key", "words", "concern", "due_on", "answer",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        review = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        words = try row.next()
        concern = try row.next()
        due = try row.next()
        answer = try row.next()
    }

    public var values: [Value] { Value.row(id, version, review, reference, reference.key, words, concern, due, answer) }
}
