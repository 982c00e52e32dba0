public import Kernel
import People
public import Storage

extension Session {
    /// The verification of an action that holds.
    func acceptance(of action: Action) throws -> Acceptance? {
        try first(Acceptance.self, "WHERE action = \(action.id) AND taken_back_on IS NULL")
    }

    /// The closure by which a plan is closed.
    func closure(of plan: ID<Plan>) throws -> PlanClosure? {
        try first(PlanClosure.self, "WHERE plan = \(plan) AND outcome = 'agreed' AND reopened_on IS NULL")
    }

    /// The closure that is proposed and not decided.
    public func proposedClosure(of plan: Plan) throws -> PlanClosure? {
        try first(PlanClosure.self, "WHERE plan = \(plan.id) AND decided_on IS NULL")
    }

    /// What was recorded of the closing of plans, by plan.
    func closingFacts(_ which: SQL, _ earlier: KnownEarlier) throws -> [ID<Plan>: ClosingFacts] {
        var facts: [ID<Plan>: ClosingFacts] = [:]
        for one in try all(Acceptance.self, which + " ORDER BY id", earlier) { facts[one.plan, default: ClosingFacts()].acceptances.append(one) }
        for one in try all(InspectorateClosure.self, which + " ORDER BY id", earlier) { facts[one.plan, default: ClosingFacts()].inspectorate.append(one) }
        for one in try all(NotImplemented.self, which + " ORDER BY id", earlier) { facts[one.plan, default: ClosingFacts()].notImplemented.append(one) }
        for one in try all(PlanClosure.self, which + " ORDER BY id", earlier) { facts[one.plan, default: ClosingFacts()].closures.append(one) }
        for one in try all(ClosureItem.self, which + " ORDER BY id", earlier) { facts[one.plan, default: ClosingFacts()].items.append(one) }
        for one in try all(ClosureFinding.self, which + " ORDER BY id", earlier) { facts[one.plan, default: ClosingFacts()].findings.append(one) }
        for one in try all(ClosureLook.self, which + " ORDER BY id", earlier) { facts[one.plan, default: ClosingFacts()].looks.append(one) }
        return facts
    }

    /// Where the actions of a plan go on that were carried forward, or are to be, by action.
    public func carried(_ items: [ClosureItem]) throws -> [ID<Action>: ClosureReport.Carried] {
        let plans = try byNumber(Plan.self, Set(items.compactMap(\.onto)))
        let actions = try byNumber(Action.self, Set(items.compactMap(\.carriedAs)))
        let parties = try byNumber(Party.self, Set(items.compactMap(\.owner)))
        var carried: [ID<Action>: ClosureReport.Carried] = [:]
        for item in items {
            guard let plan = item.onto.flatMap({ plans[$0] }) else { continue }
            carried[item.action] = ClosureReport.Carried(
                plan: plan.reference.text, planTitle: plan.title, action: item.carriedAs.flatMap { actions[$0]?.reference.text },
                owner: item.owner.flatMap { parties[$0]?.name }, due: item.due)
        }
        return carried
    }

    /// The action of another plan that an action was carried forward from, with that plan.
    public func origin(of action: Action) throws -> (plan: Plan, action: Action, item: ClosureItem)? {
        guard let item = try first(ClosureItem.self, "WHERE carried_as = \(action.id) ORDER BY id DESC"),
              let plan = try find(item.plan), let origin = try find(item.action) else { return nil }
        return (plan, origin, item)
    }

    /// The report of a plan's closing as on a day.
    ///
    /// - Parameter naming: what the board's decision is called by.
    public func closureReport(of plan: Plan, on day: Day, _ naming: Naming) throws -> ClosureReport {
        try closureReport(PlanView(facts(of: plan), on: day), naming)
    }

    func closureReport(_ view: PlanView, _ naming: Naming) throws -> ClosureReport {
        let day = view.day
        let closure = view.facts.closing.closure(on: day) ?? view.facts.closing.proposed(on: day)
        let carried = try carried(view.facts.closing.items.filter { $0.closure == closure?.id })
        let decision = try closure?.decision.flatMap { try naming.names(of: [$0], self)[$0] }
        return ClosureReport(view, carried: carried, decision: decision.map { ($0.words, $0.address) })
    }
}

extension Session {
    /// What boards decided about a plan and what is in it, the latest first.
    ///
    /// - Parameter naming: what decisions are called by, and `mentions` says which of them are about the plan.
    public func decisions(about view: PlanView, _ naming: Naming, _ mentions: Mentions) throws -> [(subject: Subject, name: Name)] {
        try offeredDecisions(about: view, naming, mentions).about.things
    }

    /// What may be named as the decision that closed a plan: what boards decided about it and what is in it, and then what they decided last
    /// of anything else.
    func offeredDecisions(about view: PlanView, _ naming: Naming, _ mentions: Mentions) throws -> (about: Naming.Group, others: Naming.Group) {
        let about = Set(try mentions.about(view.subjects, on: view.day, self).flatMap(\.mentions).map(\.address))
        let all = Array(try naming.all(self, of: ["decision"]).reversed())
        return (
            Naming.Group("About this plan", all.filter { about.contains($0.name.address) }),
            Naming.Group("Of something else", Array(all.filter { !about.contains($0.name.address) }.prefix(Naming.mostOffered))))
    }
}

extension PlanFacts {
    /// What is on record of the closing of an action, for its history.
    func closing(_ action: Action) -> [Subject] {
        closing.acceptances.filter { $0.action == action.id }.map(\.subject) + closing.notImplemented.filter { $0.action == action.id }.map(\.subject)
            + closing.items.filter { $0.action == action.id }.map(\.subject)
    }
}

extension Session {
    /// The closure that waits to be decided.
    ///
    /// - Throws: `no-closure-proposed`
    /// - Parameter shown: the number of the proposal that somebody decides about, where they say which.
    func waitingClosure(of plan: Plan, shown: Int? = nil) throws -> PlanClosure {
        guard let closure = try proposedClosure(of: plan) else {
            throw Refusal.missing("no-closure-proposed", "Nobody proposes to close \(plan.title).")
        }
        if let shown, Int64(shown) != closure.id.number {
            throw Refusal.conflict("closure-out-of-date", "The proposal that you read was taken back, and another is made. Read that one, then decide.")
        }
        return closure
    }
}
