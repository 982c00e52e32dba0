import Documents
import Kernel
import Markup

/// A report of performance as a paper: its scorecard, what it says in words, the exceptions, and a chart of each measure.
struct ReportPaper {
    let view: ReportView
    let made: Moment
    /// Who signed it; nil while nobody has.
    let signer: String?

    /// `performance-2026-03`
    var reference: String { "performance-\(view.period.code)" }

    var document: Document {
        Document(
            "Performance, \(view.period.words)", reference: reference, under: "\(view.period.from) to \(view.period.through)", made: made, marking: view.signedOn == nil ? "Draft" : nil,
            foot: "Performance, \(view.period.words)\(view.signedOn == nil ? ", draft" : "")", opening + scorecard + exceptions + moved + charts)
    }

    private var opening: [Block] {
        let shares = [TargetStanding.succeeding, .near, .needsImprovement, .unknown, .noTarget].map { Share(view.count($0), $0.words.lowercasedFirst, $0.tone) }
        let words = (view.report?.commentary ?? "").split(separator: "\n", omittingEmptySubsequences: true).map { Block.paragraph(Words(String($0.trimmed))) }
        let signed: [Block] = view.signedOn.map { [.note(Words("Signed by \(signer ?? "somebody") on \($0). The figures are those that were signed."))] }
            ?? [.note(Words("A draft: its figures are those of \(view.day) and may still change."))]
        // A commentary that starts from the opening says it already.
        let first: [Block] = (view.report?.commentary ?? "").hasPrefix(view.opening) ? [] : [.paragraph(Words(view.opening))]
        return first + (view.lines.isEmpty ? [] : [.figure(.init("How measures stand", .shares(.init(shares, of: "measure"))))]) + words + signed
    }

    private var scorecard: [Block] {
        let rows = view.lines.map { line -> Block.Row in
            let told = view.told(line)
            return [
                Words(line.measure.reference.text), Words(line.measure.title + (line.measure.isCumulative ? " (since 1 April)" : "")), Words(told.written + (view.stale(line).map { "; \($0)" } ?? "")),
                Words(told.target.map { line.measure.written($0) } ?? "None"), "\(told.standing.words, told.standing.tone)", Words(told.sinceYearBefore.words),
            ]
        }
        return [.heading(1, "Scorecard"), .table(.init(
            columns: [.init("Measure", .reference), .init("Title", .wide), .init("Figure"), .init("Target"), .init("Standing"), .init("Since the year before")], rows: rows,
            none: "Nothing was measured in \(view.period.words)."))]
    }

    private var exceptions: [Block] {
        let missed = view.lines.filter { view.told($0).standing.forcesException }
        guard !missed.isEmpty else { return [] }
        return [.heading(1, "Exceptions"), .paragraph(Words("Measures that miss their target by a tenth or more, or by what their target says instead."))] + missed.flatMap { line -> [Block] in
            [.heading(2, "\(line.measure.reference) \(line.measure.title)"), .paragraph(Words(view.told(line).sentence))]
                + (view.exceptions[line.measure.id].map { [.paragraph(Words($0.words))] } ?? [.note(Words("Nobody has written why yet."))])
        }
    }

    private var moved: [Block] {
        guard !view.moved.isEmpty else { return [] }
        return [.heading(1, "Moved since it was signed"), .table(.init(columns: [.init("Measure", .reference), .init("Signed"), .init("Now"), .init("Standing now")], rows: view.moved.map { moved in
            [
                Words("\(moved.line.measure.reference)"), Words("\(moved.signed.written), \(moved.signed.standing.words.lowercased())"), Words(moved.line.judged.figure.words(moved.line.measure)),
                "\(moved.line.judged.standing.words, moved.line.judged.standing.tone)",
            ]
        }))]
    }

    private var charts: [Block] {
        let drawn = view.lines.filter { !$0.chart.points.isEmpty }
        guard !drawn.isEmpty else { return [] }
        return [.page(.upright), .heading(1, "Charts")] + drawn.flatMap { line -> [Block] in
            [
                .figure(.init("\(line.measure.reference) \(line.measure.title)", .control(line.view.charted(through: view.period)))),
                .note(Words(view.told(line).sentence + (line.chart.isTrial ? " Its limits are trial limits: they rest on fewer than \(ControlChart.steadyFrom) points." : ""))),
            ]
        }
    }
}
