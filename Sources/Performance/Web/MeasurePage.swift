import Kernel
import Markup
import Storage
import Web

/// One measure: what it means, its chart, what it comes to over longer periods, its values with those that were revised, and its targets.
struct MeasurePage {
    let view: PerformanceView
    let isScreened: Bool
    let viewer: PerformanceViewer
    let figure: LiveFigure?
    /// What boards say of it.
    let said: [MentionGroup]

    var measure: PerformanceMeasure { view.measure }
    private var chart: ControlChart { view.chart(screened: isScreened) }

    var page: Page {
        Page(
            title: "\(measure.reference) \(measure.title)", crumbs: [("Performance", viewer.link(PerformanceLinks.scorecard))], section: "performance", scope: "performance_measure/\(measure.id)", body: """
            \(lead("\(measure.reference) \(measure.title)", standing: standing, actions: deeds))\(prose(measure.meaning))\(charted)\(rolledUp)\(values)\(targets)\(rebases)\(mentionCards(said, for: viewer))\(about)
            """)
    }

    private var standing: HTML? {
        if let ended = measure.ended, ended <= viewer.day { return tag("Ended", .grey, why: "on \(ended)") }
        guard let latest = view.latest else { return tag("No figures", .grey) }
        let judged = view.judged(latest)
        return tag(judged.standing.words, judged.standing.tone, why: "\(latest.words): \(judged.figure.words(measure))")
    }

    private var deeds: [HTML] {
        let isMeasured = measure.isMeasured(on: viewer.today)
        return (viewer.mayRecord(measure) ? [button("Record a value", to: PerformanceLinks.new("values", of: measure))] : [])
            + (viewer.mayKeep && isMeasured ? [
                button("Set a target", to: PerformanceLinks.new("targets", of: measure), quiet: true), button("Rebase the chart", to: PerformanceLinks.new("rebases", of: measure), quiet: true),
                button("Edit", to: PerformanceLinks.measure(measure, "edit"), quiet: true), button("End it", to: PerformanceLinks.measure(measure, "end"), quiet: true),
            ] : []) + [button("History", to: PerformanceLinks.measure(measure, "history"), quiet: true)]
    }

    // MARK: The chart

    private var charted: HTML {
        guard let last = chart.points.last else {
            return card("Chart", id: "chart", empty("There is no figure to draw yet.", action: viewer.mayRecord(measure) ? button("Record a value", to: PerformanceLinks.new("values", of: measure), quiet: true) : nil))
        }
        let own = viewer.link(PerformanceLinks.measure(measure))
        let other: HTML = isScreened
            ? "<a href=\"\(own.adding("unscreened", "yes").at("chart"))\">Show it unscreened</a>" : "<a href=\"\(own.at("chart"))\">Show it screened</a>"
        let out = chart.points.filter(\.isScreenedOut).count
        return card("Chart", id: "chart", """
            \(controlChart(view.charted(screened: isScreened)))\
            \(facts([
                ("The latest point", chart.isTooRare ? quiet("Too rare to tell") : tag(last.variation.words, last.variation.tone, why: "\(last.signal?.words ?? "Nothing but chance")")),
                ("The target", (chart.isTooRare ? nil : chart.assurance).map { tag($0.words, $0.tone, why: $0.sentence) } ?? quiet(chart.isTooRare ? "Too rare to tell" : measure.polarity == .neutral ? "Neither way is better" : "There is none to be sure of")),
                ("Mean", "\(measure.written(.init(rounding: last.segment.mean), more: 1))"),
                ("Limits", last.segment.limits.map { "\(measure.written($0.shownLower(chart))) to \(measure.written(.init(rounding: $0.upper)))" } ?? quiet("One point has none")),
            ]))\
            \(chart.isTooRare ? notice("This happens too seldom for limits: nearly every moving range is nought, and the rest are left out as too large. Look at it over longer periods.", .amber) : .empty)\
            \(chart.isTrial ? notice("Trial limits: they rest on \(counted(last.segment.range.count, "point")), and fewer than \(ControlChart.steadyFrom) are too few to rely on.", .amber) : .empty)\
            \(small("\(out > 0 && isScreened ? "\(counted(out, "moving range is", "moving ranges are").capitalisedFirst) left out of the limits as far too large. " : "")\(other) · An XmR chart as NHS England’s Making Data Count has it; limits stand 2.66 average moving ranges from the mean."))
            """)
    }

    // MARK: Longer periods

    private var rolledUp: HTML {
        guard let latest = view.latest else { return .empty }
        let periods = Frequency.allCases.filter { $0 >= measure.frequency }.flatMap { frequency -> [ReportingPeriod] in
            let now = ReportingPeriod(frequency, of: latest.through)
            return [now, now.before]
        }
        var rows = periods.filter { view.figure($0).numerator != nil }.map { period -> [HTML] in
            let judged = view.judged(period)
            return [
                "\(period.words)", figureCell(judged.figure, measure), judged.target.map { "\(measure.written($0))" } ?? quiet("None"), tag(judged.standing.words, judged.standing.tone),
                travelCell(view.travel(from: period.yearBefore, to: period), from: view.compared(period.yearBefore), measure),
            ]
        }
        let rolling = view.rolling(latest)
        rows.append(["Twelve months to \(latest.words)", figureCell(rolling, measure), quiet("None"), quiet("Not judged"), travelCell(
            Travel(from: view.rolling(latest.yearBefore), to: rolling, measure.polarity), from: view.rolling(latest.yearBefore), measure)])
        let how = switch measure.kind {
        case .rate: "A longer period has the sum above the line over the sum under it, never a mean of rates."
        case .count: "A longer period has the sum of its parts."
        case .level: "A longer period has what its last part has."
        }
        return card("Over longer periods", id: "periods", """
            \(table(columns: [Column("Period"), Column("Figure"), Column("Target", .number), Column("Standing"), Column("Since the year before")], rows: rows))\
            \(small("\(how)\(measure.isCumulative ? " It is judged by what has come together since 1 April." : "")"))
            """)
    }

    // MARK: Values

    private var values: HTML {
        let (chart, shown) = (chart, view.charted)
        let points = Dictionary(uniqueKeysWithValues: zip(shown, chart.points))
        let periods = view.periods.reversed()
        guard !periods.isEmpty else { return .empty }
        var columns = [Column(measure.frequency.words), Column("Figure")]
        if measure.kind == .rate { columns += [Column(measure.numerator ?? "Numerator", .number), Column(measure.denominator ?? "Denominator", .number)] }
        columns += [Column("Standing"), Column("What it tells"), Column("Recorded", .day), Column("Note", .wide)]
        let rows = periods.map { period -> [HTML] in
            let (value, figure, judged) = (view.standing[period], view.figure(period), view.judged(period))
            var row: [HTML] = ["\(period.words)", figure.value == nil ? quiet("\(figure.words(measure))") : "\(figure.words(measure))"]
            if measure.kind == .rate { row += [figure.numerator.map { "\($0.description)" } ?? .empty, figure.denominator.map { "\($0.description)" } ?? .empty] }
            return row + [
                tag(judged.standing.words, judged.standing.tone), (chart.isTooRare ? nil : points[period]?.signal).map { signal in tag(points[period]?.variation.words ?? "", points[period]?.variation.tone ?? .grey, why: "\(signal.words)") } ?? .empty,
                value.map { "\($0.recorded)" } ?? (figure.value == nil ? .empty : quiet("Worked out")), value?.note.map { "\($0)" } ?? .empty,
            ]
        }
        return card("Values", id: "values", """
            \(table(columns: columns, rows: rows))\(revised)\(takenAway { viewer.link(PerformanceLinks.export(measure, $0)) })
            """)
    }

    private var revised: HTML {
        let old = view.facts.values.filter { $0.recorded <= view.day && view.standing[ReportingPeriod(measure.frequency, of: $0.from)]?.id != $0.id }
        guard !old.isEmpty else { return .empty }
        return disclosure("\(counted(old.count, "value was", "values were").capitalisedFirst) revised", table(
            columns: [Column(measure.frequency.words), Column("It was"), Column("Recorded", .day), Column("It is"), Column("Revised", .day)],
            rows: old.reversed().map { value in
                let next = view.facts.values.first { $0.replaces == value.id }
                return [
                    "\(ReportingPeriod(measure.frequency, of: value.from).words)", "\(value.words(measure))", "\(value.recorded)", next.map { "\($0.words(measure))" } ?? .empty,
                    next.map { "\($0.recorded)" } ?? .empty,
                ]
            }))
    }
}

extension Assurance {
    /// What it says of a target, in a sentence.
    var sentence: HTML {
        switch self {
        case .passing: "As things are, chance alone will not miss it"
        case .failing: "As things are, chance alone will not reach it"
        case .hitOrMiss: "It lies between the limits, so chance decides"
        }
    }
}
