import Documents
import Kernel
import Web

/// A scorecard to take away: a row for each measure.
struct ScorecardExport {
    let card: Scorecard
    let lines: [ScorecardLine]

    static let columns = [
        "Measure", "Title", "Owner", "Period", "From", "Through", "Figure", "Unit", "Numerator", "Denominator", "Provisional", "Periods missing", "Target", "Standing", "Per cent from target",
        "Before", "Since before", "Year before", "Since year before", "Chart", "Signal", "Target by the chart",
    ]

    /// `scorecard 2026-03.csv`
    func name(as format: TableFile.Format) -> String { "scorecard \(card.period.code).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Scorecard, \(card.period.words)", tab: "Scorecard", header: ScorecardExport.columns, rows: lines.map { line in
            let (measure, figure, point) = (line.measure, line.judged.figure, line.chart.points.last)
            return [
                .text(measure.reference.text), .text(measure.title), .init(line.view.facts.owner), .text(card.period.words), .day(figure.from), .day(figure.through),
                .init(figure.value), .text(measure.unit), .init(figure.numerator), .init(figure.denominator), .text(figure.isProvisional ? "yes" : "no"), .number(Double(figure.missing.count)),
                .init(line.judged.target), .text(line.judged.standing.words), .init(line.judged.gap), .init(line.before.value), .text(line.sinceBefore.words), .init(line.yearBefore.value),
                .text(line.sinceYearBefore.words), .init(line.chart.isTooRare ? "Too rare for limits" : point?.variation.words), .init(line.chart.isTooRare ? nil : point?.signal?.words),
                .init(line.chart.isTooRare ? nil : line.chart.assurance?.words),
            ]
        }, on: card.day).bytes(as: format)
    }
}

/// The values of a measure to take away, with those that were revised.
struct ValueExport {
    let view: PerformanceView

    static let columns = ["Measure", "Period", "From", "Through", "Numerator", "Denominator", "Figure", "Unit", "Standing", "Counts", "Target", "Mean", "Lower limit", "Upper limit", "Signal", "Recorded", "Note"]

    /// `PM-01 2026-04-06.csv`
    func name(as format: TableFile.Format) -> String { "\(view.measure.reference) \(view.day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: view.measure.title, tab: "Values", header: ValueExport.columns, rows: rows, on: view.day).bytes(as: format)
    }

    private var rows: [[Workbook.Value]] {
        let (measure, chart, shown) = (view.measure, view.chart(), view.charted)
        let points = Dictionary(uniqueKeysWithValues: zip(shown, chart.points))
        let counted: [[Workbook.Value]] = view.known.keys.sorted().map { period in
            let (value, figure, point) = (view.standing[period], view.figure(period), points[period])
            return [
                .text(measure.reference.text), .text(period.code), .day(period.from), .day(period.through), .init(figure.numerator), .init(figure.denominator), .init(figure.value), .text(measure.unit),
                .text(figure.isProvisional ? "provisional" : "final"), .text("yes"), .init(view.ownTarget(period)), point.map { .number($0.segment.mean) } ?? .blank,
                point?.segment.limits.map { .number($0.lower) } ?? .blank, point?.segment.limits.map { .number($0.upper) } ?? .blank, .init(point?.signal?.words), .init(value?.recorded), .init(value?.note),
            ]
        }
        let revised = view.facts.values.filter { $0.recorded <= view.day && view.standing[ReportingPeriod(measure.frequency, of: $0.from)]?.id != $0.id }
        return counted + revised.map { value in
            let period = ReportingPeriod(measure.frequency, of: value.from)
            return [
                .text(measure.reference.text), .text(period.code), .day(period.from), .day(period.through), .init(value.numerator), .init(value.denominator), .blank, .text(measure.unit),
                .text(value.isProvisional ? "provisional" : "final"), .text("no, revised"), .blank, .blank, .blank, .blank, .blank, .day(value.recorded), .init(value.note),
            ]
        }
    }
}
