import Kernel
public import People

/// Who may do what with the programmes of years.
public enum ProgrammePolicy {
    public static let reads = Permission("An inspecting officer, an approver, a manager or an administrator reads the programmes of years.") {
        $0.holds(anyOf: .officer, .approver, .manager, .administrator)
    }

    public static let keeps = Permission("A manager or an administrator keeps the programme of a year: its objectives, its officers’ time, its plans, and when audits are planned from them.") {
        $0.holds(anyOf: .manager, .administrator)
    }

    /// A second person: never whoever made it.
    public static func adopts(_ plan: YearPlan) -> Permission {
        Permission("An approver adopts the plan of a year, and never one that they made themselves.") { actor in
            actor.holds(.approver) && (actor.person == nil || !actor.isSame(as: plan.by))
        }
    }
}
