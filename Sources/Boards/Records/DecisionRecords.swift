import Kernel
public import Storage

extension Decision: Record {
    static let aboutTable = ListTable("decision_subject", of: "decision", item: "subject")
    public static let table = Table("decision", [
        "id", "version", "board", "meeting", "item", "outcome", "words", "conditions", "conditions_due_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        board = try row.next()
        meeting = try row.next()
        item = try row.next()
        outcome = try row.next()
        words = try row.next()
        conditions = try row.next()
        conditionsDue = try row.next()
        about = []
    }

    public var values: [Value] { Value.row(id, version, board, meeting, item, outcome, words, conditions, conditionsDue) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [Decision] {
        try session.rows(of: Decision.self, clause, with: \.about, from: aboutTable)
    }
}

extension Decision.Outcome: Stored {}

extension Strike: Record {
    public static let table = Table("strike", ["id", "version", "decision", "struck_on", "because", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        decision = try row.next()
        on = try row.next()
        because = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, decision, on, because, by) }
}
