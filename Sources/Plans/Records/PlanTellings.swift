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
            let earlier = try session.known(plan, at: size)
            guard !earlier.isNothing else { return [] }
            let (then, now) = (try session.facts(of: plan, earlier), try session.facts(of: plan))
            return PlanAccount(before: PlanView(then, on: day), now: PlanView(now, on: day)).differences
        },
    ]
}
