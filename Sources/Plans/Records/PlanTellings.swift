import Kernel
import People
public import Storage

extension Plans {
    /// Plans as papers tell of them.
    public static func tellings(keeping kept: KeptPlans) -> [TellingKind] {
        [TellingKind(Plan.self) { session, id in
            guard let plan = try session.find(id) else { return nil }
            let (facts, entered) = (try kept.shelf.facts(of: plan, session).facts, try session.entered(plan))
            return Teller { query in
                let account = PlanAccount(
                    try session.facts(of: plan, now: facts, asKnownAt: query.asKnownAt), from: query.from, to: query.to, next: query.next,
                    report: query.report, entered: entered)
                guard query.isDrawn else { return account.telling }
                var (telling, drawn) = together({ account.telling }, { (account.course, account.slips) })
                (telling.course, telling.slips) = drawn
                return telling
            } compare: { day, size in
                try session.differences(of: plan, now: facts, on: day, asKnownAt: size)
            }
        }]
    }
}

extension Session {
    /// The day on which a plan came on record, whatever days its facts have.
    func entered(_ plan: Plan) throws -> Day? { try Journal(self).first(aboutAnyOf: [plan.subject])?.day }

    /// A plan's facts as known after so many entries, or those of now where none are named.
    func facts(of plan: Plan, now: PlanFacts, asKnownAt size: Int64?) throws -> PlanFacts {
        guard let earlier = try size.map({ try known(plan, at: $0) }), !earlier.isNothing else { return now }
        return try facts(of: plan, earlier)
    }

    /// How a plan on a day as it is known now differs from what was known of it then, a line each.
    func differences(of plan: Plan, now: PlanFacts, on day: Day, asKnownAt size: Int64) throws -> [Telling.Line] {
        let earlier = try known(plan, at: size)
        guard !earlier.isNothing else { return [] }
        return PlanAccount(before: PlanView(try facts(of: plan, earlier), on: day), now: PlanView(now, on: day)).differences
    }
}
