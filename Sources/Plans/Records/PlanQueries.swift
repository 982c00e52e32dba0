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
        guard let action = try actions(
            "WHERE plan = \(plan.id) AND reference_key = \(reference.lowercased())"
        ).first else {
            throw Refusal.missing("action-not-found", "\(plan.title) has no action “\(reference.prefix(60))”.")
        }
        return action
    }

    /// Actions with their owners, by a clause on the table `action`.
    public func actions(_ clause: SQL) throws -> [Action] {
        var actions = try all(Action.self, clause)
        let places = Dictionary(uniqueKeysWithValues: actions.enumerated().map { ($1.id, $0) })
        try each("SELECT action, party FROM action_owner WHERE action IN (SELECT id FROM action \(clause)) ORDER BY action, place") { row in
            let action: ID<Action> = try row.next()
            if let place = places[action] { actions[place].owners.append(try row.next()) }
        }
        return actions
    }

    /// Everything recorded about a plan.
    public func facts(of plan: Plan) throws -> PlanFacts {
        var facts = PlanFacts(
            plan: plan,
            findings: try all(Finding.self, "WHERE plan = \(plan.id) ORDER BY place, id"),
            actions: try actions("WHERE plan = \(plan.id) ORDER BY place, id"),
            milestones: try all(Milestone.self, "WHERE plan = \(plan.id) ORDER BY place, id"),
            updates: try all(ProgressUpdate.self, "WHERE plan = \(plan.id) ORDER BY as_of_on, id"),
            completions: try all(Completion.self, "WHERE plan = \(plan.id) ORDER BY id"),
            withdrawals: try all(Withdrawal.self, "WHERE plan = \(plan.id) ORDER BY id"))
        let named = Set(facts.actions.flatMap(\.owners) + [plan.sponsor].compactMap { $0 })
        facts.parties = try parties(named)
        return facts
    }

    /// All plans, each with its facts: those that end last come first.
    public func allFacts() throws -> [PlanFacts] {
        try all(Plan.self, "ORDER BY ends_on DESC, id DESC").map { try facts(of: $0) }
    }

    public func parties(_ ids: Set<ID<Party>>) throws -> [ID<Party>: Party] {
        let parties = try all(Party.self, "WHERE id IN (\(list: ids.sorted()))")
        return Dictionary(uniqueKeysWithValues: parties.map { ($0.id, $0) })
    }
}
