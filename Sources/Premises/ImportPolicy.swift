import Kernel
public import People

/// Who may take whole files into the gazetteer.
public enum ImportPolicy {
    public static let imports = Permission("A manager or an administrator takes files of premises, since one changes very many at once.") {
        $0.holds(anyOf: .manager, .administrator)
    }
}
