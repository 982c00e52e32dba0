public import Kernel
public import Storage

/// What has its own place in a plan and can be taken out of it: a finding, or an action that answers one.
public protocol PlanItem: Record {
    var plan: ID<Plan> { get }
    var reference: Reference { get }
    var text: String { get }
    /// Its place among its like, from 1.
    var place: Int { get set }
    /// The finding that it answers, and goes with; nil where it is one itself.
    var answered: ID<Finding>? { get }
    /// Selects those among which it has its place.
    var line: SQL { get }

    /// - Throws: `finding-not-found`, `action-not-found`
    static func named(_ reference: String, in plan: Plan, _ session: Session) throws -> Self
    func withdrawal(_ id: ID<Withdrawal>, on day: Day, because: String) -> Withdrawal
    /// What is said to who would change it while it is out of the plan.
    func refusal(withdrawnOn day: Day) -> Refusal
}

extension PlanItem {
    /// `finding` or `action`: its table, and the column of a withdrawal that names it.
    public static var noun: String { table.name }
}

extension Finding: PlanItem {
    public var answered: ID<Finding>? { nil }
    public var line: SQL { "plan = \(plan)" }

    public static func named(_ reference: String, in plan: Plan, _ session: Session) throws -> Finding {
        try session.finding(reference, in: plan)
    }

    public func withdrawal(_ id: ID<Withdrawal>, on day: Day, because: String) -> Withdrawal {
        Withdrawal(id: id, plan: plan, finding: self.id, on: day, because: because)
    }

    public func refusal(withdrawnOn day: Day) -> Refusal {
        .conflict("finding-withdrawn", "Finding \(reference) was withdrawn on \(day). Put it back first.")
    }
}

extension Action: PlanItem {
    public var answered: ID<Finding>? { finding }
    public var line: SQL { "finding = \(finding)" }

    public static func named(_ reference: String, in plan: Plan, _ session: Session) throws -> Action {
        try session.action(reference, in: plan)
    }

    public func withdrawal(_ id: ID<Withdrawal>, on day: Day, because: String) -> Withdrawal {
        Withdrawal(id: id, plan: plan, action: self.id, on: day, because: because)
    }

    public func refusal(withdrawnOn day: Day) -> Refusal {
        .conflict("action-withdrawn", "Action \(reference) was withdrawn on \(day). Put it back first.")
    }
}
