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

    public static let letsGuestsIn = Permission(
        "A manager or an administrator makes a link by which somebody outside reads what one board does, and ends it."
    ) {
        $0.holds(anyOf: .manager, .administrator)
    }
}
