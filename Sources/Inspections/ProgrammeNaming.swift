import Kernel
public import Storage

extension ProgrammeRecords {
    /// Programmes as other slices speak of them.
    public static let naming = [
        NamedKind(Programme.self, "Programmes") { Name("\($0.reference), \($0.title.lowercased())", at: ["programme", $0.reference.text]) },
    ]
}
