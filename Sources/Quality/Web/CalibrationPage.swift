import Kernel
import Markup
import People
import Web

/// A calibration on a day: who has answered while it is blind, and all answers side by side once it is closed.
struct CalibrationPage {
    let facts: CalibrationFacts
    /// The work.
    let spoken: Spoken
    let viewer: QualityViewer

    private var calibration: Calibration { facts.calibration }
    private var state: Calibration.State { calibration.state(on: viewer.day) }
    private var own: CalibrationSheet? { facts.sheet(for: viewer.parties) }
    private func to(_ part: String) -> Link { QualityLinks.calibration(calibration, part) }

    var page: Page {
        Page(
            title: "\(calibration.reference): \(calibration.place)", crumbs: [("Quality", viewer.link(QualityLinks.overview)), ("Calibrations", viewer.link(QualityLinks.calibrations))],
            section: "quality", scope: "calibration/\(calibration.id)", body: """
                \(lead("\(calibration.reference): \(calibration.place)", under: "\(counted(calibration.reviewers.count, "reviewer").capitalisedFirst) judge \(calibration.workReference), each by themselves.", standing: calibrationTag(calibration, on: viewer.day), actions: deeds))\
                \(abandoned)\(agreement)\(answers)\(about)\(reviewers)
                """)
    }

    private var deeds: [HTML] {
        guard state == .open, viewer.isToday else { return [] }
        var deeds: [HTML] = []
        if let own, own.submitted == nil, viewer.mayAnswer(facts) { deeds.append(button(own.findings.isEmpty ? "Answer" : "Go on answering", to: to("sheet"))) }
        if viewer.mayClose(facts) { deeds += [button("Close", to: to("closure"), quiet: facts.submitted(by: viewer.day).count < 2), button("Abandon", to: to("abandonment"), quiet: true)] }
        return deeds
    }

    private var abandoned: HTML? {
        state == .abandoned ? notice("Abandoned on \(calibration.abandoned.map { "\($0)" as HTML }): \(calibration.abandoning)", .amber) : nil
    }

    private var agreement: HTML {
        guard let result = facts.result(on: viewer.day) else { return .empty }
        let split = result.lines.filter(\.isSplit)
        let parted: HTML = split.isEmpty ? "<p>All answered every criterion alike.</p>" : "<p>They differ on \(listed(split.map { "“\($0.criterion.title)”" })).</p>"
        return card("How far they agree", id: "agreement", """
            <p>\(result.words)</p>\
            \(parted)\
            \(calibration.conclusion.map { "<h3>What was agreed</h3>\(prose($0))" as HTML })\
            \(small("Agreement in pairs is the share of pairs of reviewers that gave one answer. Fleiss’ kappa takes out what chance gives; its interval is a jackknife over criteria, 95 in 100."))
            """)
    }

    private var answers: HTML {
        guard let result = facts.result(on: viewer.day) else { return .empty }
        let columns = [Column("Criterion", .wide)] + result.sheets.map { Column(facts.name($0.reviewer)) } + [Column("Pairs alike", .number)]
        return card("All answers", id: "answers", table(columns: columns, rows: result.lines.map { line in
            ["\(line.isSplit ? "<strong>\(line.criterion.title)</strong>" : "\(line.criterion.title)" as HTML)"] + line.findings.map { finding in
                finding.note.map { tag(finding.answer.words, finding.answer.tone, why: "\($0)") } ?? tag(finding.answer.words, finding.answer.tone)
            } + ["\(percent(line.share))"]
        }))
    }

    private var about: HTML {
        card("About it", id: "about", """
            \(Markup.facts([
                ("Audit", spoken.links([calibration.work]) ?? "\(calibration.workReference)"), ("Carried out", "\(calibration.carriedOut)"), ("Work of", "\(facts.name(calibration.auditor))"),
                ("Form", "<a href=\"\(viewer.link(QualityLinks.form(facts.form)))\">\(facts.form.title), \(facts.form.name)</a>"), ("Opened", "\(calibration.since)"), ("Answers due by", "\(calibration.due)"),
                ("Closed", state == .closed ? calibration.closed.map { "\($0)" } ?? .empty : quiet("Not yet")),
            ]))\(calibration.brief.map { "<h3>What the reviewers are told</h3>\(prose($0))" as HTML })
            """)
    }

    private var reviewers: HTML {
        card("Reviewers", id: "reviewers", """
            \(table(columns: [Column("Who", .wide), Column("Handed in")], rows: facts.sheets.map { sheet in
                let handed = sheet.submitted.flatMap { $0 <= viewer.day ? $0 : nil }
                return ["\(facts.name(sheet.reviewer))", handed.map { tag("Handed in", .green, why: "\($0)") } ?? (state == .open ? tag("Not yet", .blue) : tag("Never", .grey))]
            }))\(state == .open ? small("Nobody sees the answers of others before it is closed.") : .empty)
            """)
    }
}

extension QualityViewer {
    func mayAnswer(_ facts: CalibrationFacts) -> Bool { isToday && QualityPolicy.answers(facts, actingFor: parties).allows(actor) }
    func mayClose(_ facts: CalibrationFacts) -> Bool { isToday && QualityPolicy.closes(facts, actingFor: parties).allows(actor) }
}
