import Kernel
import Markup
import Web

/// The forms of a sampling plan.
struct SamplingForms {
    /// Nil for one that is not there yet.
    let facts: SamplingPlanFacts?
    let quality: Quality
    var names: [String] = []
    let filled: Filled
    let viewer: QualityViewer

    private var plan: SamplingPlan? { facts?.plan }

    private func form(_ title: String, _ part: String, under: HTML? = nil, above: HTML? = nil, send: String = "Save", danger: Bool = false, _ body: HTML) -> Page {
        let crumbs = [("Sampling plans", QualityLinks.plans)] + (plan.map { [($0.reference.text, QualityLinks.plan($0))] } ?? [])
        return QualityFormPage(
            title: title, under: under, crumbs: crumbs, filled: filled, link: plan.map { QualityLinks.plan($0, part) } ?? QualityLinks.plans,
            back: plan.map { QualityLinks.plan($0) } ?? QualityLinks.plans, viewer: viewer, now: plan.map { [("Audits", "\($0.from) to \($0.through)"), ("Checks done by", "\($0.due)")] } ?? [],
            above: above, send: send, danger: danger, body: "\(hidden("version", filled.value("version", plan.map { String($0.version) })))\(body)").page
    }

    var planning: Page {
        let held = plan?.entries(reviewers: facts?.reviewers ?? []) ?? [:]
        func lines(_ name: String) -> String { (held[name] ?? []).joined(separator: "\n") }
        let quarter = viewer.today.startOfMonth.adding(months: -3 - (viewer.today.parts.month - 1) % 3)
        let neighbours = quality.neighbours
        let always = neighbours.outcomes.filter { neighbours.always.contains($0.code) }.map(\.words.lowercasedFirst)
        let drawn: HTML? = always.isEmpty ? nil : "Every audit with one of these is drawn, whatever you choose: \(listed(always))."
        func codes(_ codes: [QualityCode]) -> HTML {
            disclosure("The codes", "<ul>\(codes.map { "<li><code>\($0.code)</code> \($0.words)</li>" as HTML })</ul>")
        }
        return form(plan == nil ? "Plan a sample" : "Plan it anew", "edit", under: "Of the audits of some time, by rules. It is drawn once that time is over.", send: plan == nil ? "Plan it" : "Save", """
            \(filled.text("title", "Title", plan?.title, hint: "Such as: Quarter 2 of 2026/27."))\
            \(pair(filled.day("from", "Audits from", plan?.from ?? quarter), filled.day("through", "Through", plan?.through ?? quarter.adding(months: 3).adding(days: -1)), filled.day("due", "Checks done by", plan?.due ?? quarter.adding(months: 6).adding(days: -1))))\
            \(fieldset("Rules", hint: drawn, """
                \(checkboxes("every", "Every audit with", options: neighbours.outcomes.map { ($0.code, $0.words) }, chosen: Set(filled.values("every", held["every"] ?? neighbours.always)), error: filled.error("every"), required: false))\
                \(pair(filled.text("each-officer", "At least of each officer", held["each-officer"]?.first ?? "2", required: false), filled.text("all", "Per cent of all", held["all"]?.first ?? "10", required: false)))\
                \(pair(
                    filled.lines("types", "Per cent by premises type", lines("types"), hint: "A line each: a code and a per cent, such as hospital: 20.", rows: 3, required: false),
                    filled.lines("outcomes", "Per cent by outcome", lines("outcomes"), hint: "A line each, such as letter: 10.", rows: 3, required: false)))\
                \(codes(neighbours.types + neighbours.outcomes))
                """))\
            \(fieldset("What it should find", hint: "The plan’s page tells how many that asks for. It changes nothing of what the rules draw.", """
                \(pair(filled.text("fault", "A fault rate of so many per cent", "\(plan?.faultPercent ?? 20)"), filled.text("wanted", "So many times in a hundred", "\(plan?.wantedPercent ?? 90)")))
                """))\
            \(filled.lines("reviewers", "Reviewers", lines("reviewers"), hint: "Each on a line: persons or posts on record. Checks are spread evenly, two in their own office for one in another, and never anybody their own work.", rows: 4))
            """)
    }

    /// - Parameter stock: how many audits there are to draw from.
    func drawing(stock: Int) -> Page {
        form("Draw the sample", "draw", under: "It is drawn once. A check is opened of each audit that comes of it.", above: "<p>There are \(counted(stock, "completed audit")) to draw from.</p>", send: "Draw it", """
            \(filled.text("seed", "Seed", hint: "Left empty, it is taken from the root of the journal as it is now, so that nobody chooses it. A whole number otherwise, such as one drawn in public.", required: false))
            """)
    }

    var dropping: Page { form("Give up the plan", "dropping", under: "Nothing is drawn by it then.", send: "Give it up", danger: true, filled.lines("because", "Why", rows: 3)) }
}
