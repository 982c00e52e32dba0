import Kernel
import Markup
import Web

/// How the service stands by its measures in a month, a quarter or a year.
struct ScorecardPage {
    let card: Scorecard
    let filter: ScorecardFilter
    let viewer: PerformanceViewer

    private var isOfYear: Bool { card.period.frequency == .year }
    private var shown: [ScorecardLine] { filter.shown(card.lines) }

    var page: Page {
        Page(title: "Performance, \(card.period.words)", section: "performance", body: """
            \(lead("Performance, \(card.period.words)", under: card.lines.isEmpty ? nil : "\(card.words)", actions: deeds))\(steps)\(standings)\(choice)\(list)\(rest)
            """)
    }

    private var deeds: [HTML] {
        (viewer.mayKeep ? [button("Add a measure", to: PerformanceLinks.newMeasure)] : [])
            + [button("Report", to: viewer.link(PerformanceLinks.report(card.period)), quiet: true), button("All reports", to: viewer.link(PerformanceLinks.reports), quiet: true)]
            + (viewer.isToday && card.lines.contains { viewer.mayRecord($0.measure) } ? [button("Take values from a file", to: PerformanceLinks.values, quiet: true)] : [])
    }

    /// The period before and after this one.
    private var steps: HTML {
        let (before, after) = (card.period.before, card.period.adding(1))
        let isKnown = card.lines.contains { line in line.view.known.keys.contains { $0.from <= before.through } }
        let back: HTML? = isKnown ? "<a class=\"button quiet\" rel=\"prev\" href=\"\(viewer.link(PerformanceLinks.scorecard(before)))\">\(before.words)</a>" : nil
        let next: HTML? = after.from <= viewer.day ? "<a class=\"button quiet\" rel=\"next\" href=\"\(viewer.link(PerformanceLinks.scorecard(after)))\">\(after.words)</a>" : nil
        guard back != nil || next != nil else { return .empty }
        return "<nav class=\"pager\" aria-label=\"Periods\">\(back)\(next)</nav>"
    }

    private var standings: HTML {
        guard !card.lines.isEmpty else { return .empty }
        return tiles([TargetStanding.succeeding, .near, .needsImprovement, .unknown, .noTarget].map { standing in
            Share(card.count(standing), standing.words.lowercasedFirst, standing.tone, link: viewer.link(PerformanceLinks.scorecard(card.period).adding("standing", standing.rawValue)))
        })
    }

    private var choice: HTML {
        filters(
            to: PerformanceLinks.scorecard, keep: [("on", viewer.isToday ? "" : viewer.day.iso)], clear: filter.isNarrow ? viewer.link(PerformanceLinks.scorecard(card.period)) : nil, """
            \(select("by", "By", options: Frequency.allCases.map { ($0.rawValue, $0.words) }, chosen: card.period.frequency.rawValue))\
            \(field("period", "Period", value: card.period.code, hint: "As \(card.period.frequency.example).", required: false))\
            \(select("standing", "Standing", options: [("", "Any")] + TargetStanding.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.standing?.rawValue ?? "", required: false))\
            \(field("words", "Words", value: filter.words ?? "", required: false))
            """) + takenAway { viewer.link(PerformanceLinks.export(card.period, $0)) }
    }

    private var list: HTML {
        guard !card.lines.isEmpty else {
            return empty(viewer.isToday ? "Nothing is measured \(card.period.frequency.adverb.lowercased()) yet." : "Nothing was measured by this day.", action: deeds.first)
        }
        guard !shown.isEmpty else { return empty("No measure stands so.") }
        let columns: [Column] = [Column("Measure", .wide), Column("Figure"), Column("Standing")]
            + (isOfYear ? [] : [Column("Since the \(card.period.frequency.rawValue) before")])
            + [Column("Since the year before"), Column("Chart"), Column("What the chart tells")]
        return card(nil, table(columns: columns, rows: shown.map(row)))
    }

    private func card(_ title: String?, _ body: HTML) -> HTML { Markup.card(title, body) }

    private func row(_ line: ScorecardLine) -> [HTML] {
        let measure = line.measure
        let told = line.chart.points.last.map { point -> HTML in
            line.chart.isTooRare ? quiet("Too rare for limits") : point.signal == nil ? quiet("Nothing but chance") : tag(point.variation.words, point.variation.tone, why: "\(point.signal?.words ?? "")")
        } ?? quiet("No figures")
        let name: HTML = "<a href=\"\(viewer.link(PerformanceLinks.measure(measure)))\">\(measure.reference) \(measure.title)</a>\(measure.isCumulative ? "<span class=\"why\">Since 1 April</span>" as HTML : .empty)"
        let before = measure.isCumulative ? quiet("Adds up over the year") : travelCell(line.sinceBefore, from: line.before, measure)
        let first: [HTML] = [
            name, figureCell(line.judged.figure, measure), line.judged.target.map { tag(line.judged.standing.words, line.judged.standing.tone, why: "target \(measure.written($0))") }
                ?? tag(line.judged.standing.words, line.judged.standing.tone),
        ]
        let last: [HTML] = [
            travelCell(line.sinceYearBefore, from: line.yearBefore, measure), sparkline(line.view.charted(through: card.period)),
            "\(told)\((line.chart.isTooRare ? nil : line.chart.assurance).map { "<span class=\"why\">Target: \($0.words.lowercasedFirst)</span>" as HTML })",
        ]
        return first + (isOfYear ? [] : [before]) + last
    }

    private var rest: HTML {
        guard !card.others.isEmpty else { return .empty }
        return small("Measured less often, and so not here: \(card.others.map { "<a href=\"\(viewer.link(PerformanceLinks.measure($0)))\">\($0.reference) \($0.title)</a>" as HTML }.joined(by: ", ")).")
    }
}
