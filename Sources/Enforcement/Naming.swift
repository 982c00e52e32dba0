import Kernel
import Premises
public import Storage

extension Enforcement {
    /// Cases and notices as other slices speak of them.
    public static let naming = [
        NamedKind(EnforcementCase.self, "Cases") { Name("\($0.reference): \($0.title)", at: ["enforcement", "cases", $0.reference.text]) },
        NamedKind(Notice.self, "Notices") { Name("\($0.reference), \($0.type.words.lowercased())", at: ["enforcement", "notices", $0.reference.text]) },
    ]
}
