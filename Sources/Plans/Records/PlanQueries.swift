public import Kernel
public import People
public import Storage

extension Session {
    /// - Throws: `plan-not-found`
    public func plan(_ reference: String) throws -> Plan {
        guard let plan = try first(Plan.self, "WHERE reference_key = \(reference.lowercased())") else {
            throw Refusal.missing("plan-not-found", "There is no plan “\(reference.prefix(60))”. The list of plans shows those there are.")
        }
        return plan
    }

    /// - Throws: `finding-not-found`
    public func finding(_ reference: String, in plan: Plan) throws -> Finding {
        guard let finding = try first(
            Finding.self, "WHERE plan = \(plan.id) AND reference_key = \(reference.lowercased())"
        ) else {
            throw Refusal.missing("finding-not-found", "\(plan.title) has no finding “\(reference.prefix(60))”.")
        }
        return finding
    }

    /// - Throws: `action-not-found`
    public func action(_ reference: String, in plan: Plan) throws -> Action {
        guard let action = try first(
            Action.self, "WHERE plan = \(plan.id) AND reference_key = \(reference.lowercased())"
        ) else {
            throw Refusal.missing("action-not-found", "\(plan.title) has no action “\(reference.prefix(60))”.")
        }
        return action
    }

    /// - Throws: `milestone-not-found`
    public func milestone(_ id: ID<Milestone>, of action: Action) throws -> Milestone {
        guard let milestone = try first(Milestone.self, "WHERE id = \(id) AND action = \(action.id)") else {
            throw Refusal.missing("milestone-not-found", "Action \(action.reference) has no such milestone.")
        }
        return milestone
    }

    /// - Throws: `withdrawal-not-found`
    public func withdrawal(_ id: ID<Withdrawal>, in plan: Plan) throws -> Withdrawal {
        guard let withdrawal = try first(Withdrawal.self, "WHERE id = \(id) AND plan = \(plan.id)") else {
            throw Refusal.missing("withdrawal-not-found", "\(plan.title) has no such withdrawal.")
        }
        return withdrawal
    }

    /// The last time that a finding or an action was taken out of its plan.
    ///
    /// - Throws: `not-withdrawn`
    public func lastWithdrawal<Item: PlanItem>(of item: Item) throws -> Withdrawal {
        guard let withdrawal = try first(Withdrawal.self, "WHERE \(Item.table) = \(item.id) ORDER BY id DESC") else {
            throw Refusal.conflict("not-withdrawn", "\(Item.noun.capitalisedFirst) \(item.reference) is not withdrawn.")
        }
        return withdrawal
    }

    /// Everything recorded about a plan.
    public func facts(of plan: Plan) throws -> PlanFacts {
        try facts(of: [plan], "WHERE plan = \(plan.id)")[0]
    }

    /// All plans, each with its facts: those that end last come first. It takes as many queries as one plan does.
    public func allFacts() throws -> [PlanFacts] {
        try facts(of: try all(Plan.self, "ORDER BY ends_on DESC, id DESC"), "")
    }

    private func facts(of plans: [Plan], _ which: SQL) throws -> [PlanFacts] {
        let findings = Dictionary(grouping: try all(Finding.self, which + " ORDER BY place, id"), by: \.plan)
        let actions = Dictionary(grouping: try all(Action.self, which + " ORDER BY place, id"), by: \.plan)
        let milestones = Dictionary(grouping: try all(Milestone.self, which + " ORDER BY place, id"), by: \.plan)
        let updates = Dictionary(grouping: try all(ProgressUpdate.self, which + " ORDER BY as_of_on, id"), by: \.plan)
        let completions = Dictionary(grouping: try all(Completion.self, which + " ORDER BY id"), by: \.plan)
        let withdrawals = Dictionary(grouping: try all(Withdrawal.self, which + " ORDER BY id"), by: \.plan)
        let moves = Dictionary(grouping: try all(DateMove.self, which + " ORDER BY id"), by: \.plan)
        let parties = try parties(Set(plans.compactMap(\.sponsor) + actions.values.joined().flatMap(\.owners)))
        return plans.map { plan in
            PlanFacts(
                plan: plan, findings: findings[plan.id] ?? [], actions: actions[plan.id] ?? [],
                milestones: milestones[plan.id] ?? [], updates: updates[plan.id] ?? [],
                completions: completions[plan.id] ?? [], withdrawals: withdrawals[plan.id] ?? [], moves: moves[plan.id] ?? [], parties: parties)
        }
    }

    /// The name of a plan's sponsor.
    func sponsor(of plan: Plan) throws -> String? { try plan.sponsor.flatMap { try find($0) }?.name }

    /// The names of an action's owners, the lead's first.
    func owners(of action: Action) throws -> [String] {
        let parties = try parties(Set(action.owners))
        return action.owners.compactMap { parties[$0]?.name }
    }

    /// Those with these numbers, by number.
    public func parties(_ ids: Set<ID<Party>>) throws -> [ID<Party>: Party] {
        let parties = try all(Party.self, "WHERE id IN (\(list: ids.sorted()))")
        return Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0) })
    }
}
