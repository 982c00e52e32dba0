import Kernel
import Markup
import Premises
import Web

/// The working form of an audit, for a tablet at the premises: article by article, with room for a thumb.
///
/// It is a form like any other. With its script it is kept on the tablet while it is typed, and saved there when the line is.
struct AuditSheetPage {
    let facts: AuditFacts
    /// Whether a completed audit is put right, for a reason.
    let isCorrection: Bool
    let filled: Filled
    let viewer: AuditViewer

    private var audit: Audit { facts.audit }
    private var sheet: AuditSheet { audit.sheet }
    private var link: Link { AuditLinks.audit(audit, isCorrection ? "correction" : "sheet") }

    var page: Page {
        Page(
            title: isCorrection ? "Correct the audit" : "Carry it out", crumbs: [("Audits", AuditLinks.list), (audit.reference.text, AuditLinks.audit(audit))], section: "audits", body: """
                \(lead(isCorrection ? "Correct \(audit.reference)" : "\(audit.reference): \(facts.premises.name)", under: "\(audit.kind.words), \(facts.premises.line)"))\
                \(errorSummary(filled.refusal))\(overtaken(filled, now))\(isCorrection ? .empty : authorisationNotice(facts.whyNot(on: facts.day)))\
                \(audit.brief.map { card("Brief", prose($0)) })\(working)
                """)
    }

    private var now: [(String, HTML)] {
        [("Carried out", sheet.carriedOut.map { "\($0)" } ?? quiet("Not yet")), ("Articles looked at", "\(sheet.findings.count)"), ("Result", sheet.result.map { "\($0.words)" } ?? quiet("None yet"))]
    }

    private var working: HTML {
        // The script keeps what is typed under this name, for this person alone.
        let keeps: HTML = isCorrection ? .empty : " data-keeps=\"\(audit.reference) \(viewer.actor.subject)\" data-saves=\"\(AuditLinks.audit(audit, "saving"))\" data-done=\"\(AuditLinks.audit(audit))\""
        return """
            <form class="form sheet" id="sheet" method="post" action="\(link)" novalidate\(keeps)>\(hidden("csrf", viewer.csrf))\
            \(hidden("version", filled.value("version", String(audit.version))))\
            <p class="kept" role="status" hidden></p>\
            \(visit)\(findings)\(documents)\(judgement)\(reason)\
            \(buttons(submit(isCorrection ? "Correct it" : "Save"), button("Back to the audit", to: AuditLinks.audit(audit), quiet: true)))</form>
            """
    }

    private var visit: HTML {
        card("The visit", id: "visit", """
            \(pair(
                filled.day("carried-out", "Carried out on", sheet.carriedOut ?? (audit.state(on: viewer.today) == .planned && filled.fields == nil ? viewer.today : nil), required: false),
                number("on-site", "Hours on site", sheet.onSite), number("besides", "Hours besides", sheet.besides)))\
            \(filled.lines("met", "Who was met", sheet.met.map(\.written).joined(separator: "\n"), hint: "A line each: the name, and the capacity after a bar. J. Owner | Manager", rows: 2, required: false))
            """)
    }

    private func number(_ name: String, _ label: String, _ held: Quantity?) -> HTML {
        field(name, label, value: filled.value(name, held?.description), hint: "Such as 2.5.", error: filled.error(name), required: false)
    }

    private var findings: HTML {
        let articles = Articles.order.standing(on: sheet.carriedOut ?? viewer.today, role: .duty)
        let jumps = articles.map { ("\($0.code)", AuditLinks.audit(audit, "sheet").at("article-\($0.code)")) }
        return card("Findings", id: "findings", """
            \(small("Of each article that was looked at: how the premises stand, from 1, compliant, to 5, a major deficiency. From 3 on, what was seen."))\
            \(filled.error("findings").map { "<p class=\"error\">\($0)</p>" as HTML })\(onThisPage(jumps))\(articles.map(article))
            """)
    }

    private func article(_ article: Article) -> HTML {
        let held = sheet.findings.first { $0.article == article.code }
        let name = "level-\(article.code)"
        let chosen = filled.value(name, held.map { String($0.level.rawValue) })
        let choices: [HTML] = [level(name, "", "Not looked at", chosen)] + ComplianceLevel.allCases.map { level(name, String($0.rawValue), $0.words, chosen) }
        return """
            <section class="article" id="article-\(article.code)"><h3>Article \(article.code): \(article.heading)</h3><p class="hint">\(article.meaning)</p>\
            <fieldset class="field levels\(filled.error(name) == nil ? "" : " wrong")"><legend>How it stands</legend>\
            \(filled.error(name).map { "<p class=\"error\" id=\"\(name)-error\"><span class=\"unseen\">Error: </span>\($0)</p>" as HTML })\(choices)</fieldset>\
            \(filled.lines("found-\(article.code)", "What was seen", held?.found, rows: 2, required: false))</section>
            """
    }

    private func level(_ name: String, _ value: String, _ words: String, _ chosen: String) -> HTML {
        let id = value.isEmpty ? name : "\(name)-\(value)"
        let number: HTML? = value.isEmpty ? nil : "<b>\(value)</b> "
        return """
            <label class="choice" for="\(id)"><input id="\(id)" type="radio" name="\(name)" value="\(value)" \(flag: "checked", value == chosen)> <span>\(number)\(words)</span></label>
            """
    }

    private var documents: HTML {
        card("Documents", id: "documents", "\(AuditDocument.allCases.map(document))")
    }

    private func document(_ document: AuditDocument) -> HTML {
        let name = "evidence-\(document.rawValue)"
        return radios(
            name, document.words, options: AuditEvidence.Standing.allCases.map { ($0.rawValue, $0.words) },
            chosen: filled.value(name, sheet.evidence.standing(of: document).rawValue), error: filled.error(name), required: false)
    }

    private var judgement: HTML {
        let suggested: HTML? = AuditJudgement(sheet).map { judgement in
            notice("\(judgement.why) That suggests: \(judgement.result.words.lowercased()), \(judgement.outcome.words.lowercasedFirst). You judge; where you judge otherwise, say why.", .blue)
        }
        return card("Judgement", id: "judgement", """
            \(suggested)\
            \(radios("result", "Result", options: [("", "Not judged yet")] + AuditResult.allCases.map { ($0.rawValue, $0.words) }, chosen: filled.value("result", sheet.result?.rawValue), error: filled.error("result"), required: false))\
            \(checkboxes(
                "outcomes", "What follows", options: AuditOutcome.allCases.map { ($0.rawValue, $0.words) }, chosen: Set(filled.values("outcomes", sheet.outcomes.map(\.rawValue))),
                hint: "All that apply. An alterations notice does not say that anything is wrong.", error: filled.error("outcomes"), required: false))\
            \(filled.lines("departure", "Why it departs from the findings", sheet.departure, hint: "Needed only where result or outcome is not what the findings lead to.", rows: 2, required: false))\
            \(pair(
                filled.day("follow-up", "Follow-up on", sheet.followUp, hint: "Opens a follow-up when the audit is completed.", required: false),
                filled.day("next-due", "Next due", sheet.nextDue, required: false)))\
            \(filled.lines("next-because", "Why then", sheet.nextBecause, hint: "Or why the premises are not due again.", rows: 2, required: false))\
            \(filled.lines("notes", "Notes", sheet.notes, hint: "Internal.", rows: 3, required: false))
            """)
    }

    private var reason: HTML { isCorrection ? card("The correction", filled.lines("because", "Why it is corrected", rows: 2)) : .empty }
}
