public import Kernel
import People
public import Storage

extension Session {
    /// - Throws: `plan-not-found`
    public func plan(_ reference: String) throws -> Plan {
        try first(
            Plan.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("plan-not-found", "There is no plan “\(reference.prefix(60))”. The list of plans shows those there are."))
    }

    /// - Throws: `finding-not-found`
    public func finding(_ reference: String, in plan: Plan) throws -> Finding {
        try first(
            Finding.self, "WHERE plan = \(plan.id) AND reference_key = \(reference.lowercased())",
            or: Refusal.missing("finding-not-found", "\(plan.title) has no finding “\(reference.prefix(60))”."))
    }

    /// - Throws: `action-not-found`
    public func action(_ reference: String, in plan: Plan) throws -> Action {
        try first(
            Action.self, "WHERE plan = \(plan.id) AND reference_key = \(reference.lowercased())",
            or: Refusal.missing("action-not-found", "\(plan.title) has no action “\(reference.prefix(60))”."))
    }

    /// - Throws: `milestone-not-found`
    public func milestone(_ id: ID<Milestone>, of action: Action) throws -> Milestone {
        try first(
            Milestone.self, "WHERE id = \(id) AND action = \(action.id)",
            or: Refusal.missing("milestone-not-found", "Action \(action.reference) has no such milestone."))
    }

    /// - Throws: `withdrawal-not-found`
    public func withdrawal(_ id: ID<Withdrawal>, in plan: Plan) throws -> Withdrawal {
        try first(
            Withdrawal.self, "WHERE id = \(id) AND plan = \(plan.id)",
            or: Refusal.missing("withdrawal-not-found", "\(plan.title) has no such withdrawal."))
    }

    /// The completion by which an action is recorded as done; nil while it is open.
    func completion(of action: Action) throws -> Completion? {
        try first(Completion.self, "WHERE action = \(action.id) AND reopened_on IS NULL")
    }

    /// The last time that a finding or an action was taken out of its plan.
    ///
    /// - Throws: `not-withdrawn`
    public func lastWithdrawal<Item: PlanItem>(of item: Item) throws -> Withdrawal {
        try first(
            Withdrawal.self, "WHERE \(Item.table) = \(item.id) ORDER BY id DESC",
            or: Refusal.conflict("not-withdrawn", "\(Item.noun.capitalisedFirst) \(item.reference) is not withdrawn."))
    }

    /// Everything recorded about a plan.
    public func facts(of plan: Plan) throws -> PlanFacts { try facts(of: plan, KnownEarlier()) }

    /// Everything recorded about a plan, as it was known when the journal had so many entries.
    ///
    /// Names of people are those of now.
    public func facts(of plan: Plan, asKnownAt size: Int64) throws -> PlanFacts { try facts(of: plan, known(plan, at: size)) }

    /// What was known earlier of a plan, and of those that its actions wait for or that wait for them.
    func known(_ plan: Plan, at size: Int64) throws -> KnownEarlier {
        let linked: [ID<Plan>] = try column("""
            SELECT awaited_plan FROM dependency WHERE plan = \(plan.id) AND awaited_plan <> \(plan.id)
            UNION SELECT plan FROM dependency WHERE awaited_plan = \(plan.id) AND plan <> \(plan.id)
            """)
        return try Journal(self).known(within: [plan.subject] + linked.map(Plan.subject), at: size)
    }

    /// - Parameter earlier: of the plan and those it is linked with.
    func facts(of plan: Plan, _ earlier: KnownEarlier) throws -> PlanFacts {
        let known = try earlier.records([plan]).first ?? plan
        // The records are asked for by their plan, which never changes.
        let whole = try facts(of: [known], "WHERE plan = \(plan.id)", "WHERE plan = \(plan.id) OR awaited_plan = \(plan.id)", earlier)[0]
        return try whole.joined(to: farEnds(of: whole.dependencies, from: plan.id, earlier))
    }

    /// All plans, each with its facts: those that end last come first. It takes as many queries as one plan does.
    public func allFacts() throws -> [PlanFacts] {
        let all = try facts(of: try all(Plan.self, "ORDER BY ends_on DESC, id DESC"), "", "")
        return all.map { whole in
            let wanted = whole.dependencies.farEnds(from: whole.plan.id)
            guard !wanted.isEmpty else { return whole }
            return whole.joined(to: all.filter { $0.plan.id != whole.plan.id }.map { $0.keeping(only: wanted) }.filter { !$0.actions.isEmpty }.stablySorted(by: \.plan.id))
        }
    }

    /// - Parameters:
    ///   - which: selects what belongs to the plans.
    ///   - linked: selects the dependencies that have an end in one of them.
    ///   - earlier: what is to be put back, of whatever is read here.
    private func facts(of plans: [Plan], _ which: SQL, _ linked: SQL, _ earlier: KnownEarlier = KnownEarlier()) throws -> [PlanFacts] {
        let findings = Dictionary(grouping: try all(Finding.self, which + " ORDER BY place, id", earlier).inPlaces(\.place), by: \.plan)
        let actions = Dictionary(grouping: try all(Action.self, which + " ORDER BY place, id", earlier).inPlaces(\.place), by: \.plan)
        let milestones = Dictionary(grouping: try all(Milestone.self, which + " ORDER BY place, id", earlier).inPlaces(\.place), by: \.plan)
        let updates = Dictionary(grouping: try all(ProgressUpdate.self, which + " ORDER BY as_of_on, id", earlier), by: \.plan)
        let completions = Dictionary(grouping: try all(Completion.self, which + " ORDER BY id", earlier), by: \.plan)
        let withdrawals = Dictionary(grouping: try all(Withdrawal.self, which + " ORDER BY id", earlier), by: \.plan)
        let moves = Dictionary(grouping: try all(DateMove.self, which + " ORDER BY id", earlier), by: \.plan)
        let closing = try closingFacts(which, earlier)
        let onward = closing.values.flatMap { $0.closures.map(\.onwardOwner) + $0.findings.compactMap(\.onwardOwner) + $0.items.compactMap(\.owner) }
        let measures = Dictionary(grouping: try all(SuccessMeasure.self, which + " ORDER BY id", earlier), by: \.plan)
        let readings = Dictionary(grouping: try all(MeasureReading.self, which + " ORDER BY id", earlier), by: \.plan)
        let evidence = Dictionary(grouping: try all(Evidence.self, which + " ORDER BY id", earlier), by: \.plan)
        let looks = Dictionary(grouping: try all(EvidenceLook.self, which + " ORDER BY id", earlier), by: \.plan)
        let courses = try courses(of: evidence.values.joined(), measures.values.joined(), readings.values.joined(), asKnownAt: earlier.size)
        let files = try byNumber(Attachment.self, Set(evidence.values.joined().compactMap(\.file)))
        let overrides = Dictionary(grouping: try all(Override.self, which + " ORDER BY id", earlier), by: \.plan)
        let dependencies = try all(Dependency.self, linked + " ORDER BY id", earlier)
        let needs = Dictionary(grouping: try all(Need.self, which + " ORDER BY id", earlier), by: \.plan)
        let asked: [any Asked] = Array(overrides.values.joined()) + closing.values.flatMap(\.closures)
        let verifiers = closing.values.flatMap { $0.acceptances.map(\.by) + $0.notImplemented.map(\.by) + $0.looks.map(\.by) }
        let setters = (asked.flatMap { [$0.askedBy, $0.decidedBy].compactMap(\.self) } + verifiers).compactMap(PlanFacts.party(behind:))
        let parties = try byNumber(Party.self, Set(plans.compactMap(\.sponsor) + actions.values.joined().flatMap(\.owners) + setters + onward))
        return plans.map { plan in
            var facts = PlanFacts(
                plan: plan, findings: findings[plan.id] ?? [], actions: actions[plan.id] ?? [],
                milestones: milestones[plan.id] ?? [], updates: updates[plan.id] ?? [],
                completions: completions[plan.id] ?? [], withdrawals: withdrawals[plan.id] ?? [], moves: moves[plan.id] ?? [],
                measures: measures[plan.id] ?? [], readings: readings[plan.id] ?? [], closing: closing[plan.id] ?? ClosingFacts(),
                overrides: overrides[plan.id] ?? [], dependencies: dependencies.filter { $0.plan == plan.id || $0.awaitedPlan == plan.id }, needs: needs[plan.id] ?? [], parties: parties)
            (facts.evidence, facts.looks) = (evidence[plan.id] ?? [], looks[plan.id] ?? [])
            facts.files = files
            facts.courses = courses
            return facts
        }
    }

    /// The name of a plan's sponsor.
    func sponsor(of plan: Plan) throws -> String? { try plan.sponsor.flatMap { try find($0) }?.name }

    /// The names of an action's owners, the lead's first.
    func owners(of action: Action) throws -> [String] {
        let parties = try byNumber(Party.self, Set(action.owners))
        return action.owners.compactMap { parties[$0]?.name }
    }

    /// What an action holds on a day, under the names of its form.
    func entries(of action: Action, on day: Day) throws -> [String: [String]] {
        action.entries(owners: try owners(of: action), due: try dueDay(of: action, on: day).inForce)
    }
}
