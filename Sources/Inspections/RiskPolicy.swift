import Kernel
public import People

/// Who may do what with the risk method and with what is known of premises by it.
public enum RiskPolicy {
    public static let reads = Permission("Everyone who is signed in reads the risk method, how premises score and why.") { !$0.roles.isEmpty }

    public static let keeps = Permission("A manager or an administrator keeps editions of the risk method and adopts them.") {
        $0.holds(anyOf: .manager, .administrator)
    }

    public static let marks = Permission("An inspecting officer, a manager or an administrator puts markers on premises and notes compliance that was found before.") {
        $0.holds(anyOf: .officer, .manager, .administrator)
    }
}
