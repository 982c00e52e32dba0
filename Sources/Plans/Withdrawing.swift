import Kernel
import People
public import Storage

/// Taking findings and actions out of a plan, for a reason, and putting them back. A finding takes its actions along.
extension Plans {
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`
    @discardableResult
    public func withdraw<Item: PlanItem>(_ item: Item, of plan: Plan, because: String, _ work: Work) throws -> Withdrawal {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        try refuseWithdrawn(item, work)
        return try work.add("withdrew the \(Item.noun)", in: plan.subject) { item.withdrawal($0, on: work.today, because: because) }
    }

    /// Puts back from today what was withdrawn. An action whose finding is withdrawn shows again when the finding does.
    ///
    /// - Throws: `not-allowed`, `already-restored`, `changed-meanwhile`
    @discardableResult
    public func restore(_ withdrawal: Withdrawal, in plan: Plan, _ work: Work) throws -> Withdrawal {
        try PlanPolicy.keeps.check(work.actor)
        try refuseClosed(plan, work)
        if let day = withdrawal.restoredOn {
            throw Refusal.conflict("already-restored", "This was put back on \(day) already.")
        }
        var changed = withdrawal
        changed.restoredOn = work.today
        return try work.change("put back the \(withdrawal.finding == nil ? Action.noun : Finding.noun)", changed, in: plan.subject)
    }

    func withdrawn<Item: PlanItem>(_ type: Item.Type, in plan: ID<Plan>, _ work: Work) throws -> Set<ID<Item>> {
        Set(try work.session.column(
            "SELECT \(Item.table) FROM withdrawal WHERE plan = \(plan) AND \(Item.table) IS NOT NULL AND restored_on IS NULL"))
    }

    func refuseWithdrawn<Item: PlanItem>(_ item: Item, _ work: Work) throws {
        if let gone = try work.session.first(Withdrawal.self, "WHERE \(Item.table) = \(item.id) AND restored_on IS NULL") {
            throw item.refusal(withdrawnOn: gone.on)
        }
        if let finding = try item.answered.flatMap({ try work.session.find($0) }) { try refuseWithdrawn(finding, work) }
    }
}
