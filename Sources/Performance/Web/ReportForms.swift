import Kernel
import Markup
import Web

/// Writing what a report says. It starts from the sentences that the figures give.
struct CommentaryForm {
    let view: ReportView
    let filled: Filled
    let viewer: PerformanceViewer

    /// The opening, and a sentence for each measure that stands out.
    private var started: String {
        let told = view.card.lines.filter { $0.judged.standing == .needsImprovement || $0.judged.standing == .near || !$0.chart.isTooRare && $0.chart.points.last?.signal != nil }
        return ([view.opening] + told.map(\.words)).joined(separator: "\n\n")
    }

    var page: Page {
        FormPage(
            title: "Commentary on \(view.period.words)", under: view.report?.commentary == nil ? "It starts from what the figures give. Write over it what they can’t say." : nil,
            crumbs: reportCrumbs(view), section: "performance", filled: filled, link: PerformanceLinks.report(view.period, "commentary"), token: viewer.csrf,
            above: overtaken(filled, view.report?.commentary.map { [("Commentary", "\($0)")] } ?? []), body: """
                \(hidden("version", String(view.report?.version ?? 0)))\
                \(filled.lines("commentary", "Commentary", view.report?.commentary ?? started, rows: 16))\
                \(buttons(submit("Save"), button("Cancel", to: PerformanceLinks.report(view.period), quiet: true)))
                """).page
    }
}

/// Saying why a measure missed its target.
struct ExceptionForm {
    let view: ReportView
    let measure: PerformanceMeasure
    let filled: Filled
    let viewer: PerformanceViewer

    var page: Page {
        let line = view.card.lines.first { $0.measure.id == measure.id }
        return FormPage(
            title: "Explain \(measure.reference) in \(view.period.words)", under: "\(line?.words ?? measure.title)", crumbs: reportCrumbs(view), section: "performance", filled: filled,
            link: PerformanceLinks.exception(measure, view.period), token: viewer.csrf,
            above: overtaken(filled, view.exceptions[measure.id].map { [("Why, and what is done", "\($0.words)")] } ?? []), body: """
                \(hidden("version", String(view.exceptions[measure.id]?.version ?? 0)))\
                \(filled.lines("words", "Why, and what is done", view.exceptions[measure.id]?.words, hint: "What caused it, what is being done and by whom, and when it will be seen to work.", rows: 6))\
                \(buttons(submit("Save"), button("Cancel", to: PerformanceLinks.report(view.period), quiet: true)))
                """).page
    }
}

/// Signing a report, once one is sure.
struct SigningForm {
    let view: ReportView
    let filled: Filled
    let viewer: PerformanceViewer

    var page: Page {
        let provisional = view.card.lines.filter(\.judged.figure.isProvisional).map(\.measure.reference.text)
        return FormPage(
            title: "Sign the report of \(view.period.words)", crumbs: reportCrumbs(view), section: "performance", filled: filled, link: PerformanceLinks.report(view.period, "signature"),
            token: viewer.csrf, above: overtaken(filled, [("The figures", "\(view.card.words)"), ("Commentary", "\(view.report?.commentary ?? "None")")]), body: """
                \(hidden("version", String(view.report?.version ?? 0)))\(hidden("seen", view.mark))\
                <p>\(view.card.words)</p><p>The report keeps the figures that it has now, and its words can’t be changed any more. What moves later is shown beside it.</p>\
                \(view.obstacles.isEmpty ? .empty : notice("Before it can be signed:<ul>\(view.obstacles.map { "<li>\($0)</li>" as HTML })</ul>", .amber))\
                \(provisional.isEmpty ? .empty : notice("Provisional figures are signed with it: \(listed(provisional)).", .amber))\
                \(buttons(submit("Sign it"), button("Cancel", to: PerformanceLinks.report(view.period), quiet: true)))
                """).page
    }
}

private func reportCrumbs(_ view: ReportView) -> [(String, Link)] {
    [("Performance", PerformanceLinks.scorecard), ("Reports", PerformanceLinks.reports), ("\(view.period.words)", PerformanceLinks.report(view.period))]
}
