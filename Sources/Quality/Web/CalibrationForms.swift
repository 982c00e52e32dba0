import Kernel
import Markup
import Web

/// The forms of a calibration.
struct CalibrationForms {
    let filled: Filled
    let viewer: QualityViewer

    private func form(_ title: String, _ facts: CalibrationFacts?, _ part: String, under: HTML? = nil, send: String, danger: Bool = false, _ body: HTML) -> Page {
        let calibration = facts?.calibration
        let back = calibration.map { QualityLinks.calibration($0) } ?? QualityLinks.calibrations
        return QualityFormPage(
            title: title, under: under, crumbs: [("Calibrations", QualityLinks.calibrations)] + (calibration.map { [($0.reference.text, back)] } ?? []), filled: filled,
            link: calibration.map { QualityLinks.calibration($0, part) } ?? QualityLinks.calibrations, back: back, viewer: viewer,
            now: facts.map { [("Standing", "\($0.calibration.state(on: viewer.today).words)"), ("Handed in", "\($0.submitted(by: viewer.today).count)")] } ?? [], send: send, danger: danger,
            body: "\(hidden("version", filled.value("version", calibration.map { String($0.version) })))\(body)").page
    }

    /// - Parameter names: of persons and posts that are here.
    func opening(work: String?, names: [String]) -> Page {
        form("Open a calibration", nil, "", under: "Several reviewers judge one audit by the form in force. None sees the answers of others before it is closed.", send: "Open it", """
            \(filled.text("work", "Audit", work, hint: "The reference of a completed audit, such as A-2026-0001."))\
            \(filled.lines("reviewers", "Reviewers", hint: "Two at least, one name a line, and never whoever did the work. On record are \(listed(names.prefix(12).map(\.self)))\(names.count > 12 ? " and others" : "").", rows: 4))\
            \(filled.day("due", "Answers due by", viewer.today.adding(days: 14)))\
            \(filled.lines("brief", "What the reviewers are told", hint: "Nothing that gives an answer away.", rows: 3, required: false))
            """)
    }

    func closing(_ facts: CalibrationFacts) -> Page {
        let missing = facts.sheets.filter { $0.submitted == nil }.map { facts.name($0.reviewer) }
        return form("Close the calibration", facts, "closure", under: "From then on everybody who judged sees all answers, and none can be changed or handed in any more.", send: "Close it", """
            \(missing.isEmpty ? .empty : notice("Not handed in yet, and left out: \(listed(missing)).", .amber))\
            \(filled.lines("conclusion", "What was agreed", hint: "What the reviewers take from it, and what in the form or its guidance should change.", rows: 5))
            """)
    }

    func abandoning(_ facts: CalibrationFacts) -> Page {
        form("Abandon the calibration", facts, "abandonment", under: "Nobody will see the answers.", send: "Abandon it", danger: true, filled.lines("because", "Why", rows: 3))
    }

    /// One’s own answers.
    func answering(_ facts: CalibrationFacts, _ sheet: CalibrationSheet) -> Page {
        let calibration = facts.calibration
        return Page(
            title: "Answer \(calibration.reference)", crumbs: [("Quality", QualityLinks.overview), ("Calibrations", QualityLinks.calibrations), (calibration.reference.text, QualityLinks.calibration(calibration))],
            section: "quality", body: """
                \(lead("Answer \(calibration.reference): \(calibration.place)", under: "Your own judgement of \(calibration.workReference), before you talk about it."))\
                \(errorSummary(filled.refusal))\(overtaken(filled, [("Criteria answered", "\(sheet.findings.count) of \(facts.form.criteria.count)")]))\
                <form class="form sheet" id="sheet" method="post" action="\(QualityLinks.calibration(calibration, "sheet"))" novalidate>\(hidden("csrf", viewer.csrf))\
                \(hidden("version", filled.value("version", String(sheet.version))))\
                \(CriteriaCard(form: facts.form, held: sheet.findings, filled: filled).html)\
                \(card("Hand in", checkbox("final", "These are my answers: hand them in. They can’t be changed afterwards.", on: filled.value("final") == "yes")))\
                \(buttons(submit("Save"), button("Back to the calibration", to: QualityLinks.calibration(calibration), quiet: true)))</form>
                """)
    }
}
