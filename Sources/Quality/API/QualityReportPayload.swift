import Kernel
import Web

/// A report of quality, as programs read it.
struct QualityReportPayload: Encodable {
    static let schema = Schema.object("QualityReport", [
        "by": .choice(Frequency.self), "period": .text, "name": .text, "commentary": .text.optional, "signed": .day.optional, "signedBy": Schema.text.optional.meaning("As the journal names them."),
        "mark": Schema.text.meaning("Stands for what is read here; sent with a signature, so that nothing is signed that was not seen."),
        "obstacles": Schema.list(.text).meaning("What stands in the way of signing it."),
        "lines": .list(.object("QualityReportLine", [
            "section": .choice(QualityReportLine.Section.self), "code": .text, "title": .text, "written": Schema.text.meaning("What it comes to; as it was signed, once it is."),
        ])),
        "moved": Schema.list(.object("QualityReportMove", ["title": .text, "signed": .text.optional, "now": .text.optional])).meaning("What the records say otherwise now than was signed."),
    ])

    let by: Frequency
    let period: String
    let name: String
    let commentary: String?
    let signed: Day?
    let signedBy: String?
    let mark: String
    let obstacles: [String]
    let lines: [QualityReportLine]
    let moved: [Moved]

    struct Moved: Encodable {
        let title: String
        let signed: String?
        let now: String?
    }

    init(_ view: QualityReportView, on day: Day) {
        (by, period, name, commentary) = (view.period.frequency, view.period.code, view.period.words, view.report?.commentary)
        (signed, signedBy, lines) = (view.signedOn, view.signedOn == nil ? nil : view.report?.signedBy, view.lines)
        mark = view.mark
        obstacles = view.signedOn == nil ? view.obstacles(on: day) : []
        moved = view.moved.map { Moved(title: ($0.signed ?? $0.now)?.title ?? "", signed: $0.signed?.written, now: $0.now?.written) }
    }
}

/// A report in a list.
struct QualityReportEntry: Encodable {
    static let schema = Schema.object("QualityReportEntry", ["by": .choice(Frequency.self), "period": .text, "name": .text, "since": .day, "signed": .day.optional])

    let by: Frequency
    let period: String
    let name: String
    let since: Day
    let signed: Day?

    init(_ report: QualityReport, on day: Day) {
        (by, period, name, since) = (report.frequency, report.period.code, report.period.words, report.since)
        signed = report.signed.flatMap { $0 <= day ? $0 : nil }
    }
}
