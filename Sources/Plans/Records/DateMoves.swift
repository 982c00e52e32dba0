public import Kernel
public import Storage

extension DateMove: Record {
    public static let table = Table("date_move", [
        "id", "version", "plan", "action", "kind", "from_on", "to_on", "because", "asked_on", "asked_by", "decided_on", "decided_by",
        "outcome", "answer",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        action = try row.next()
        kind = try row.next()
        from = try row.next()
        to = try row.next()
        because = try row.next()
        askedOn = try row.next()
        askedBy = try row.next()
        decidedOn = try row.next()
        decidedBy = try row.next()
        outcome = try row.next()
        answer = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, plan, action, kind, from, to, because, askedOn, askedBy, decidedOn, decidedBy, outcome, answer)
    }
}

extension DateMove.Kind: Stored {}
extension AskedOutcome: Stored {}

extension Session {
    /// The day an action is promised for, with all that was asked and agreed until a day.
    public func dueDay(of action: Action, on day: Day) throws -> DueDay {
        DueDay(action, try all(DateMove.self, "WHERE action = \(action.id) ORDER BY id"), on: day)
    }

    /// - Throws: `move-not-found`
    public func move(_ id: ID<DateMove>, of action: Action) throws -> DateMove {
        try first(
            DateMove.self, "WHERE id = \(id) AND action = \(action.id)",
            or: Refusal.missing("move-not-found", "For action \(action.reference) no such day was asked for."))
    }
}
