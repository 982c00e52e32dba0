import Kernel
import Markup
import Web

/// The working form of a check, criterion by criterion, with room for a thumb.
struct QualitySheetPage {
    let facts: QualityCheckFacts
    /// Whether a completed check is put right, for a reason.
    let isCorrection: Bool
    let filled: Filled
    let viewer: QualityViewer

    private var check: QualityCheck { facts.check }
    private var sheet: QualitySheet { check.sheet }

    var page: Page {
        let link = QualityLinks.check(check, isCorrection ? "correction" : "sheet")
        return Page(
            title: isCorrection ? "Correct the check" : "Make the check",
            crumbs: [("Quality", QualityLinks.overview), ("Checks", QualityLinks.checks), (check.reference.text, QualityLinks.check(check))], section: "quality", body: """
                \(lead(isCorrection ? "Correct \(check.reference)" : "\(check.reference): \(check.place)", under: "\(check.kind.words) check of \(check.workReference), the work of \(facts.auditor)"))\
                \(errorSummary(filled.refusal))\(overtaken(filled, now))\
                <form class="form sheet" id="sheet" method="post" action="\(link)" novalidate>\(hidden("csrf", viewer.csrf))\
                \(hidden("version", filled.value("version", String(check.version))))\(CriteriaCard(form: facts.form, held: sheet.findings, filled: filled).html)\(judgement)\
                \(isCorrection ? card("The correction", filled.lines("because", "Why it is corrected", rows: 2)) : .empty)\
                \(buttons(submit(isCorrection ? "Correct it" : "Save"), button("Back to the check", to: QualityLinks.check(check), quiet: true)))</form>
                """)
    }

    private var now: [(String, HTML)] {
        [("Criteria answered", "\(sheet.findings.count) of \(facts.form.criteria.count)"), ("Grade", sheet.grade.map { "\($0.words)" } ?? quiet("None yet"))]
    }

    private var judgement: HTML {
        let suggested: HTML? = sheet.suggested.map { notice("\($0.why) That leads to “\($0.grade.words.lowercasedFirst)”. You judge; where you judge otherwise, say why.", .blue) }
        return card("On the whole", id: "judgement", """
            \(suggested)\(small("The rule. \(SuggestedGrade.rule)"))\
            \(radios("grade", "Grade", options: [("", "Not graded yet")] + QualityGrade.allCases.map { ($0.rawValue, $0.words) }, chosen: filled.value("grade", sheet.grade?.rawValue), error: filled.error("grade"), required: false))\
            \(filled.lines("departure", "Why the grade departs from the answers", sheet.departure, hint: "Needed only where it does.", rows: 2, required: false))\
            \(filled.lines("summary", "Summary", sheet.summary, hint: "What whoever did the work should take from it.", rows: 3, required: false))
            """)
    }
}
