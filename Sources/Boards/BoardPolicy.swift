import Kernel
public import People
import Storage

/// Who may do what with boards.
public enum BoardPolicy {
    public static let reads = Permission("Everyone who is signed in reads what boards do.") { !$0.roles.isEmpty }

    public static let keeps = Permission(
        "A manager or an administrator keeps boards: who sits on them, when they meet and what they decide."
    ) {
        $0.holds(anyOf: .manager, .administrator)
    }

    /// Whoever has a link reads what a board does, so a program would open more than its scopes by one.
    public static let letsGuestsIn = Permission("""
        A link for guests is made by a manager or an administrator who is signed in, or by the operator at the command line, and opens only as long as whoever \
        made it may make one.
        """) {
        $0.through == nil && $0.holds(anyOf: .manager, .administrator)
    }

    public static let keepsGuests = Permission("A manager or an administrator sees which guests read along with a board and what was done to their links, and ends those.") {
        $0.holds(anyOf: .manager, .administrator)
    }

    /// The kind of record whose entries the history of a board leaves out; nil for whoever may see all.
    static func hidden(from actor: Actor) -> String? { keepsGuests.allows(actor) ? nil : GuestLink.table.name }
}
