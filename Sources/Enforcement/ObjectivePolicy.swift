import Kernel
public import People

/// Who may do what with the enforcement policy, its objectives and what is stated of years.
public enum ObjectivePolicy {
    public static let reads = Permission("Everyone who is signed in reads the enforcement policy and how it is kept.") { !$0.roles.isEmpty }

    public static let keeps = Permission("A manager or an administrator keeps the enforcement policy, its objectives and what is stated of years.") {
        $0.holds(anyOf: .manager, .administrator)
    }
}
