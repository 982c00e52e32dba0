import Kernel
import Markup
import Web

/// Adding a measure, or editing one. What its values rest on is asked for once.
struct MeasureForm {
    let measure: PerformanceMeasure?
    let owner: String?
    let figures: [LiveFigure]
    let names: [String]
    let filled: Filled
    let viewer: PerformanceViewer

    private var held: [String: [String]] { measure?.entries(owner: owner) ?? [:] }
    private func stored(_ name: String) -> String? { held[name]?.first }

    var page: Page {
        FormPage(
            title: measure == nil ? "Add a measure" : "Edit \(measure?.reference.text ?? "")", crumbs: crumbs(measure, viewer), section: "performance", filled: filled,
            link: measure.map { PerformanceLinks.measure($0, "edit") } ?? PerformanceLinks.measures, token: viewer.csrf,
            above: overtaken(filled, measure.map { [("Title", "\($0.title)"), ("Meaning", "\($0.meaning)")] } ?? []), body: """
                \(hidden("version", measure.map { String($0.version) } ?? ""))\
                \(measure == nil ? filled.text("reference", "Reference", hint: "Empty for the next PM number.", required: false) : .empty)\
                \(filled.text("title", "Title", stored("title")))\
                \(filled.lines("meaning", "What it means", stored("meaning"), hint: "What is counted, and what is not, so that two people count the same.", rows: 3))\
                \(measure == nil ? foundation : .empty)\(counting)\
                \(filled.party("owner", "Owner", stored("owner"), from: names, hint: "Who answers for it and records its values.", required: false))\
                \(buttons(submit(measure == nil ? "Add the measure" : "Save"), button("Cancel", to: measure.map(PerformanceLinks.measure) ?? PerformanceLinks.scorecard, quiet: true)))
                """).page
    }

    private var foundation: HTML {
        fieldset("What stays as it is", hint: "Its values rest on these, so they can’t be changed later.", """
            \(pair(
                filled.choice("kind", "Kind", PerformanceMeasure.Kind.allCases.map { ($0.rawValue, $0.words) }), filled.choice("frequency", "Measured", Frequency.allCases.map { ($0.rawValue, $0.adverb) })))\
            \(filled.choice("source", "Where its values come from", PerformanceMeasure.Source.allCases.map { ($0.rawValue, $0.words) }))\
            \(filled.choice("figure", "Live figure", [("", "None")] + figures.map { ($0.name, $0.title) }, hint: "What other records give, worked out each time somebody looks.", required: false))
            """)
    }

    private var counting: HTML {
        let isRate = measure.map { $0.kind == .rate } ?? true
        return """
            \(pair(filled.text("numerator", "Numerator", stored("numerator"), hint: "What is counted.", required: false), isRate ? filled.text("denominator", "Denominator", stored("denominator"), hint: "Of a rate: out of what.", required: measure != nil) : .empty))\
            \(isRate ? filled.choice("multiplier", "A rate for every", NewPerformanceMeasure.multipliers.map { ("\($0)", $0 == 100 ? "100 (per cent)" : grouped($0)) }, stored("multiplier") ?? "100") : .empty)\
            \(pair(
                filled.text("unit", "Unit", stored("unit"), hint: "What stands behind the figure: %, days, audits.", required: false),
                filled.text("decimals", "Places after the point", stored("decimals") ?? "0", hint: "0 to 4.")))\
            \(filled.choice("polarity", "Which way is better", PerformanceMeasure.Polarity.allCases.map { ($0.rawValue, $0.words) }, stored("polarity")))\
            \(checkbox("cumulative", "Judge it by what has come together since 1 April", on: filled.value("cumulative", stored("cumulative")) != ""))\
            \(measure == nil || measure?.source == .live ? filled.day("measured-from", "Measured from", measure?.measuredFrom, hint: "Of a live figure: the first day that is shown.", required: false) : .empty)
            """
    }
}

/// Ending a measure, once one is sure.
struct MeasureEndForm {
    let measure: PerformanceMeasure
    let filled: Filled
    let viewer: PerformanceViewer

    var page: Page {
        FormPage(
            title: "End \(measure.reference)", crumbs: crumbs(measure, viewer), section: "performance", filled: filled, link: PerformanceLinks.measure(measure, "end"), token: viewer.csrf, body: """
                <p>“\(measure.title)” is measured no more from that day. Its values, targets and chart stay, and it is left out of scorecards of later periods. This can’t be taken back.</p>\
                \(filled.day("on", "The first day on which it is measured no more", viewer.today))\
                \(filled.lines("because", "Why", hint: "For the journal.", rows: 2, required: false))\
                \(buttons(submit("End the measure", danger: true), button("Cancel", to: PerformanceLinks.measure(measure), quiet: true)))
                """).page
    }
}

/// Recording a value of a period, or revising the one that is there.
struct ValueForm {
    let view: PerformanceView
    let filled: Filled
    let viewer: PerformanceViewer

    var page: Page {
        let measure = view.measure
        let next = (view.latest?.adding(1)).flatMap { $0.through < viewer.today ? $0 : nil } ?? Scorecard.usual(measure.frequency, on: viewer.today)
        return FormPage(
            title: "Record a value of \(measure.reference)", under: "\(measure.title). A value of a period that has one already takes its place; both stay on record.",
            crumbs: crumbs(measure, viewer), section: "performance", filled: filled, link: PerformanceLinks.measure(measure, "values"), token: viewer.csrf, body: """
                \(filled.text("period", measure.frequency.words, next.code, hint: "As \(measure.frequency.example)."))\
                \(measure.kind == .rate
                    ? pair(filled.text("numerator", measure.numerator ?? "Numerator"), filled.text("denominator", measure.denominator ?? "Denominator", hint: "Nought where there was nothing to measure."))
                    : filled.text("numerator", measure.numerator ?? "Value", hint: "\(measure.unit.isEmpty ? "A number." : "In \(measure.unit).")"))\
                \(filled.choice("standing", "It is", [("final", "Final"), ("provisional", "Provisional, and may be revised")]))\
                \(filled.lines("note", "Note", hint: "Where it comes from, or why it is revised.", rows: 2, required: false))\
                \(buttons(submit("Record it"), button("Cancel", to: PerformanceLinks.measure(measure), quiet: true)))
                """).page
    }
}

/// Setting what is to be reached.
struct TargetForm {
    let measure: PerformanceMeasure
    let filled: Filled
    let viewer: PerformanceViewer

    var page: Page {
        let shapes = MeasureTarget.Shape.allCases.filter { measure.kind == .count || $0 == .level }
        return FormPage(
            title: "Set a target for \(measure.reference)", under: "It counts from its first period on. What was reached before is judged as it was.", crumbs: crumbs(measure, viewer),
            section: "performance", filled: filled, link: PerformanceLinks.measure(measure, "targets"), token: viewer.csrf, body: """
                \(filled.text("from", "From", ReportingPeriod(measure.frequency, of: viewer.today).code, hint: "The first \(measure.frequency.rawValue), as \(measure.frequency.example)."))\
                \(shapes.count > 1 ? filled.choice("shape", "Shape", shapes.map { ($0.rawValue, $0.words) }) : .empty)\
                \(filled.text("figure", "Target", hint: "\(shapes.count > 1 ? "The level, or the figure of the whole year." : "The level to hold.")\(measure.unit.isEmpty ? "" : " In \(measure.unit).")", required: shapes.count == 1))\
                \(shapes.count > 1 ? filled.lines("months", "Month by month", hint: "Twelve numbers from April to March, where the year is parted so.", rows: 2, required: false) : .empty)\
                \(filled.text("tolerance", "Near it", hint: "What is less far away than so many per cent is near target: 10 when left empty. Of a target of nought, in the measure’s unit: 0 when left empty.", required: false))\
                \(filled.lines("reason", "Why", hint: "Who set it, or what it rests on.", rows: 2, required: false))\
                \(buttons(submit("Set the target"), button("Cancel", to: PerformanceLinks.measure(measure), quiet: true)))
                """).page
    }
}

/// Having limits worked out anew.
struct RebaseForm {
    let measure: PerformanceMeasure
    let filled: Filled
    let viewer: PerformanceViewer

    var page: Page {
        FormPage(
            title: "Rebase the chart of \(measure.reference)", under: "Where something was changed and is known to have been, limits begin anew.", crumbs: crumbs(measure, viewer), section: "performance",
            filled: filled, link: PerformanceLinks.measure(measure, "rebases"), token: viewer.csrf, body: """
                \(filled.text("from", "From", hint: "The first \(measure.frequency.rawValue) of the new limits, as \(measure.frequency.example)."))\
                \(filled.lines("reason", "What was changed", hint: "Limits are never begun anew only because they look wrong.", rows: 2))\
                \(buttons(submit("Rebase the chart"), button("Cancel", to: PerformanceLinks.measure(measure), quiet: true)))
                """).page
    }
}

func crumbs(_ measure: PerformanceMeasure?, _ viewer: PerformanceViewer) -> [(String, Link)] {
    [("Performance", PerformanceLinks.scorecard)] + (measure.map { [("\($0.reference) \($0.title)", PerformanceLinks.measure($0))] } ?? [])
}
