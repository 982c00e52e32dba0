import Documents
import Kernel

/// The figures of activity to take away: a row for each measure of each period.
struct ActivityExport {
    let activity: Activity
    let span: ActivitySpan

    static let columns = ["Period", "From", "Through", "Measure", "Unit", "Figure", "From records", "Of", "Records cover the period", "Stated"]

    /// `enforcement by quarter 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "enforcement by \(span.rawValue) \(activity.day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Enforcement", tab: "Enforcement", header: ActivityExport.columns, rows: rows, on: activity.day).bytes(as: format)
    }

    private var rows: [[Workbook.Value]] {
        activity.shown(by: span).flatMap { period in
            ActivityMeasure.allCases.map { measure in
                let figure = activity.figure(measure, in: period)
                return [
                    .text(period.words), .day(period.from), .day(period.through), .text(measure.words), .init(measure.unit.isEmpty ? nil : String(measure.unit.trimmed)),
                    .init(figure.value), .init(figure.recorded), figure.of.map { .number(Double($0)) } ?? .blank, .text(figure.isWhole ? "yes" : "no"), .init(figure.stated),
                ]
            }
        }
    }
}

/// Whether each entry came into the register in time, to take away.
struct TimelinessExport {
    let entries: [EntryTimeliness]
    let day: Day

    static let columns = ["Notice", "Type", "Served", "Due from", "Due by", "Provision", "In the register since", "Standing", "Days late"]

    /// `timeliness 2026-03-31.csv`
    func name(as format: TableFile.Format) -> String { "timeliness \(day.iso).\(format.rawValue)" }

    func bytes(as format: TableFile.Format) throws -> [UInt8] {
        try TableFile(title: "Timeliness of the register", tab: "Timeliness", header: TimelinessExport.columns, rows: entries.map { entry in
            [
                .text(entry.fact.reference), .text(entry.fact.history.type.words), .day(entry.served), .init(entry.due?.lowerBound), .init(entry.dueBy),
                .init(entry.provision), .init(entry.entered), .text(entry.standing.words), entry.lateness.map { .number(Double($0)) } ?? .blank,
            ]
        }, on: day).bytes(as: format)
    }
}

extension Workbook.Value {
    fileprivate init(_ quantity: Quantity?) { self = quantity.map { .number(Double($0.millionths) / 1_000_000) } ?? .blank }
}
