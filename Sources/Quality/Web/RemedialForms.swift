import Kernel
import Markup
import Web

/// The forms of a remedial action.
struct RemedialForms {
    let remedial: RemedialAction
    let facts: QualityCheckFacts
    /// The name of its owner.
    let owner: String
    var names: [String] = []
    let filled: Filled
    let viewer: QualityViewer

    static func fields(_ filled: Filled, _ held: RemedialAction?, owner: String?, names: [String], _ viewer: QualityViewer) -> HTML {
        """
        \(radios("kind", "Kind", options: RemedialKind.allCases.map { ($0.rawValue, $0.words) }, chosen: filled.value("kind", (held?.kind ?? .coaching).rawValue), error: filled.error("kind")))\
        \(filled.lines("what", "What is to be done", held?.what, rows: 3))\
        \(pair(filled.party("owner", "Who does it", owner, from: names, hint: "A person or post on record."), filled.day("due", "Due by", held?.due ?? viewer.today.adding(days: 28))))
        """
    }

    private func form(_ title: String, _ part: String, under: HTML? = nil, send: String = "Save", _ body: HTML) -> Page {
        QualityFormPage(
            title: title, under: under, crumbs: [("Checks", QualityLinks.checks), (facts.check.reference.text, QualityLinks.check(facts.check)), ("Remedial action", QualityLinks.remedial(remedial))],
            filled: filled, link: QualityLinks.remedial(remedial, part), back: QualityLinks.remedial(remedial), viewer: viewer,
            now: [("What", "\(remedial.what)"), ("Who", "\(owner)"), ("Due by", "\(remedial.due)"), ("Standing", "\(remedial.state(on: viewer.today).words)")], send: send,
            body: "\(hidden("version", filled.value("version", String(remedial.version))))\(body)").page
    }

    var editing: Page { form("Change the remedial action", "edit", Self.fields(filled, remedial, owner: owner, names: names, viewer)) }

    var finishing: Page {
        form("Record that it was done", "completion", under: "\(remedial.what)", send: "Record it", """
            \(filled.day("on", "Done on", viewer.today))\(filled.lines("doing", "What was done", rows: 3))\
            \(filled.day("look-by", "Look whether it worked by", viewer.today.adding(days: 91), hint: "When there will be enough to see.", required: false))
            """)
    }

    var looking: Page {
        form("Say whether it worked", "look", under: "\(remedial.what)", send: "Record it", """
            \(filled.day("on", "Looked at on", viewer.today))\
            \(radios("outcome", "Did it work", options: RemedialOutcome.allCases.map { ($0.rawValue, $0.words) }, chosen: filled.value("outcome"), error: filled.error("outcome")))\
            \(filled.lines("because", "What that rests on", hint: "Such as later checks of the same officer.", rows: 3))\
            \(filled.day("look-by", "Look again by", hint: "Where it can’t be said yet.", required: false))
            """)
    }

    /// - Parameter findings: of plans that take actions.
    func opening(_ findings: [(finding: Subject, words: String)]) -> Page {
        guard !findings.isEmpty else {
            return form("Open an action in a plan", "plan-action", empty("No plan has a finding to which an action could be added. Begin a plan, or add a finding to one."))
        }
        return form("Open an action in a plan", "plan-action", under: "It is reported on there from then on.", send: "Open it", filled.choice("finding", "Under which finding", [("", "Choose")] + findings.map { ($0.finding.description, $0.words) }))
    }
}
