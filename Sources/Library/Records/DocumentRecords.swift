import Kernel
public import Storage

extension Library {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(ControlledDocument.self), RecordKind(DocumentVersion.self), RecordKind(DocumentReview.self),
        RecordKind(DocumentWithdrawal.self),
    ]
}

extension ControlledDocument: Record {
    static let answerTable = ListTable("document_answer", of: "document", item: "subject")
    public static let table = Table("document", [
        "id", "version", "reference", "reference_key", "title", "kind", "purpose", "owner", "first_review_on", "since_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        title = try row.next()
        kind = try row.next()
        purpose = try row.next()
        owner = try row.next()
        answers = []
        firstReview = try row.next()
        since = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, reference, reference.key, title, kind, purpose, owner, firstReview, since)
    }

    public static func all(_ clause: SQL, _ session: Session) throws -> [ControlledDocument] {
        try session.rows(of: ControlledDocument.self, clause, with: \.answers, from: answerTable)
    }
}

extension ControlledDocument.Kind: Stored {}

extension DocumentVersion: Record {
    public static let table = Table("document_version", [
        "id", "version", "document", "label", "label_key", "in_force_on", "change", "link", "attachment", "next_review_on", "since_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        document = try row.next()
        label = try row.next()
        _ = try row.next() as String
        inForce = try row.next()
        change = try row.next()
        link = try row.next()
        file = try row.next()
        nextReview = try row.next()
        since = try row.next()
    }

    public var values: [Value] { Value.row(id, version, document, label, key, inForce, change, link, file, nextReview, since) }
}

extension DocumentReview: Record {
    public static let table = Table("document_review", ["id", "version", "document", "reviewed_on", "outcome", "note", "next_on", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        document = try row.next()
        on = try row.next()
        outcome = try row.next()
        note = try row.next()
        next = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, document, on, outcome, note, next, by) }
}

extension DocumentReview.Outcome: Stored {}

extension DocumentWithdrawal: Record {
    public static let table = Table("document_withdrawal", [
        "id", "version", "document", "withdrawn_on", "because", "successor", "made_by", "restored_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        document = try row.next()
        on = try row.next()
        because = try row.next()
        successor = try row.next()
        by = try row.next()
        restoredOn = try row.next()
    }

    public var values: [Value] { Value.row(id, version, document, on, because, successor, by, restoredOn) }
}
