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
                \(hidden("version", filled.value("version", String(check.version))))\(criteria)\(judgement)\
                \(isCorrection ? card("The correction", filled.lines("because", "Why it is corrected", rows: 2)) : .empty)\
                \(buttons(submit(isCorrection ? "Correct it" : "Save"), button("Back to the check", to: QualityLinks.check(check), quiet: true)))</form>
                """)
    }

    private var now: [(String, HTML)] {
        [("Criteria answered", "\(sheet.findings.count) of \(facts.form.criteria.count)"), ("Grade", sheet.grade.map { "\($0.words)" } ?? quiet("None yet"))]
    }

    private var criteria: HTML {
        card("\(facts.form.title), \(facts.form.name)", id: "criteria", """
            \(small("Not evidenced means that it may have been done, and the file does not show it. Where something failed or was not evidenced, say what was seen: whoever did the work reads it."))\
            \(filled.error("answers").map { "<p class=\"error\" id=\"answers\">\($0)</p>" as HTML })\(facts.form.criteria.map(criterion))
            """)
    }

    private func criterion(_ criterion: QualityCriterion) -> HTML {
        let held = sheet.findings.first { $0.criterion == criterion.code }
        let name = "answer-\(criterion.code)"
        let chosen = filled.value(name, held?.answer.rawValue)
        let choices: [HTML] = [choice(name, "", "Not answered yet", chosen)] + QualityAnswer.allCases.map { choice(name, $0.rawValue, $0.words, chosen) }
        return """
            <section class="article" id="criterion-\(criterion.code)"><h3>\(criterion.title)</h3>\(criterion.guidance.map { "<p class=\"hint\">\($0)</p>" as HTML })\
            <fieldset class="field levels\(filled.error(name) == nil ? "" : " wrong")"><legend>The answer</legend>\
            \(filled.error(name).map { "<p class=\"error\" id=\"\(name)-error\"><span class=\"unseen\">Error: </span>\($0)</p>" as HTML })\(choices)</fieldset>\
            \(filled.lines("note-\(criterion.code)", "What was seen", held?.note, rows: 2, required: false))</section>
            """
    }

    private func choice(_ name: String, _ value: String, _ words: String, _ chosen: String) -> HTML {
        let id = value.isEmpty ? name : "\(name)-\(value)"
        return """
            <label class="choice" for="\(id)"><input id="\(id)" type="radio" name="\(name)" value="\(value)" \(flag: "checked", value == chosen)> <span>\(words)</span></label>
            """
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
