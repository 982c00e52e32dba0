import Kernel
import Markup
import Premises
import Web

/// The page of a form of an audit.
struct AuditFormPage {
    let title: String
    var under: HTML?
    /// The audit it belongs to; nil for one that is not there yet.
    var audit: Audit?
    let filled: Filled
    let link: Link
    let viewer: AuditViewer
    var now: [(String, HTML)] = []
    var above: HTML?
    var send: String = "Save"
    var danger = false
    let body: HTML

    var page: Page {
        let crumbs = [("Audits", AuditLinks.list)] + (audit.map { [($0.reference.text, AuditLinks.audit($0))] } ?? [])
        return FormPage(
            title: title, under: under, crumbs: crumbs, section: "audits", filled: filled, link: link, token: viewer.csrf, above: "\(overtaken(filled, now))\(above)",
            body: "\(body)\(buttons(submit(send, danger: danger), button("Cancel", to: audit.map { AuditLinks.audit($0) } ?? AuditLinks.list, quiet: true)))").page
    }
}

/// Planning an audit, or planning it anew.
struct AuditPlanForm {
    let facts: AuditFacts?
    /// Names on record, offered as one types.
    let names: [String]
    /// What stands in the field of premises, where the form was led to with it.
    let premises: String?
    /// Those that are meant by it, or the likeliest.
    let meant: [Premises]
    let filled: Filled
    let viewer: AuditViewer

    var page: Page {
        let audit = facts?.audit
        return AuditFormPage(
            title: audit == nil ? "Plan an audit" : "Plan it anew", under: facts.map { "\($0.premises.line)" }, audit: audit, filled: filled,
            link: audit.map { AuditLinks.audit($0, "edit") } ?? AuditLinks.list, viewer: viewer,
            now: facts.map { [("Officer", "\($0.officer)"), ("Planned for", "\($0.audit.planned)"), ("Kind", "\($0.audit.kind.words)")] } ?? [], send: audit == nil ? "Plan it" : "Save", body: """
                \(hidden("version", audit.map { String($0.version) } ?? ""))\
                \(facts.map { hidden("premises", $0.premises.reference.text) } ?? premisesField(filled, premises, meant: meant))\
                \(pair(
                    filled.party("officer", "Officer", facts?.officer ?? (viewer.actor.person == nil ? nil : viewer.actor.name), from: names, hint: "A person or post on record."),
                    filled.day("planned", "Planned for", audit?.planned ?? viewer.today)))\
                \(pair(
                    filled.choice("kind", "Kind", AuditKind.allCases.map { ($0.rawValue, $0.words) }, audit?.kind.rawValue),
                    filled.choice("origin", "How it came", AuditOrigin.allCases.map { ($0.rawValue, $0.words) }, audit?.origin.rawValue)))\
                \(pair(
                    filled.choice("complexity", "Complexity", AuditComplexity.allCases.map { ($0.rawValue, $0.words) }, audit?.complexity.rawValue),
                    filled.choice("band", "Risk", [("", "As the service’s method has it, if it does")] + AuditRisk.allCases.map { ($0.rawValue, $0.words) }, audit?.band?.rawValue, required: false)))\
                \(filled.lines("brief", "Brief", audit?.brief, hint: "What the officer should know before going.", rows: 3, required: false))
                """).page
    }

    /// Whatever is typed is looked for: as one types where there is JavaScript, and otherwise when the form is sent.
}

/// Completing an audit, with what is still in the way and what will be opened.
struct AuditCompletionForm {
    let facts: AuditFacts
    let filled: Filled
    let viewer: AuditViewer

    var page: Page {
        let (audit, sheet) = (facts.audit, facts.audit.sheet)
        var opens: [HTML] = sheet.followUp.map { ["A follow-up is planned for \($0)."] } ?? []
        if !sheet.formal.isEmpty { opens.append("An enforcement case is opened for what the findings say.") }
        if sheet.sendsLetter { opens.append("A letter is to be sent.") }
        let asides: HTML? = opens.isEmpty ? nil : "<ul>\(opens.map { "<li>\($0)</li>" as HTML })</ul>"
        return AuditFormPage(
            title: "Complete the audit", under: "From then on it is not edited: what proves wrong is corrected, with a reason.", audit: audit, filled: filled,
            link: AuditLinks.audit(audit, "completion"), viewer: viewer, above: auditObstacleList(facts.obstacles(on: viewer.today)), send: "Complete it", body: """
                \(hidden("version", String(audit.version)))\(filled.day("on", "Completed on", viewer.today))\(asides)
                """).page
    }
}

/// Asking for a reason before an audit is abandoned, or an exception is made.
struct AuditReasonForm {
    let title: String
    var under: HTML?
    let facts: AuditFacts
    let part: String
    var above: HTML?
    var hasDay = false
    var danger = false
    let filled: Filled
    let viewer: AuditViewer

    var page: Page {
        AuditFormPage(
            title: title, under: under, audit: facts.audit, filled: filled, link: AuditLinks.audit(facts.audit, part), viewer: viewer, above: above, send: title, danger: danger,
            body: "\(hasDay ? filled.day("on", "The day", viewer.today) : .empty)\(filled.lines("because", "Why", rows: 3))").page
    }
}
