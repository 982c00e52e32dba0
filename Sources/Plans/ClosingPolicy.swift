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
}
