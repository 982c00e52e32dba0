import Kernel
public import Storage

extension Plans {
    /// What a plan's closing is called: a board decides about it, and a paper tells of it.
    public static let closureNaming = [
        NamedKind(PlanClosure.self, "Closings of plans", offered: "outcome IS NULL OR outcome = 'agreed'", all: { closures, session in
            let plans = try session.byNumber(Plan.self, Set(closures.map(\.plan)))
            return closures.map { closure in
                let plan = plans[closure.plan]
                let end = closure.isAgreed ? closure.decidedOn.map { "closed on \($0)" } : nil
                return Name("Closing of \(plan?.title ?? "a plan"), \(end ?? "proposed on \(closure.askedOn)")", at: ["plans", plan?.reference.text ?? "", "closure"])
            }
        }),
    ]

    /// The closing of plans as papers tell of it.
    ///
    /// - Parameter naming: what the board's decision is called by.
    public static func closureTellings(_ naming: Naming, keeping kept: KeptPlans) -> [TellingKind] {
        [TellingKind(PlanClosure.self) { session, id in
            guard let closure = try session.find(id), let plan = try session.find(closure.plan) else { return nil }
            let now = try kept.shelf.facts(of: plan, session).facts
            return Teller { query in
                let facts = try session.facts(of: plan, now: now, asKnownAt: query.asKnownAt)
                let report = try session.closureReport(PlanView(facts, on: query.to), naming)
                return ClosureTelling(proposal: closure, report: report, account: PlanAccount(facts, from: query.from, to: query.to, next: query.next)).telling
            } compare: { day, size in
                try session.differences(of: plan, now: now, on: day, asKnownAt: size)
            }
        }]
    }
}
