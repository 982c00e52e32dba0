import Kernel
public import People

/// Who may do what with reviews.
public enum ReviewPolicy {
    public static let reads = Permission("Everyone who is signed in reads reviews, what they judged and what they asked for.") { !$0.roles.isEmpty }

    public static let keeps = Permission(
        "A manager or an administrator keeps reviews: what they looked at, judged and asked for, and when a plan was submitted."
    ) {
        $0.holds(anyOf: .manager, .administrator)
    }
}
