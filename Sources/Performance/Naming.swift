import Kernel
public import Storage

extension Performance {
    /// Measures as other slices speak of them.
    public static let naming = [NamedKind(PerformanceMeasure.self, "Measures") { Name("\($0.reference): \($0.title)", at: ["performance", "measures", $0.reference.text]) }]
}
