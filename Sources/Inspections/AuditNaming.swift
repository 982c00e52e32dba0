import Kernel
public import Storage

extension AuditRecords {
    /// Audits as other slices speak of them.
    public static let naming = [
        NamedKind(Audit.self, "Audits") { Name("\($0.reference), \($0.kind.words.lowercased())", at: ["audits", $0.reference.text]) },
    ]
}
