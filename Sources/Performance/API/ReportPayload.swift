import Kernel
import Web

/// A report in a list.
struct ReportLine: Encodable {
    static let schema = Schema.object("PerformanceReportLine", ["by": .choice(Frequency.self), "period": .text, "name": .text, "since": .day, "signed": .day.optional])

    let by: Frequency
    let period: String
    let name: String
    let since: Day
    let signed: Day?

    init(_ report: PerformanceReport, on day: Day) {
        (by, period, name, since) = (report.frequency, report.period.code, report.period.words, report.since)
        signed = report.signed.flatMap { $0 <= day ? $0 : nil }
    }
}

/// A report of performance.
struct ReportPayload: Encodable {
    static let schema = Schema.object("PerformanceReport", [
        "by": .choice(Frequency.self), "period": .text, "name": .text, "opening": Schema.text.meaning("The sentence that the figures give."), "commentary": .text.optional, "signed": .day.optional,
        "mark": Schema.text.meaning("Stands for all that the report says; another once anything of it is another. Sent when it is signed."),
        "signedBy": Schema.text.optional.meaning("As the journal names them."), "obstacles": Schema.list(.text).meaning("What stands in the way of signing it."),
        "lines": .list(.object("PerformanceReportFigure", [
            "measure": .reference, "title": .text, "figure": Schema.text.meaning("As it is written; as it was signed, once it is."), "target": .text.optional, "standing": .choice(TargetStanding.self),
            "sentence": .text, "sinceYearBefore": .choice(Travel.self), "yearBefore": Schema.text.meaning("What it was in the year before."),
            "stale": Schema.text.optional.meaning("That a signed number has moved since, in words."),
            "exception": Schema.text.optional.meaning("Why it missed its target, and what is done about it."), "exceptionVersion": Schema.whole(0...Int64.max).meaning("Of what was written of the miss; 0 where nothing was."),
        ])),
        "moved": .list(.object("PerformanceReportMove", ["measure": .reference, "signed": .text, "now": .text, "standing": .choice(TargetStanding.self)])),
    ])

    let by: Frequency
    let period: String
    let name: String
    let opening: String
    let mark: String
    let commentary: String?
    let signed: Day?
    let signedBy: String?
    let obstacles: [String]
    let lines: [Line]
    let moved: [Moved]

    struct Line: Encodable {
        let measure: Reference
        let title: String
        let figure: String
        let target: Quantity?
        let standing: TargetStanding
        let sentence: String
        let sinceYearBefore: Travel
        let yearBefore: String
        let stale: String?
        let exception: String?
        let exceptionVersion: Int
    }

    struct Moved: Encodable {
        let measure: Reference
        let signed: String
        let now: String
        let standing: TargetStanding
    }

    init(_ view: ReportView) {
        (by, period, name, opening) = (view.period.frequency, view.period.code, view.period.words, view.opening)
        (commentary, signed, signedBy, obstacles) = (view.report?.commentary, view.signedOn, view.signedOn == nil ? nil : view.report?.signedBy, view.obstacles)
        mark = view.mark
        lines = view.lines.map { line in
            let told = view.told(line)
            return Line(
                measure: line.measure.reference, title: line.measure.title, figure: told.written, target: told.target, standing: told.standing, sentence: told.sentence,
                sinceYearBefore: told.sinceYearBefore, yearBefore: told.yearBefore, stale: view.stale(line), exception: view.exceptions[line.measure.id]?.words,
                exceptionVersion: view.exceptions[line.measure.id]?.version ?? 0)
        }
        moved = view.moved.map { moved in
            Moved(measure: moved.line.measure.reference, signed: moved.signed.written, now: moved.line.judged.figure.words(moved.line.measure), standing: moved.line.judged.standing)
        }
    }
}
