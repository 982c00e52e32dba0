import Kernel
import Markup
import Web

/// The page of a form about checks.
struct QualityFormPage {
    let title: String
    var under: HTML?
    /// What lies between the overview and the page.
    let crumbs: [(String, Link)]
    let filled: Filled
    let link: Link
    /// Where giving up leads.
    let back: Link
    let viewer: QualityViewer
    var now: [(String, HTML)] = []
    var above: HTML?
    var send = "Save"
    var danger = false
    let body: HTML

    var page: Page {
        FormPage(
            title: title, under: under, crumbs: [("Quality", QualityLinks.overview)] + crumbs, section: "quality", filled: filled, link: link, token: viewer.csrf,
            above: "\(overtaken(filled, now))\(above)", body: "\(body)\(buttons(submit(send, danger: danger), button("Cancel", to: back, quiet: true)))").page
    }
}

/// The forms of a check.
struct QualityCheckForms {
    /// Nil for one that is not there yet.
    let facts: QualityCheckFacts?
    /// Names on record, offered as one types.
    var names: [String] = []
    let filled: Filled
    let viewer: QualityViewer

    private func form(_ title: String, _ part: String, under: HTML? = nil, above: HTML? = nil, send: String = "Save", danger: Bool = false, _ body: HTML) -> Page {
        let check = facts?.check
        let crumbs = [("Checks", QualityLinks.checks)] + (check.map { [($0.reference.text, QualityLinks.check($0))] } ?? [])
        let now: [(String, HTML)] = facts.map { [("Reviewer", "\($0.reviewer)"), ("Due by", "\($0.check.due)"), ("Standing", "\($0.state(on: viewer.today).words)")] } ?? []
        return QualityFormPage(
            title: title, under: under, crumbs: crumbs, filled: filled, link: check.map { QualityLinks.check($0, part) } ?? QualityLinks.checks,
            back: check.map { QualityLinks.check($0) } ?? QualityLinks.checks, viewer: viewer, now: now, above: above, send: send, danger: danger,
            body: "\(hidden("version", filled.value("version", check.map { String($0.version) })))\(body)").page
    }

    private func assignment(_ check: QualityCheck?) -> HTML {
        """
        \(pair(
            filled.party("reviewer", "Reviewer", facts?.reviewer, from: names, hint: "A person or post on record, and never whoever did the work."),
            filled.day("due", "Due by", check?.due ?? viewer.today.adding(days: 28))))\
        \(radios("kind", "Kind", options: QualityCheckKind.allCases.map { ($0.rawValue, "\($0.words): \($0.meaning.lowercasedFirst)") }, chosen: filled.value("kind", (check?.kind ?? .desktop).rawValue), error: filled.error("kind")))
        """
    }

    /// - Parameter work: the reference of the audit that the form was led to with.
    func opening(work: String?) -> Page {
        form("Have work checked", "", under: "By somebody else than whoever did it. Whoever did it reads the check once it is completed.", send: "Open the check", """
            \(filled.text("work", "Audit", work, hint: "The reference of a completed audit, such as A-2026-0001."))\(assignment(nil))\
            \(filled.lines("why", "Why it is checked", hint: "Such as a complaint, or that the officer is new.", rows: 2))
            """)
    }

    var assigning: Page { form("Assign the check", "assignment", assignment(facts?.check)) }

    var completing: Page {
        form(
            "Complete the check", "completion", under: "From then on whoever did the work reads it, and it is corrected only with a reason.", above: facts.map { qualityObstacleList($0.obstacles()) },
            send: "Complete it", filled.day("on", "Completed on", viewer.today))
    }

    var replying: Page {
        form("Answer the check", "reply", under: "What you say stands beside what the reviewer found.", above: facts?.check.sheet.summary.map { card("Summary", prose($0)) }, send: "Answer", filled.lines("reply", "Your answer", facts?.check.reply, rows: 4))
    }

    var callingOff: Page {
        form("Call off the check", "calling-off", under: "It counts as planned and not done.", send: "Call it off", danger: true, filled.lines("because", "Why", rows: 3))
    }

    var remedying: Page {
        let criteria: [(value: String, label: String)] = [("", "The work as a whole")] + (facts?.form.criteria.map { ($0.code, $0.title) } ?? [])
        return form("Have something done", "remedials", under: "About what the check found, by somebody and by a day.", send: "Ask for it", """
            \(filled.choice("criterion", "About", criteria, facts?.check.sheet.faults.first?.criterion, required: false))\
            \(RemedialForms.fields(filled, nil, owner: facts?.auditor, names: names, viewer))
            """)
    }
}
