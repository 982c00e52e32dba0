public import Kernel
public import Storage

extension Dependency: Record {
    public static let table = Table("dependency", [
        "id", "version", "plan", "action", "awaited_plan", "awaited", "note", "since_on", "made_by", "ended_on", "ended_by",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        action = try row.next()
        awaitedPlan = try row.next()
        awaited = try row.next()
        note = try row.next()
        since = try row.next()
        by = try row.next()
        endedOn = try row.next()
        endedBy = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, plan, action, awaitedPlan, awaited, note, since, by, endedOn, endedBy)
    }
}

extension Session {
    /// - Throws: `dependency-not-found`
    public func dependency(_ id: ID<Dependency>, of action: Action) throws -> Dependency {
        try first(
            Dependency.self, "WHERE id = \(id) AND action = \(action.id)",
            or: Refusal.missing("dependency-not-found", "Action \(action.reference) has no such dependency."))
    }

    /// What each action waits for now, in every plan.
    func waits() throws -> [ID<Action>: [ID<Action>]] {
        let pairs: [(ID<Action>, ID<Action>)] = try rows("SELECT action, awaited FROM dependency WHERE ended_on IS NULL ORDER BY id") { row in
            (try row.next(), try row.next())
        }
        return Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) }
    }

    /// The far ends of a plan's dependencies, by plan, with what decides when they are done.
    func farEnds(of dependencies: [Dependency], from plan: ID<Plan>, _ earlier: KnownEarlier) throws -> [PlanFacts] {
        let wanted = dependencies.farEnds(from: plan)
        guard !wanted.isEmpty else { return [] }
        let ends = try all(Action.self, "WHERE id IN (\(list: wanted.sorted())) ORDER BY plan, place, id", earlier).inPlaces(\.place)
        let actions = Dictionary(grouping: ends, by: \.plan)
        return try earlier.records(byNumber(Plan.self, Set(actions.keys)).values.sorted { $0.id < $1.id }).map { other in
            let own = actions[other.id] ?? []
            let (ids, findings) = (own.map(\.id).sorted(), Set(own.map(\.finding)).sorted())
            var closing = ClosingFacts()
            closing.notImplemented = try all(
                NotImplemented.self, "WHERE plan = \(other.id) AND (action IN (\(list: ids)) OR finding IN (\(list: findings))) ORDER BY id", earlier)
            return PlanFacts(
                plan: other, actions: own,
                updates: try all(ProgressUpdate.self, "WHERE plan = \(other.id) AND action IN (\(list: ids)) AND forecast_on IS NOT NULL ORDER BY as_of_on, id", earlier),
                completions: try all(Completion.self, "WHERE action IN (\(list: ids)) ORDER BY id", earlier),
                withdrawals: try all(Withdrawal.self, "WHERE plan = \(other.id) AND (action IN (\(list: ids)) OR finding IN (\(list: findings))) ORDER BY id", earlier),
                moves: try all(DateMove.self, "WHERE action IN (\(list: ids)) ORDER BY id", earlier), closing: closing)
        }
    }
}

extension Array {
    /// In their places, those of one place as they were recorded.
    func inPlaces(_ place: (Element) -> Int) -> [Element] where Element: Record {
        sorted { (place($0), $0.id) < (place($1), $1.id) }
    }
}

extension [Dependency] {
    /// The actions of other plans that a plan's dependencies lead to.
    func farEnds(from plan: ID<Plan>) -> Set<ID<Action>> {
        Set(flatMap { [($0.plan, $0.action), ($0.awaitedPlan, $0.awaited)] }.filter { $0.0 != plan }.map(\.1))
    }
}
