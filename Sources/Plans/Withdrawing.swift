import Kernel
import People
public import Storage

/// Taking findings and actions out of a plan, for a reason, and putting them back. A finding takes its actions along.
extension Plans {
    /// - Throws: `not-allowed`, `finding-withdrawn`
    @discardableResult
    public func withdraw(_ finding: Finding, of plan: Plan, because: String, _ work: Work) throws -> Withdrawal {
        try PlanPolicy.keeps.check(work.actor)
        try refuseWithdrawn(finding: finding, work)
        return try work.add("withdrew the finding", in: plan.subject) { id in
            Withdrawal(id: id, plan: plan.id, finding: finding.id, on: work.today, because: because)
        }
    }

    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`
    @discardableResult
    public func withdraw(_ action: Action, of plan: Plan, because: String, _ work: Work) throws -> Withdrawal {
        try PlanPolicy.keeps.check(work.actor)
        try refuseWithdrawn(action: action, work)
        return try work.add("withdrew the action", in: plan.subject) { id in
            Withdrawal(id: id, plan: plan.id, action: action.id, on: work.today, because: because)
        }
    }

    /// Puts back from today what was withdrawn. An action whose finding is withdrawn shows again when the finding does.
    ///
    /// - Throws: `not-allowed`, `already-restored`, `changed-meanwhile`
    @discardableResult
    public func restore(_ withdrawal: Withdrawal, in plan: Plan, _ work: Work) throws -> Withdrawal {
        try PlanPolicy.keeps.check(work.actor)
        if let day = withdrawal.restoredOn {
            throw Refusal.conflict("already-restored", "This was put back on \(day) already.")
        }
        var changed = withdrawal
        changed.restoredOn = work.today
        return try work.change(withdrawal.finding == nil ? "put back the action" : "put back the finding", changed, in: plan.subject)
    }

    func withdrawnFindings(in plan: Plan, _ work: Work) throws -> Set<ID<Finding>> {
        Set(try work.session.column("SELECT finding FROM withdrawal WHERE plan = \(plan.id) AND finding IS NOT NULL AND restored_on IS NULL"))
    }

    func withdrawnActions(in plan: Plan, _ work: Work) throws -> Set<ID<Action>> {
        Set(try work.session.column("SELECT action FROM withdrawal WHERE plan = \(plan.id) AND action IS NOT NULL AND restored_on IS NULL"))
    }

    func refuseWithdrawn(finding: Finding, _ work: Work) throws {
        if let gone = try work.session.first(Withdrawal.self, "WHERE finding = \(finding.id) AND restored_on IS NULL") {
            throw Refusal.conflict("finding-withdrawn", "Finding \(finding.reference) was withdrawn on \(gone.on). Put it back first.")
        }
    }

    func refuseWithdrawn(action: Action, _ work: Work) throws {
        if let gone = try work.session.first(Withdrawal.self, "WHERE action = \(action.id) AND restored_on IS NULL") {
            throw Refusal.conflict("action-withdrawn", "Action \(action.reference) was withdrawn on \(gone.on). Put it back first.")
        }
        if let finding = try work.session.find(action.finding) { try refuseWithdrawn(finding: finding, work) }
    }
}
