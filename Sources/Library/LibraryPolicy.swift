public import Kernel
public import People

/// Who may do what with the documents register.
public enum LibraryPolicy {
    public static let reads = Permission("Everyone who is signed in reads the documents register.") { !$0.roles.isEmpty }

    public static let keeps = Permission(
        "A manager or an administrator keeps the documents register: what is in it, its versions and what is withdrawn."
    ) {
        $0.holds(anyOf: .manager, .administrator)
    }

    /// - Parameter parties: for whom the actor acts on the day of the review.
    public static func reviews(_ document: ControlledDocument, actingFor parties: Set<ID<Party>>) -> Permission {
        Permission("\(document.title) is reviewed by its owner, or by a manager.") { actor in
            actor.holds(anyOf: .manager, .administrator) || actor.holds(.owner) && (document.owner.map(parties.contains) ?? false)
        }
    }
}
