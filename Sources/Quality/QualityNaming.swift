import Kernel
public import Storage

extension Quality {
    /// Checks, calibrations and reports as other slices speak of them.
    public static let naming = [
        NamedKind(QualityCheck.self, "Quality checks") { Name("\($0.reference), check of \($0.workReference)", at: ["quality", "checks", $0.reference.text]) },
        NamedKind(RemedialAction.self, "Remedial actions") { Name("Remedial action \($0.id): \($0.what.asOneLine.prefix(80))", at: ["quality", "remedials", "\($0.id)"]) },
        NamedKind(Calibration.self, "Calibrations") { Name("\($0.reference), calibration on \($0.workReference)", at: ["quality", "calibrations", $0.reference.text]) },
        NamedKind(QualityReport.self, "Quality reports") { Name("Quality report, \($0.period.words)", at: ["quality", "reports", $0.period.frequency.rawValue, $0.period.code]) },
    ]

    /// What claims of other slices can rest on: a report that was signed, with the criteria that did not pass as often as they did then.
    public static let stating = [
        FigureKind(QualityReport.self) { "Quality report, \($0.period.words)" } stated: { report, session in
            guard let signed = report.signed else { return nil }
            return FigureDay(since: signed, QualityReportView(report.period, report, computed: report.lines, on: signed).stated)
        } now: { report, day, session in
            let view = try session.qualityReportView(report.period, on: day)
            return view.signedOn == nil ? nil : view.stated
        },
    ]
}

extension QualityReportView {
    /// How many of the checks that were due are done by it, as it was signed, and whether it still says what the records say.
    fileprivate var stated: StatedFigure {
        StatedFigure(
            value: nil, written: "\(lines.first { $0.code == "checks-done" }?.written ?? "None") checks done",
            standing: isStale ? "\(moved.count) of its \(counted(lines.count, "line")) moved since it was signed" : nil)
    }
}
