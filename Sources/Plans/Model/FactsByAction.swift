import Kernel

/// What was ever recorded of each action of a plan, put together once for all the days on which it is looked at.
final class RecordsByAction: Sendable {
    /// By the day they speak of, then as recorded.
    let updates: [ID<Action>: [ProgressUpdate]]
    let completions: [ID<Action>: [Completion]]
    let moves: [ID<Action>: [DateMove]]
    let milestones: [ID<Action>: [Milestone]]
    let overrides: [ID<Action>: [Override]]
    let needs: [ID<Action>: [Need]]

    init(_ facts: PlanFacts) {
        updates = Dictionary(grouping: facts.updates, by: \.action)
        completions = Dictionary(grouping: facts.completions, by: \.action)
        moves = Dictionary(grouping: facts.moves, by: \.action)
        milestones = Dictionary(grouping: facts.milestones, by: \.action)
        overrides = Dictionary(grouping: facts.overrides, by: \.action)
        needs = Dictionary(grouping: facts.needs, by: \.action)
    }
}

/// What holds of each action of a plan on a day.
struct FactsByAction {
    let day: Day
    let withdrawnFindings: Set<ID<Finding>>
    let withdrawnActions: Set<ID<Action>>
    private let records: RecordsByAction
    private let withdrawals: [Withdrawal]
    private let notImplemented: [NotImplemented]

    init(_ facts: PlanFacts, on day: Day, _ records: RecordsByAction? = nil) {
        self.day = day
        self.records = records ?? RecordsByAction(facts)
        withdrawals = facts.withdrawals.filter { $0.holds(on: day) }
        notImplemented = facts.closing.notImplemented.filter { $0.holds(on: day) }
        withdrawnFindings = Set(withdrawals.compactMap(\.finding))
        withdrawnActions = Set(withdrawals.compactMap(\.action))
    }

    func completion(of action: Action) -> Completion? { records.completions[action.id]?.last { $0.holds(on: day) } }
    func due(of action: Action) -> DueDay { DueDay(action, records.moves[action.id] ?? [], on: day) }
    /// What had been said by the day, oldest first.
    func updates(of action: Action) -> ArraySlice<ProgressUpdate> { records.updates[action.id]?.prefix { $0.asOf <= day } ?? [] }
    /// The latest day that an owner named.
    func forecast(of action: Action) -> Day? { updates(of: action).last { $0.forecast != nil }?.forecast }
    func milestones(of action: Action) -> [Milestone] { records.milestones[action.id]?.compactMap { $0.isThere(on: day) ? $0.on(day) : nil } ?? [] }
    func overrides(of action: Action) -> [Override] { records.overrides[action.id]?.compactMap { $0.askedOn <= day ? $0.on(day) : nil } ?? [] }
    func needs(of action: Action) -> [Need] { records.needs[action.id]?.compactMap { $0.holds(on: day) ? $0.on(day) : nil } ?? [] }

    /// The day it went out of the plan, by itself or with its finding.
    func withdrawnOn(_ action: Action) -> Day? {
        withdrawals.filter { $0.action == action.id || $0.finding == action.finding }.map(\.on).min()
    }

    /// The day it was closed without being done, by itself or with its finding.
    func closedOn(_ action: Action) -> Day? {
        notImplemented.filter { $0.action == action.id || $0.finding == action.finding }.map(\.on).min()
    }
}

/// Both ends of the dependencies that hold on a day, each as seen from the other.
struct LinkedActions {
    /// What an action waits for.
    private(set) var awaited: [ID<Action>: [LinkedAction]] = [:]
    /// What waits for an action.
    private(set) var waiting: [ID<Action>: [LinkedAction]] = [:]

    init(_ facts: PlanFacts, _ own: FactsByAction, on day: Day) {
        let holding = facts.dependencies.filter { $0.holds(on: day) }
        guard !holding.isEmpty else { return }
        let plans = [(facts, own)] + facts.others.map { ($0, FactsByAction($0, on: day)) }
        let ends = Set(holding.flatMap { [$0.action, $0.awaited] })
        var known: [ID<Action>: (Plan, FactsByAction, Action)] = [:]
        for (facts, seen) in plans {
            for action in facts.actions where ends.contains(action.id) { known[action.id] = (facts.plan, seen, action) }
        }
        func end(_ id: ID<Action>, of dependency: Dependency) -> LinkedAction? {
            known[id].map { plan, seen, action in
                let done = seen.completion(of: action)
                return LinkedAction(
                    dependency: dependency, plan: plan, action: action, due: seen.due(of: action).inForce,
                    forecast: done == nil ? seen.forecast(of: action) : nil, doneOn: done?.on, withdrawnOn: seen.withdrawnOn(action),
                    closedOn: done == nil ? seen.closedOn(action) : nil)
            }
        }
        for dependency in holding {
            if let other = end(dependency.awaited, of: dependency) { awaited[dependency.action, default: []].append(other) }
            if let other = end(dependency.action, of: dependency) { waiting[dependency.awaited, default: []].append(other) }
        }
    }
}
