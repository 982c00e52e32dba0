import Kernel

/// One thing in which an action differs between two views of its plan.
enum Aspect: Hashable, Sendable {
    /// It is in the plan in one of the two only; nothing more is compared then.
    case presence
    case completion
    /// The day in force.
    case due
    /// What is asked for and waits to be decided.
    case request
    /// The day on which its owner expects it, while it is open in both.
    case forecast
    case updates
    /// Which pieces of evidence hold.
    case evidence
    /// The colour, whatever the reasons.
    case standing
    /// A milestone is there in one only, or reached in one only.
    case milestone(ID<Milestone>)

    static func differing(_ before: ActionView?, _ now: ActionView?) -> Set<Aspect> {
        guard let before, let now else { return before == nil && now == nil ? [] : [.presence] }
        var differing: Set<Aspect> = []
        if before.completion?.id != now.completion?.id { differing.insert(.completion) }
        if before.due != now.due { differing.insert(.due) }
        if before.dueDay.open?.id != now.dueDay.open?.id { differing.insert(.request) }
        if before.completion == nil, now.completion == nil, before.forecast != now.forecast { differing.insert(.forecast) }
        if before.updates.map(\.id) != now.updates.map(\.id) { differing.insert(.updates) }
        if before.evidence.holding.map(\.evidence.id) != now.evidence.holding.map(\.evidence.id) { differing.insert(.evidence) }
        if before.standing.colour != now.standing.colour { differing.insert(.standing) }
        let was = Dictionary(uniqueKeysWithValues: before.milestones.map { ($0.id, $0.reachedOn) })
        let holds = Dictionary(uniqueKeysWithValues: now.milestones.map { ($0.id, $0.reachedOn) })
        for id in Set(was.keys).union(holds.keys) where was[id] != holds[id] { differing.insert(.milestone(id)) }
        return differing
    }
}
