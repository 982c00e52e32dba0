public import Kernel
public import People

/// Who may do what with plans.
public enum PlanPolicy {
    public static let reads = Permission("Everyone who is signed in reads every plan.") { !$0.roles.isEmpty }

    public static let keeps = Permission(
        "A manager or an administrator begins, imports, edits, reorders and withdraws what is in plans."
    ) {
        $0.holds(anyOf: .manager, .administrator)
    }

    /// - Parameter parties: for whom the actor acts on the day of the report.
    public static func reports(on action: Action, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission(reported(action.reference)) { actor in
            actor.holds(anyOf: .manager, .administrator)
                || actor.holds(.owner) && action.owners.contains(where: parties.contains)
        }
    }

    /// Asked before a file that comes with an update is read; whose action it is, is asked when the update is kept.
    static func sendsUpdates(on action: String) -> Permission {
        Permission(reported(action)) { $0.holds(anyOf: .owner, .manager, .administrator) }
    }

    private static func reported(_ action: some CustomStringConvertible) -> String {
        "Progress on action \(action) is reported by its owners, or by a manager."
    }

    /// Asked before a file is read; whose action it is, is asked when the file is kept.
    static func sendsEvidence<Item: PlanItem>(of type: Item.Type) -> Permission {
        guard Item.noun == Action.noun else { return keeps }
        return Permission("Evidence for an action is put there by its owners, or by a manager.") { $0.holds(anyOf: .owner, .manager, .administrator) }
    }

    public static func decides(_ move: DateMove) -> Permission {
        Permission("An approver decides whether a day moves, and never one that they asked for themselves.") { actor in
            actor.holds(.approver) && !actor.isSame(as: move.askedBy)
        }
    }

    public static func takesBack(_ move: DateMove) -> Permission {
        Permission("Whoever asked for another day takes that back, or a manager does.") { actor in
            actor.holds(anyOf: .manager, .administrator) || actor.isSame(as: move.askedBy)
        }
    }

    public static func decides(_ override: Override) -> Permission {
        Permission("An approver decides whether another standing is set, and never one that they asked for themselves.") { actor in
            actor.holds(.approver) && !actor.isSame(as: override.askedBy)
        }
    }

    public static func ends(_ override: Override) -> Permission {
        Permission("Whoever asked for another standing takes that back or ends it, or a manager or an approver does.") { actor in
            actor.holds(anyOf: .manager, .administrator, .approver) || actor.isSame(as: override.askedBy)
        }
    }
}
