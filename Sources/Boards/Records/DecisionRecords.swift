import Kernel
public import Storage

/// What it is about stands in a table of its own, so that one can ask what was decided about a thing; whoever reads a
/// decision has it with it.
extension Decision: Record {
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
        var decisions = try session.rows(of: Decision.self, clause)
        let places = Dictionary(uniqueKeysWithValues: decisions.enumerated().map { ($1.id, $0) })
        try session.each("""
            SELECT decision, subject FROM decision_subject WHERE decision IN (SELECT id FROM decision \(clause)) ORDER BY decision, place
            """) { row in
            let decision: ID<Decision> = try row.next()
            if let place = places[decision] { decisions[place].about.append(try row.next()) }
        }
        return decisions
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
