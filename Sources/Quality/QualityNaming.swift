import Kernel
public import Storage

extension Quality {
    /// Checks as other slices speak of them.
    public static let naming = [
        NamedKind(QualityCheck.self, "Quality checks") { Name("\($0.reference), check of \($0.workReference)", at: ["quality", "checks", $0.reference.text]) },
        NamedKind(RemedialAction.self, "Remedial actions") { Name("Remedial action \($0.id): \($0.what.asOneLine.prefix(80))", at: ["quality", "remedials", "\($0.id)"]) },
    ]
}
