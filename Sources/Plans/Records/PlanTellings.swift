import Kernel
import People
public import Storage

extension Plans {
    /// Plans as papers tell of them.
    public static let tellings = [
        TellingKind(Plan.self) { session, id, query in
            guard let plan = try session.find(id) else { return nil }
            let facts = try query.asKnownAt.map { try session.facts(of: plan, asKnownAt: $0) } ?? session.facts(of: plan)
            let account = PlanAccount(facts, from: query.from, to: query.to, next: query.next)
            var telling = account.telling
            telling.course = account.course
            telling.slips = account.slips
            return telling
        } compare: { session, id, day, size in
            guard let plan = try session.find(id) else { return [] }
            return try session.differences(of: plan, on: day, asKnownAt: size)
        },
    ]
}

extension Session {
    /// How a plan on a day as it is known now differs from what was known of it then, a line each.
    func differences(of plan: Plan, on day: Day, asKnownAt size: Int64) throws -> [Telling.Line] {
        let earlier = try known(plan, at: size)
        guard !earlier.isNothing else { return [] }
        let (then, now) = (try facts(of: plan, earlier), try facts(of: plan))
        return PlanAccount(before: PlanView(then, on: day), now: PlanView(now, on: day)).differences
    }
}
