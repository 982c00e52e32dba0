import Kernel
public import Storage

extension Notice: Record {
    static let articleTable = ListTable("notice_article", of: "notice", item: "article")
    static let stepTable = ListTable("notice_step", of: "notice", item: "step")
    static let recipientTable = ListTable("notice_recipient", of: "notice", item: "recipient")
    public static let table = Table("notice", [
        "id", "version", "reference", "reference_key", "enforcement_case", "type", "substance", "grounds", "alters_premises", "for_workers_only", "immediate",
        "effective_on", "comply_by", "text", "drafted_on", "made_by",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        enforcementCase = try row.next()
        type = try row.next()
        (articles, steps, recipients) = ([], [], [])
        substance = try row.next()
        grounds = try row.next()
        altersPremises = try row.next()
        isForWorkersOnly = try row.next()
        isImmediate = try row.next()
        effective = try row.next()
        complyBy = try row.next()
        text = try row.next()
        drafted = try row.next()
        by = try row.next()
    }

    public var values: [Value] {
        Value.row(
            id, version, reference, reference.key, enforcementCase, type, substance, grounds, altersPremises, isForWorkersOnly, isImmediate, effective,
            complyBy, text, drafted, by)
    }

    public static func all(_ clause: SQL, _ session: Session) throws -> [Notice] {
        var notices = try session.rows(of: Notice.self, clause, with: \.articles, from: articleTable)
        let places = Dictionary(uniqueKeysWithValues: notices.enumerated().map { ($1.id, $0) })
        func each<Item: Stored>(_ list: WritableKeyPath<Notice, [Item]>, _ table: SQL, _ column: SQL) throws {
            try session.each("SELECT notice, \(column) FROM \(table) WHERE notice IN (SELECT id FROM notice \(clause)) ORDER BY notice, place") { row in
                let id: ID<Notice> = try row.next()
                if let place = places[id] { notices[place][keyPath: list].append(try row.next()) }
            }
        }
        try each(\.steps, "notice_step", "step")
        try each(\.recipients, "notice_recipient", "recipient")
        return notices
    }
}

extension Work {
    /// Keeps what a notice has several of.
    func saveLists(of notice: Notice) throws {
        try save(notice.articles, of: notice.id, in: Notice.articleTable)
        try save(notice.steps, of: notice.id, in: Notice.stepTable)
        try save(notice.recipients, of: notice.id, in: Notice.recipientTable)
    }
}

extension NoticeType: Stored {}

extension NoticeStep: Stored {
    public var stored: Value { .text(written) }
    public static func read(_ row: Row, _ column: Int) throws -> NoticeStep {
        let text = try String.read(row, column)
        return NoticeStep(written: text) ?? NoticeStep(nil, text)
    }
}

extension NoticeRecipient: Stored {
    public var stored: Value { .text(written) }
    public static func read(_ row: Row, _ column: Int) throws -> NoticeRecipient {
        let text = try String.read(row, column)
        return NoticeRecipient(written: text) ?? NoticeRecipient(text)
    }
}

extension NoticeEvent: Record {
    public static let table = Table("notice_event", [
        "id", "version", "notice", "kind", "happened_on", "who", "recipient", "method", "consultee", "outcome", "satisfied", "until_on", "note", "made_by", "recorded_on", "struck",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        notice = try row.next()
        kind = try row.next()
        on = try row.next()
        who = try row.next()
        recipient = try row.next()
        method = try row.next()
        consultee = try row.next()
        outcome = try row.next()
        satisfied = try row.next()
        until = try row.next()
        note = try row.next()
        by = try row.next()
        recorded = try row.next()
        struck = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, notice, kind, on, who, recipient, method, consultee, outcome, satisfied, until, note, by, recorded, struck)
    }
}

extension NoticeEvent.Kind: Stored {}
extension NoticeEvent.Method: Stored {}
extension NoticeEvent.Consultee: Stored {}
extension NoticeHistory.Appeal.Outcome: Stored {}

extension NoticeDocument: Record {
    public static let table = Table("notice_document", ["id", "version", "notice", "content", "sha256", "frozen_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        notice = try row.next()
        content = try row.next()
        sha256 = try row.next()
        frozen = try row.next()
    }

    public var values: [Value] { Value.row(id, version, notice, content, sha256, frozen) }
}
