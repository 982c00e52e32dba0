import Kernel

/// One thing in which something differs between two views of its plan.
enum Aspect: Hashable, Sendable {
    /// It is in the plan in one of the two only; nothing more is compared then.
    case presence
    case completion
    /// By whom it was verified that it is done.
    case verification
    /// It was closed without being done, by itself or with its finding.
    case notImplemented
    /// What was decided about it when the plan was closed; of a plan or a finding, how it is closed.
    case closing
    /// The inspectorate closed it.
    case inspectorate
    /// The day in force.
    case due
    /// What is asked for and waits to be decided: another day; of a plan, to close it.
    case request
    /// What was set over the computed standing.
    case override
    /// What is asked for to be set over it and waits to be decided.
    case overrideRequest
    /// The day on which its owner expects it, while it is open in both.
    case forecast
    case updates
    /// Which pieces of evidence hold.
    case evidence
    /// The colour, whatever the reasons.
    case standing
    case owners
    /// How it is worded, and what else was edited about it.
    case wording
    /// A milestone is there in one only, reached in one only, or worded otherwise.
    case milestone(ID<Milestone>)
    /// It waits in one only, or what it waits for holds it up in one only.
    case wait(ID<Dependency>)
    case need(ID<Need>)
    /// A measure is watched in one only, was read again, or is worded otherwise; or it fell after what it belongs to was closed.
    case measure(ID<SuccessMeasure>)

    static func differing(_ before: ActionView?, _ now: ActionView?) -> Set<Aspect> {
        guard let before, let now else { return before == nil && now == nil ? [] : [.presence] }
        var differing: Set<Aspect> = []
        func compare<Value: Equatable>(_ aspect: Aspect, _ value: (ActionView) -> Value) { if value(before) != value(now) { differing.insert(aspect) } }
        compare(.completion) { $0.completion?.id }
        compare(.verification) { $0.closing.acceptance?.id }
        compare(.notImplemented) { $0.closing.notImplemented?.id }
        compare(.closing) { $0.closing.item?.id }
        compare(.due, \.due)
        compare(.request) { $0.dueDay.open?.id }
        compare(.override) { $0.override?.id }
        compare(.overrideRequest) { $0.openOverride?.id }
        if before.completion == nil, now.completion == nil { compare(.forecast, \.forecast) }
        if !before.updates.lazy.map(\.id).elementsEqual(now.updates.lazy.map(\.id)) { differing.insert(.updates) }
        compare(.evidence) { $0.evidence.holding.map(\.evidence.id) }
        compare(.standing, \.standing.colour)
        // Most actions are the same on both days.
        if before.action != now.action {
            compare(.owners, \.action.owners)
            compare(.wording) { [$0.action.reference.text, $0.action.text, $0.action.dueWritten, $0.action.successMeasure, $0.action.finding.description] }
        }
        differing.formUnion(keys(before.milestones, now.milestones, \.id) { [$0.text, $0.due?.iso, $0.reachedOn?.iso] }.map { .milestone($0) })
        differing.formUnion(keys(before.waits, now.waits, \.link.dependency.id, \.isHeldUp).map { .wait($0) })
        differing.formUnion(keys(before.needs, now.needs, \.id, \.said).map { .need($0) })
        return differing
    }

    static func differing(_ before: FindingView?, _ now: FindingView?) -> Set<Aspect> {
        guard let before, let now else { return before == nil && now == nil ? [] : [.presence] }
        var differing: Set<Aspect> = []
        func compare<Value: Equatable>(_ aspect: Aspect, _ value: (FindingView) -> Value) { if value(before) != value(now) { differing.insert(aspect) } }
        compare(.closing, \.closing.state)
        compare(.inspectorate) { $0.closing.inspectorate?.id }
        compare(.evidence) { $0.evidence.holding.map(\.evidence.id) }
        compare(.wording) { [$0.finding.reference.text, $0.finding.text, $0.finding.fullText, $0.finding.kind.rawValue] }
        return differing
    }

    /// Of the plan itself.
    static func differing(_ before: PlanView, _ now: PlanView) -> Set<Aspect> {
        var differing: Set<Aspect> = []
        func compare<Value: Equatable>(_ aspect: Aspect, _ value: (PlanView) -> Value) { if value(before) != value(now) { differing.insert(aspect) } }
        compare(.closing) { $0.facts.closing.closure(on: $0.day)?.id }
        compare(.request) { $0.facts.closing.proposed(on: $0.day)?.id }
        compare(.wording, \.facts.plan.said)
        return differing
    }

    static func differing(_ before: [WatchedMeasure], _ now: [WatchedMeasure]) -> Set<Aspect> {
        Set(keys(before, now, \.view.measure.id, \.said).map { .measure($0) })
    }

    /// Which of some things are in one list only, or say something else in the other.
    private static func keys<Item, Key: Hashable, Said: Equatable>(_ before: [Item], _ now: [Item], _ key: (Item) -> Key, _ said: (Item) -> Said) -> Set<Key> {
        guard !before.isEmpty || !now.isEmpty else { return [] }
        let (was, holds) = (Dictionary(before.map { (key($0), said($0)) }) { $1 }, Dictionary(now.map { (key($0), said($0)) }) { $1 })
        return Set(was.keys).union(holds.keys).filter { was[$0] != holds[$0] }
    }
}

extension Plan {
    /// What was entered of it.
    var said: [String?] { [title, kind.rawValue, source, period.from.iso, period.through.iso, sponsor?.description, rules.rawValue] }
}

extension Need {
    /// What was entered of it.
    var said: [String?] { [text, oneOff.exact, yearly.exact, fte.exact, from?.iso, through?.iso, isFunded ? "funded" : nil, note] }
}
