import Kernel
import Premises
import Markup
import Web

/// The page of a form of a case or a notice.
struct EnforcementFormPage {
    let title: String
    var under: HTML?
    /// The case it belongs to; nil for one that is not there yet.
    var own: EnforcementCase?
    let filled: Filled
    let link: Link
    let viewer: Viewer
    var now: [(String, HTML)] = []
    var back: Link?
    /// What the button says; nil where nothing can be sent.
    var send: String? = "Save"
    var danger = false
    let body: HTML

    var page: Page {
        var crumbs = [("Enforcement", EnforcementLinks.list)]
        if let own { crumbs.append((own.reference.text, EnforcementLinks.enforcementCase(own))) }
        let back = back ?? own.map { EnforcementLinks.enforcementCase($0) } ?? EnforcementLinks.list
        return FormPage(
            title: title, under: under, crumbs: crumbs, section: "enforcement", filled: filled, link: link, token: viewer.csrf, above: overtaken(filled, now),
            body: "\(body)\(buttons(send.map { submit($0, danger: danger) } ?? .empty, button("Cancel", to: back, quiet: true)))").page
    }
}

/// Opening a case, or editing what it says of itself.
struct CaseForm {
    let facts: CaseFacts?
    /// Names on record, offered as one types.
    let names: [String]
    /// What stands in the field of premises, where the form was led to with it.
    let premises: String?
    /// Those that are meant by it, or the likeliest.
    let meant: [Premises]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let own = facts?.enforcementCase
        let beginning: HTML = facts == nil
            ? "\(premisesField(filled, premises, meant: meant))\(filled.day("opened", "Opened on", viewer.today))"
            : "\(hidden("premises", facts?.premises.reference.text ?? ""))\(hidden("opened", own?.opened.iso ?? ""))"
        return EnforcementFormPage(
            title: own == nil ? "Open a case" : "Edit the case", own: own, filled: filled, link: own.map { EnforcementLinks.enforcementCase($0, "edit") } ?? EnforcementLinks.cases, viewer: viewer,
            now: facts.map { [("What it is about", "\($0.enforcementCase.title)"), ("Officer", "\($0.officer)")] } ?? [], send: own == nil ? "Open the case" : "Save", body: """
                \(hidden("version", own.map { String($0.version) } ?? ""))\
                \(filled.text("title", "What it is about", own?.title))\
                \(beginning)\
                \(pair(
                    filled.choice("origin", "How it arose", EnforcementCase.Origin.allCases.map { ($0.rawValue, $0.words) }, own?.origin.rawValue),
                    filled.party("officer", "Officer", facts?.officer ?? viewer.actor.name, from: names, hint: "A person or post on record.")))\
                \(filled.lines("summary", "Summary", own?.summary, hint: "Internal.", required: false))
                """).page
    }

    /// Whatever is typed is looked for: as one types where there is JavaScript, and otherwise when the form is sent.
}

/// Recording what was found.
struct FindingForm {
    let own: EnforcementCase
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        EnforcementFormPage(
            title: "Record a finding", under: "Internal: the public never sees it.", own: own, filled: filled, link: EnforcementLinks.enforcementCase(own, "findings"), viewer: viewer,
            send: "Record it", body: """
                \(pair(
                    filled.choice("article", "Article", Articles.order.standing(on: viewer.today, role: .duty).map { ($0.code, $0.words) }),
                    dayField(filled, viewer, "Found on")))\
                \(filled.lines("found", "What was found", rows: 5))
                """).page
    }
}

/// The steps of the enforcement management model.
struct RationaleForm {
    let own: EnforcementCase
    let held: Rationale?
    /// The edition of the enforcement policy whose factors are offered; nil where none has taken effect.
    let policy: EnforcementPolicy?
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let measures = EnforcementMeasure.allCases.map { ($0.rawValue, $0.words) }
        return EnforcementFormPage(
            title: held == nil ? "Record the rationale" : "Change the rationale", under: "How risk, gap and circumstances lead to what is done. Internal.", own: own, filled: filled,
            link: EnforcementLinks.enforcementCase(own, "rationale"), viewer: viewer, now: held.map { [("Conclusion", "\($0.conclusion.words)"), ("Expectation", "\($0.expectation.words)")] } ?? [], body: """
                \(hidden("version", held.map { String($0.version) } ?? ""))\
                \(pair(
                    filled.choice("risk", "Risk of serious injury", Rationale.Risk.allCases.map { ($0.rawValue, $0.rawValue.capitalisedFirst) }, held?.risk.rawValue ?? Rationale.Risk.possible.rawValue),
                    filled.choice("gap", "Gap to what the law asks for", Rationale.Gap.allCases.map { ($0.rawValue, $0.rawValue.capitalisedFirst) }, held?.gap.rawValue ?? Rationale.Gap.moderate.rawValue)))\
                \(filled.choice("expectation", "Initial expectation", measures, held?.expectation.rawValue, hint: "What risk and gap alone would lead to."))\
                \(filled.lines("dutyholder", "Dutyholder factors", held?.dutyholder, hint: offered(.dutyholder) ?? "History, confidence, intent.", rows: 3, required: false))\
                \(filled.lines("strategic", "Strategic factors", held?.strategic, hint: offered(.strategic) ?? "The public interest, and what the service aims at.", rows: 3, required: false))\
                \(filled.choice("conclusion", "Conclusion", measures, held?.conclusion.rawValue))\
                \(filled.lines("departure", "Why the conclusion is not what was expected", held?.departure, hint: "Needed exactly where it is not.", rows: 3, required: false))
                """).page
    }

    /// What the policy names to be weighed.
    private func offered(_ side: RationaleFactor.Side) -> HTML? {
        guard let policy, !policy.factors(side).isEmpty else { return nil }
        return "The enforcement policy, edition \(policy.edition), names: \(policy.factors(side).joined(separator: "; "))."
    }
}

/// Recording an informal notification, a caution or a prosecution, or what came of one.
struct OutcomeForm {
    let own: EnforcementCase
    /// Nil for one that is not there yet.
    let outcome: CaseOutcome?
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let result: HTML = """
            \(filled.lines("result", "What came of it", outcome?.result, hint: outcome == nil ? "Empty while that is not known." : nil, rows: 3, required: outcome != nil))\
            \(filled.day("result-on", "Known on", outcome?.resultOn ?? (outcome == nil ? nil : viewer.today), required: outcome != nil))
            """
        let what: HTML = outcome == nil ? """
            \(pair(filled.choice("kind", "What was done", CaseOutcome.Kind.allCases.map { ($0.rawValue, $0.words) }), dayField(filled, viewer, "On")))\
            \(filled.lines("words", "What it was for", hint: "The deficiencies, or the offence with its provision."))
            """ : .empty
        return EnforcementFormPage(
            title: outcome == nil ? "Record what was done" : "What came of it", under: outcome.map { "\($0.kind.words), \($0.on)." }, own: own, filled: filled,
            link: outcome.map { EnforcementLinks.outcome($0, own) } ?? EnforcementLinks.enforcementCase(own, "outcomes"), viewer: viewer, send: "Record it", body: "\(what)\(result)").page
    }
}

/// Asking for a reason before something is closed or struck out.
struct ReasonForm {
    let title: String
    var under: HTML?
    let own: EnforcementCase
    let link: Link
    var back: Link?
    var hasDay = false
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        EnforcementFormPage(
            title: title, under: under, own: own, filled: filled, link: link, viewer: viewer, back: back, send: title, danger: true,
            body: "\(hasDay ? dayField(filled, viewer) : .empty)\(filled.lines("because", "Why", rows: 3))").page
    }
}
