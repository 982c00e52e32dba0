import Kernel
import People
public import Storage

extension Session {
    /// Everything recorded about a plan, as it was known when the journal had so many entries.
    ///
    /// Names of people are those of now.
    public func facts(of plan: Plan, asKnownAt size: Int64) throws -> PlanFacts { try facts(of: plan).asKnown(Journal(self).known(within: plan.subject, at: size)) }
}

extension PlanFacts {
    /// These facts with what changed since put back to what it was.
    func asKnown(_ earlier: KnownEarlier) throws -> PlanFacts {
        guard !earlier.isNothing else { return self }
        var facts = self
        facts.plan = try earlier.records([plan]).first ?? plan
        facts.findings = try earlier.records(findings).stablySorted { $0.place }
        facts.actions = try earlier.records(actions).stablySorted { $0.place }
        facts.milestones = try earlier.records(milestones).stablySorted { $0.place }
        facts.updates = try earlier.records(updates)
        facts.completions = try earlier.records(completions)
        facts.withdrawals = try earlier.records(withdrawals)
        facts.moves = try earlier.records(moves)
        facts.measures = try earlier.records(measures)
        facts.readings = try earlier.records(readings)
        facts.evidence = try earlier.records(evidence)
        facts.looks = try earlier.records(looks)
        return facts
    }
}

extension Plans {
    /// Plans as papers tell of them.
    public static let tellings = [
        TellingKind(Plan.self) { session, id, query in
            guard let plan = try session.find(id) else { return nil }
            let facts = try query.asKnownAt.map { try session.facts(of: plan, asKnownAt: $0) } ?? session.facts(of: plan)
            return PlanAccount(facts, from: query.from, to: query.to, next: query.next).telling
        } compare: { session, id, day, size in
            guard let plan = try session.find(id) else { return [] }
            let now = try session.facts(of: plan)
            let then = try now.asKnown(Journal(session).known(within: plan.subject, at: size))
            return PlanAccount(before: PlanView(then, on: day), now: PlanView(now, on: day)).differences
        },
    ]
}
