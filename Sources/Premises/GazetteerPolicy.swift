import Kernel
public import People

/// Who may do what with premises and with those who answer for them.
public enum GazetteerPolicy {
    public static let reads = Permission("Everyone who is signed in reads what is on record of premises, and who answers for them.") { !$0.roles.isEmpty }

    public static let keeps = Permission("An inspecting officer, a manager or an administrator keeps premises and who answers for them.") {
        $0.holds(anyOf: .officer, .manager, .administrator)
    }

    /// Serving somebody takes it, and nobody else's work does.
    public static let seesContact = Permission(
        "An inspecting officer, a manager or an administrator sees where a duty holder is served and how they are reached."
    ) {
        $0.holds(anyOf: .officer, .manager, .administrator)
    }
}
