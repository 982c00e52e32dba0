import Kernel
public import People

/// Who may do what with boards.
public enum BoardPolicy {
    public static let reads = Permission("Everyone who is signed in reads what boards do.") { !$0.roles.isEmpty }

    public static let keeps = Permission(
        "A manager or an administrator keeps boards: who sits on them, when they meet and what they decide."
    ) {
        $0.holds(anyOf: .manager, .administrator)
    }
}
