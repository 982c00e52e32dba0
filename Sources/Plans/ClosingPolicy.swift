public import Kernel
public import People

/// Who measures, verifies and closes.
extension PlanPolicy {
    /// - Parameters:
    ///   - owners: of the action that is measured, or of those that answer the finding that is.
    ///   - parties: for whom the actor acts on the day.
    public static func readsMeasure(ownedBy owners: [ID<Party>], actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("A measure is read by the owners of what it measures, or by a manager.") { actor in
            actor.holds(anyOf: .manager, .administrator) || actor.holds(.owner) && owners.contains(where: parties.contains)
        }
    }

    /// - Parameters:
    ///   - owners: whoever owns the action or ever owned it.
    ///   - parties: for whom the actor acts, or has acted since the action is in its plan.
    public static func verifies(_ completion: Completion?, ownedBy owners: Set<ID<Party>>, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("A manager or an approver verifies that an action is done, and never one who owns it or ever owned it, nor whoever recorded it as done.") { actor in
            actor.holds(anyOf: .manager, .administrator, .approver) && !(completion.map { actor.isSame(as: $0.by) } ?? false)
                && owners.isDisjoint(with: parties)
        }
    }

    public static let takesBackAcceptance = Permission("A manager or an approver takes back that an action was verified.") {
        $0.holds(anyOf: .manager, .administrator, .approver)
    }

    /// - Parameter owners: whoever owns or ever owned the action, or those that answer the finding.
    public static func closesNotImplemented(ownedBy owners: Set<ID<Party>>, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("An approver decides that something is closed without being implemented, and never about what is their own or was.") { actor in
            actor.holds(.approver) && owners.isDisjoint(with: parties)
        }
    }

    public static let reopensNotImplemented = Permission("An approver reopens what was closed without being implemented.") { $0.holds(.approver) }

    /// - Parameter closure: nil where nobody has proposed one.
    public static func closes(_ closure: PlanClosure?) -> Permission {
        Permission("An approver closes a plan, and never one whose closure they proposed themselves.") { actor in
            actor.holds(.approver) && !(closure.map { actor.isSame(as: $0.askedBy) } ?? false)
        }
    }

    /// - Parameters:
    ///   - owners: who looks after what is left.
    ///   - parties: for whom the actor acts on the day.
    public static func looksAgain(after owners: [ID<Party>], actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("What a closed plan left behind is looked at again by whoever looks after it, or by a manager.") { actor in
            actor.holds(anyOf: .manager, .administrator) || actor.holds(.owner) && owners.contains(where: parties.contains)
        }
    }

    public static let reopensPlan = Permission("An approver reopens a closed plan.") { $0.holds(.approver) }
}
