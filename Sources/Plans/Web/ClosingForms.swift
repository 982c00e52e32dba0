import Kernel
import Markup
import Web

/// The inspectorate's letter that closes a finding.
struct LetterForm {
    let plan: Plan
    let finding: Finding
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        FormPage(
            title: "Record the inspectorate’s letter", under: "Finding \(finding.reference): \(finding.text)",
            crumbs: [("Plans", PlanLinks.list), (plan.title, PlanLinks.plan(plan)), (finding.reference.text, PlanLinks.finding(finding, plan))],
            section: "plans", filled: filled, link: PlanLinks.finding(finding, plan, "inspectorate-closure"), token: viewer.csrf, body: """
                <p>The inspectorate closes what it found, whatever the service thinks. Copy what its letter says of this finding.</p>\
                \(pair(filled.text("letter", "The letter’s reference"), filled.day("on", "The day of the letter")))\
                \(filled.text("author", "Who wrote it", hint: "A name and an office, as the letter is signed."))\
                \(filled.lines("words", "What it says", rows: 4))\
                \(buttons(submit("Record the letter"), button("Cancel", to: PlanLinks.finding(finding, plan), quiet: true)))
                """).page
    }
}

/// Proposing that a plan is closed: what is said of the whole, and what becomes of each thing that is open.
struct ClosureForm {
    let gate: ClosingGate
    /// The plans under which something can go on.
    let plans: [Plan]
    let names: [String]
    /// What boards decided about the plan, the latest first.
    let decisions: [(subject: Subject, words: String)]
    let filled: Filled
    let viewer: Viewer

    var form: HTML {
        Markup.form(to: PlanLinks.closure(gate.plan), token: viewer.csrf, """
            \(filled.lines("words", "Why it can be closed", rows: 3))\
            \(filled.lines("residual-risk", "What may still go wrong", hint: "The residual risk, and what holds it.", rows: 3))\
            \(pair(
                filled.party("onward-owner", "Who looks after it from then on", from: names),
                filled.day("review-on", "The day they look at it again")))\
            \(filled.decision(among: decisions))\
            \(gate.undecided.map(item))\
            \(alone)\
            \(buttons(submit("Propose to close the plan")))
            """)
    }

    /// What is said of findings by themselves, behind a line to open: mostly one answer serves for all.
    private var alone: HTML {
        let names = gate.findings.flatMap { one in ["residual-risk", "onward-owner", "review-on"].map { "\($0)-\(one.reference)" } }
        let isBegun = names.contains { !filled.value($0).isEmpty || filled.error($0) != nil }
        return disclosure("Say it for each finding by itself", open: isBegun, """
            <p>Where nothing is entered, what you say of the plan above holds for the finding too.</p>\(gate.findings.map(finding))
            """)
    }

    private func finding(_ finding: Finding) -> HTML {
        let reference = finding.reference.text
        return fieldset("Finding \(reference): \(finding.text)", """
            \(filled.lines("residual-risk-\(reference)", "What may still go wrong with \(reference)", rows: 2, required: false))\
            \(pair(
                filled.party("onward-owner-\(reference)", "Who looks after \(reference)", from: names, required: false),
                filled.day("review-on-\(reference)", "The day they look at \(reference) again", required: false)))
            """)
    }

    private func item(_ view: ActionView) -> HTML {
        let reference = view.action.reference.text
        let kinds: [ClosureItem.Kind] = view.completion == nil ? [.carriedForward, .notImplemented] : [.carriedForward, .onItsWord]
        return fieldset("\(reference) \(view.action.text)", hint: "\(view.standing.why)", """
            \(filled.choice("kind-\(reference)", "What becomes of \(reference)", [("", "Not decided yet")] + kinds.map { ($0.rawValue, $0.words) }))\
            \(filled.lines("because-\(reference)", "Why, for \(reference)", rows: 2))\
            \(pair(
                filled.choice("onto-\(reference)", "Plan under which \(reference) goes on", [("", "None")] + plans.map { ($0.reference.text, $0.title) }, hint: "Where it is carried forward.", required: false),
                filled.text("finding-\(reference)", "Finding of \(reference) there", hint: "Its reference. Its own finding goes along when left empty.", required: false)))\
            \(pair(
                filled.party("owner-\(reference)", "Owner of \(reference) there", from: names, hint: "Its owners stay when left empty.", required: false),
                filled.day("due-\(reference)", "Day of \(reference) there", required: false)))
            """)
    }
}

extension Filled {
    /// The decision that closed a plan, of those that boards made about it.
    func decision(among decisions: [(subject: Subject, words: String)], _ stored: Subject? = nil) -> HTML {
        guard !decisions.isEmpty else { return small("No board has decided anything about this plan yet. Its decision can be named when the plan is closed.") }
        return choice(
            "decision", "The board’s decision", [("", "None yet")] + decisions.map { ($0.subject.description, $0.words) },
            stored?.description, hint: "Of those that boards made about this plan.", required: false)
    }
}
