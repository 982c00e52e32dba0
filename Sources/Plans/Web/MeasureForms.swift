import Kernel
import Markup
import Storage
import Web

/// Adding a measure to a finding or an action, or editing one.
struct MeasureForm {
    let plan: Plan
    let measured: MeasurePage.Measured
    let measure: SuccessMeasure?
    /// What of the service's own measures it may follow.
    let offered: [(subject: Subject, name: Name)]
    /// Where the form is sent.
    let link: Link
    let filled: Filled
    let viewer: Viewer

    private var following: HTML {
        offered.isEmpty ? .empty : filled.choice(
            "follows", "Read from", [("", "Nothing: people read it")] + offered.map { ($0.subject.description, $0.name.words) }, measure?.follows?.description,
            hint: "A measure of the service that it follows, period by period, so that nobody has to read it.", required: false)
    }

    var page: Page {
        FormPage(
            title: measure == nil ? "Add a measure" : "Edit the measure", under: "Measures \(measured.noun) \(measured.reference): \(measured.text)",
            crumbs: [("Plans", PlanLinks.list), (plan.title, PlanLinks.plan(plan)), ("Measures", PlanLinks.measures(plan))], section: "plans",
            filled: filled, link: link, token: viewer.csrf, body: """
                \(measure.map { overtaken(filled, [("Measure", "\($0.title)"), ("Wanted", "\($0.wanted)")]) })\
                \(hidden("version", measure.map { String($0.version) } ?? ""))\
                \(filled.text("title", "What it measures", measure?.title, hint: "For instance: notices on the website within fourteen days."))\(following)\
                \(pair(
                    filled.text("threshold", "The number at which it holds", measure.map { "\($0.threshold)" }),
                    filled.text("unit", "Unit", measure?.unit, hint: "per cent, days, premises")))\
                \(filled.choice("polarity", "Which way is better", SuccessMeasure.Polarity.allCases.map { ($0.rawValue, $0.words) }, measure?.polarity.rawValue))\
                \(filled.day("since", "In the plan since", measure?.since, hint: "Today when left empty.", required: false))\
                \(buttons(submit(measure == nil ? "Add the measure" : "Save"), button("Cancel", to: measure.map { PlanLinks.measure($0, plan) } ?? measured.link, quiet: true)))
                """).page
    }
}

/// Asking why, before something of a plan is ended or taken back.
struct ReasonForm {
    let title: String
    let under: HTML
    let plan: Plan
    /// What it will do.
    let words: HTML
    let label: String
    let deed: String
    let link: Link
    let back: Link
    var more: HTML = .empty
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        FormPage(
            title: title, under: under, crumbs: [("Plans", PlanLinks.list), (plan.title, PlanLinks.plan(plan))], section: "plans", filled: filled,
            link: link, token: viewer.csrf, body: """
                <p>\(words)</p>\(more)\(filled.lines("because", label, rows: 3))\
                \(buttons(submit(deed, danger: true), button("Cancel", to: back, quiet: true)))
                """).page
    }
}
