import Kernel
public import Storage

extension Performance {
    /// Measures as other slices speak of them, and reports that were signed.
    public static let naming = [
        NamedKind(PerformanceMeasure.self, "Measures") { Name("\($0.reference): \($0.title)", at: ["performance", "measures", $0.reference.text]) },
        NamedKind(PerformanceReport.self, "Performance reports", offered: "signed_on IS NOT NULL", all: { reports, _ in
            reports.map { Name("Performance report, \($0.period.words)", at: ["performance", "reports", $0.frequency.rawValue, $0.period.code]) }
        }),
    ]
}
