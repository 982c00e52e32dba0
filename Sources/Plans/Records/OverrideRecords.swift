public import Kernel
public import Storage

extension Override: Record {
    public static let table = Table("standing_override", [
        "id", "version", "plan", "action", "colour", "because", "until_on", "asked_on", "asked_by", "decided_on", "decided_by", "outcome",
        "answer", "ended_on", "ended_by",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        action = try row.next()
        colour = try row.next()
        because = try row.next()
        until = try row.next()
        askedOn = try row.next()
        askedBy = try row.next()
        decidedOn = try row.next()
        decidedBy = try row.next()
        outcome = try row.next()
        answer = try row.next()
        endedOn = try row.next()
        endedBy = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, plan, action, colour, because, until, askedOn, askedBy, decidedOn, decidedBy, outcome, answer, endedOn, endedBy)
    }
}

extension Session {
    /// What was asked for to stand over an action's computed standing, as recorded.
    public func overrides(of action: Action) throws -> [Override] { try all(Override.self, "WHERE action = \(action.id) ORDER BY id") }

    /// - Throws: `override-not-found`
    public func override(_ id: ID<Override>, of action: Action) throws -> Override {
        try first(
            Override.self, "WHERE id = \(id) AND action = \(action.id)",
            or: Refusal.missing("override-not-found", "For action \(action.reference) no such standing was asked for."))
    }
}
