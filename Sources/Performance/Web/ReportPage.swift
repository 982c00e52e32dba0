import Documents
import Kernel
import Markup
import People
import Web

/// A report of performance as it stands: drafted, or signed with what has moved since.
struct ReportPage {
    let view: ReportView
    let authors: [String: String]
    let viewer: PerformanceViewer

    private var isSigned: Bool { view.signedOn != nil }
    private var link: Link { PerformanceLinks.report(view.period) }

    var page: Page {
        Page(
            title: "Performance report, \(view.period.words)", crumbs: [("Performance", viewer.link(PerformanceLinks.scorecard)), ("Reports", viewer.link(PerformanceLinks.reports))],
            section: "performance", scope: view.report.map { "performance_report/\($0.id)" }, body: """
            \(lead("Performance report, \(view.period.words)", under: "\(view.opening)", standing: standing, actions: deeds))\(obstacles)\(moved)\(commentary)\(scorecard)\(exceptions)\(files)
            """)
    }

    private var standing: HTML {
        guard let signed = view.signedOn else { return tag(view.report == nil ? "Not begun" : "Draft", view.report == nil ? .grey : .blue) }
        return tag("Signed", .green, why: "on \(signed) by \(view.report?.signedBy.flatMap { authors[$0] } ?? "somebody")")
    }

    private var deeds: [HTML] {
        guard viewer.maySign, !isSigned else { return [] }
        return [
            button(view.report?.commentary == nil ? "Write the commentary" : "Edit the commentary", to: PerformanceLinks.report(view.period, "commentary"), quiet: view.obstacles.isEmpty),
        ] + (view.obstacles.isEmpty ? [button("Sign it", to: PerformanceLinks.report(view.period, "signature"))] : [])
    }

    private var obstacles: HTML {
        guard !isSigned, !view.obstacles.isEmpty else { return .empty }
        return notice("Before it can be signed:<ul>\(view.obstacles.map { "<li>\($0)</li>" as HTML })</ul>", .amber)
    }

    private var moved: HTML {
        guard isSigned else { return .empty }
        guard !view.moved.isEmpty else { return notice("The figures are those that were signed, and none has moved since.", .green) }
        return card("Moved since it was signed", id: "moved", """
            <p>The report keeps what was signed. These are otherwise now.</p>\
            \(table(columns: [Column("Measure", .wide), Column("Signed"), Column("Now")], rows: view.moved.map { moved in
                [
                    measureLink(moved.line.measure), tag(moved.signed.standing.words, moved.signed.standing.tone, why: "\(moved.signed.written)"),
                    tag(moved.line.judged.standing.words, moved.line.judged.standing.tone, why: "\(moved.line.judged.figure.words(moved.line.measure))"),
                ]
            }))
            """)
    }

    private var commentary: HTML {
        guard let words = view.report?.commentary else { return .empty }
        return card("Commentary", id: "commentary", prose(words))
    }

    private var scorecard: HTML {
        guard !view.lines.isEmpty else { return empty("Nothing was measured in \(view.period.words).") }
        return card("Scorecard", id: "scorecard", table(columns: [
            Column("Measure", .wide), Column("Figure"), Column("Target", .number), Column("Standing"), Column("Since the year before"), Column("Chart"),
        ], rows: view.lines.map { line in
            let told = view.told(line)
            return [
                measureLink(line.measure), "\(told.written)\(view.stale(line).map { "<span class=\"why\">\(tag("Stale", .amber)) \($0)</span>" as HTML })", told.target.map { "\(line.measure.written($0))" } ?? quiet("None"), tag(told.standing.words, told.standing.tone),
                travelCell(told.sinceYearBefore, from: told.yearBefore), sparkline(line.view.charted(through: view.period)),
            ]
        }))
    }

    private var exceptions: HTML {
        let missed = view.lines.filter { view.told($0).standing.forcesException }
        guard !missed.isEmpty else { return .empty }
        let parts = missed.map { line -> HTML in
            let held = view.exceptions[line.measure.id]
            let mayWrite = !isSigned && viewer.isToday && PerformancePolicy.records(line.measure, actingFor: viewer.parties).allows(viewer.actor)
            let deed: HTML = mayWrite ? "<p>\(button(held == nil ? "Explain it" : "Explain it anew", to: PerformanceLinks.exception(line.measure, view.period), quiet: true))</p>" : .empty
            let words: HTML = held.map { "\(prose($0.words))\(small("\(authors[$0.by] ?? "Somebody"), \($0.written)"))" } ?? "<p>\(tag("Not explained yet", .red))</p>"
            return "<h3>\(measureLink(line.measure))</h3><p>\(view.told(line).sentence)</p>\(words)\(deed)"
        }
        return card("Exceptions", id: "exceptions", "<p>Measures that miss their target by a tenth or more, or by what their target says instead. Each has to be explained before the report is signed.</p>\(parts)")
    }

    private var files: HTML {
        let printed = [("PDF", "pdf"), ("Word", "docx")].map { postButton($0.0, to: PerformanceLinks.file(view.period, "printing", $0.1), token: viewer.csrf) }
        return card("Files", id: "files", """
            <div class="actions onscreen">\(printed)<a class="button quiet" href="\(viewer.link(PerformanceLinks.file(view.period, "files", "html")))">Web page</a> \
            <a class="button quiet" href="\(viewer.link(PerformanceLinks.file(view.period, "files", "text")))">Plain text</a></div>
            """)
    }

    private func measureLink(_ measure: PerformanceMeasure) -> HTML { "<a href=\"\(viewer.link(PerformanceLinks.measure(measure)))\">\(measure.reference) \(measure.title)</a>" }
}

/// The reports that were written, and the periods that are over and have none.
struct ReportListPage {
    /// The latest period first.
    let reports: [PerformanceReport]
    let viewer: PerformanceViewer

    var page: Page {
        let due = Frequency.allCases.map { Scorecard.usual($0, on: viewer.day) }.filter { period in !reports.contains { $0.period == period } }
        let open = due.map { button("Report of \($0.words)", to: viewer.link(PerformanceLinks.report($0)), quiet: true) }
        return Page(title: "Performance reports", crumbs: [("Performance", viewer.link(PerformanceLinks.scorecard))], section: "performance", body: """
            \(lead("Performance reports", under: "A signed report keeps its numbers; each says which of them have moved since.", actions: open))\
            \(reports.isEmpty ? empty("No report was written yet.") : card(nil, table(columns: [Column("Period"), Column("Standing"), Column("Begun", .day), Column("Signed", .day)], rows: reports.map(row))))
            """)
    }

    private func row(_ report: PerformanceReport) -> [HTML] {
        let signed = report.signed.flatMap { $0 <= viewer.day ? $0 : nil }
        return [
            "<a href=\"\(viewer.link(PerformanceLinks.report(report.period)))\">\(report.period.words)</a>", signed == nil ? tag("Draft", .blue) : tag("Signed", .green), "\(report.since)",
            signed.map { "\($0)" } ?? .empty,
        ]
    }
}
