import Kernel
import Markup
import Storage
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
    /// What can be answered there.
    let findings: [Finding]
    /// What actions became that were carried forward before.
    let before: [ID<Action>: CarriedBefore]
    let names: [String]
    /// What boards decided, about the plan first.
    let decisions: [Naming.Group]
    /// The proposal that was declined or taken back, where the form is filled with it.
    let again: PlanClosure?
    let filled: Filled
    let viewer: Viewer

    /// So many findings of other plans are offered; what is left out can be typed.
    static let mostFindings = 1000

    var form: HTML {
        Markup.form(to: PlanLinks.closure(gate.plan), token: viewer.csrf, """
            \(again.map { small("Filled in as it was proposed on \($0.askedOn). Change what is otherwise now.") })\
            \(filled.lines("words", "Why it can be closed", rows: 3))\
            \(filled.lines("residual-risk", "What may still go wrong", hint: "The residual risk, and what holds it.", rows: 3))\
            \(pair(
                filled.suggested("onward-owner", "Who looks after it from then on", list: Self.people),
                filled.day("review-on", "The day they look at it again")))\
            \(filled.decision(among: decisions))\
            \(forAll)\(gate.undecided.map(item))\
            \(alone)\
            \(lists)\(buttons(submit("Propose to close the plan")))
            """)
    }

    private static let (people, there) = ("people-list", "findings-list")

    private var lists: HTML {
        let plans = Dictionary(uniqueKeysWithValues: plans.map { ($0.id, $0) })
        let there = findings.compactMap { finding in
            plans[finding.plan].map { (value: "\($0.reference)/\(finding.reference)", label: "\(finding.text) (\($0.title))") }
        }
        return "\(suggestions(Self.people, names.map { ($0, "") }))\(suggestions(Self.there, there))"
    }

    /// Mostly one answer serves for everything that is open.
    private var forAll: HTML {
        guard gate.undecided.count > 1 else { return .empty }
        return fieldset("The same for all", hint: "Holds for each action below of which you don’t say it by itself. Say of each what becomes of it.", """
            \(filled.lines("because", "Why, for all", rows: 2, required: false))\
            \(pair(
                filled.choice("onto", "Plan under which they go on", [("", "None")] + onto, hint: "Where they are carried forward.", required: false),
                filled.suggested("owner", "Owner of all there", list: Self.people, hint: "Their owners stay when left empty.", required: false),
                filled.day("due", "Day of all there", required: false)))
            """)
    }

    private var onto: [(value: String, label: String)] { plans.map { ($0.reference.text, $0.title) } }

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
                filled.suggested("onward-owner-\(reference)", "Who looks after \(reference)", list: Self.people, required: false),
                filled.day("review-on-\(reference)", "The day they look at \(reference) again", required: false)))
            """)
    }

    private func item(_ view: ActionView) -> HTML {
        let reference = view.action.reference.text
        let before = before[view.action.id]
        let obstacle = before?.obstacle(to: view)
        let kinds = (obstacle == nil ? [ClosureItem.Kind.carriedForward] : []) + [view.completion == nil ? .notImplemented : .onItsWord]
        let joins: HTML? = before.map { before in
            "<p>\(obstacle ?? "It was carried forward before and goes on as \(before.name). Carried forward again it joins that, with the new day.")</p>"
        }
        let isForAll = gate.undecided.count > 1
        return fieldset("\(reference) \(view.action.text)", hint: "\(view.standing.why)", """
            \(joins)\
            \(filled.choice("kind-\(reference)", "What becomes of \(reference)", [("", "Not decided yet")] + kinds.map { ($0.rawValue, $0.words) }))\
            \(filled.lines("because-\(reference)", "Why, for \(reference)", rows: 2, required: !isForAll))\
            \(pair(
                filled.choice("onto-\(reference)", "Plan under which \(reference) goes on", [("", isForAll ? "The same for all" : "None")] + onto, obstacle == nil ? before?.plan.reference.text : nil, hint: "Where it is carried forward.", required: false),
                filled.suggested("finding-\(reference)", "Finding of \(reference) there", list: Self.there, hint: "Its own finding goes along when left empty.", required: false)))\
            \(pair(
                filled.suggested("owner-\(reference)", "Owner of \(reference) there", list: Self.people, hint: "Its owners stay when left empty.", required: false),
                filled.day("due-\(reference)", "Day of \(reference) there", required: false)))
            """)
    }
}

extension Filled {
    /// The decision that closed a plan, of those that boards made: about it first.
    func decision(among decisions: [Naming.Group], _ stored: Subject? = nil) -> HTML {
        guard !decisions.isEmpty else { return small("No board has decided anything yet. Its decision can be named when the plan is closed.") }
        return select(
            "decision", "The board’s decision", first: ("", "None yet"), groups: decisions.map { ($0.title, $0.things.map { ($0.subject.description, $0.name.words) }) },
            chosen: value("decision", stored?.description), error: error("decision"), required: false)
    }
}
