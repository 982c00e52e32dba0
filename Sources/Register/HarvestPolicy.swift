import Kernel
public import People

/// Who may do what with the other services whose registers are shown here.
public enum HarvestPolicy {
    public static let keeps = Permission("A manager or an administrator says which other services’ registers are shown here.") {
        $0.holds(anyOf: .manager, .administrator)
    }

    public static let reads = Permission("Everyone who is signed in sees which other services’ registers are shown here, and how that went.") { !$0.roles.isEmpty }
}
