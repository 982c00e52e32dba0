import Kernel
import Markup
import People
import Storage
import Web

/// A check on a day: what was looked at, what was found by each criterion, and what is done about it.
struct QualityCheckPage {
    let facts: QualityCheckFacts
    /// The names of those who do something about it.
    let names: [ID<Party>: String]
    /// The work, and actions of plans.
    let spoken: Spoken
    let viewer: QualityViewer

    private var check: QualityCheck { facts.check }
    private var state: QualityCheckState { facts.state(on: viewer.day) }
    private func to(_ part: String) -> Link { QualityLinks.check(check, part) }
    /// What is written down so far is the reviewer's until it is completed.
    private var showsSheet: Bool { state == .completed || viewer.mayFill(facts) }

    var page: Page {
        Page(
            title: "\(check.reference): \(check.place)", crumbs: [("Quality", viewer.link(QualityLinks.overview)), ("Checks", viewer.link(QualityLinks.checks))], section: "quality",
            scope: "quality_check/\(check.id)", body: """
                \(lead("\(check.reference): \(check.place)", under: "\(check.kind.words) check of \(check.workReference), the work of \(facts.auditor)", standing: checkTag(check, on: viewer.day), actions: deeds))\
                \(ended)\(state == .open && viewer.mayFill(facts) && !check.sheet.findings.isEmpty ? qualityObstacleList(facts.obstacles()) : .empty)\
                \(about)\(answers)\(reply)\(remedials)
                """)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if state == .open {
            if viewer.mayFill(facts) {
                deeds.append(button(check.sheet.findings.isEmpty ? "Make the check" : "Fill it in", to: to("sheet")))
                if !check.sheet.findings.isEmpty { deeds.append(button("Complete", to: to("completion"), quiet: !facts.obstacles().isEmpty)) }
            }
            if viewer.mayAssign(facts) { deeds += [button("Assign", to: to("assignment"), quiet: true), button("Call off", to: to("calling-off"), quiet: true)] }
        }
        if state == .completed {
            if viewer.mayRemedy(facts) { deeds.append(button("Have something done", to: to("remedials"))) }
            if viewer.mayReply(facts) { deeds.append(button(check.reply == nil ? "Answer it" : "Answer it anew", to: to("reply"))) }
            if viewer.mayFill(facts) { deeds.append(button("Correct", to: to("correction"), quiet: true)) }
        }
        return viewer.mayReadHistory(of: facts) ? deeds + [button("History", to: to("history"), quiet: true)] : deeds
    }

    private var ended: HTML {
        let off: HTML? = state == .calledOff ? notice("Called off on \(check.calledOff.map { "\($0)" as HTML }): \(check.callingOff)", .amber) : nil
        let corrected: HTML? = check.corrected.flatMap { day in
            day <= viewer.day && state == .completed ? notice("Corrected on \(day): \(check.correction). Its history has what it said before.", .blue) : nil
        }
        return "\(off)\(corrected)"
    }

    private var about: HTML {
        let plan: HTML? = facts.sample.map { sample in
            viewer.readsPlans ? "<a href=\"\(viewer.link(QualityLinks.plan(sample)))\">\(sample.title)</a>" : "\(sample.title)"
        }
        return card("About it", id: "about", Markup.facts([
            ("Audit", spoken.links([check.work]) ?? "\(check.workReference)"), ("Carried out", "\(check.carriedOut)"), ("Work of", "\(facts.auditor)\(facts.office.map { ", \($0)" as HTML })"),
            ("Reviewer", "\(facts.reviewer)"), ("How", "\(check.kind.words): \(check.kind.meaning.lowercasedFirst)"), ("Due by", "\(check.due)"),
            ("Completed", state == .completed ? check.completed.map { "\($0)" } ?? .empty : quiet("Not yet")), ("Sampling plan", plan ?? quiet("None: somebody asked for it")),
            ("Why", "\(check.why)"), ("Form", "<a href=\"\(viewer.link(QualityLinks.form(facts.form)))\">\(facts.form.title), \(facts.form.name)</a>"),
        ]))
    }

    private var answers: HTML {
        guard showsSheet else { return state == .calledOff ? .empty : card("What was found", id: "found", empty("Its reviewer has not completed it yet.")) }
        let sheet = check.sheet
        guard !sheet.findings.isEmpty else { return card("What was found", id: "found", empty("No criterion is answered yet.", action: viewer.mayFill(facts) && state == .open ? button("Make the check", to: to("sheet"), quiet: true) : nil)) }
        let rows = facts.form.criteria.compactMap { criterion -> [HTML]? in
            sheet.findings.first { $0.criterion == criterion.code }.map { finding in
                ["<strong>\(criterion.title)</strong><span class=\"why\">\(criterion.code)</span>", tag(finding.answer.words, finding.answer.tone), finding.note.map { prose($0) } ?? quiet("No remark")]
            }
        }
        return card("What was found", id: "found", """
            \(table(columns: [Column("Criterion", .wide), Column("Answer"), Column("What was seen", .wide)], rows: rows))\
            \(Markup.facts([
                ("Grade", sheet.grade.map { tag($0.words, $0.tone) } ?? quiet("None yet")), ("The answers lead to", sheet.suggested.map { "\($0.grade.words). \($0.why)" } ?? quiet("Nothing")),
            ]))\(sheet.departure.map { "<h3>Why the grade is another</h3>\(prose($0))" as HTML })\(sheet.summary.map { "<h3>Summary</h3>\(prose($0))" as HTML })
            """)
    }

    private var reply: HTML {
        guard state == .completed else { return .empty }
        guard let reply = check.reply, let day = check.replied, day <= viewer.day else {
            return card("What \(facts.auditor) says to it", id: "reply", empty("Nothing yet. Whoever did the work may answer."))
        }
        return card("What \(facts.auditor) says to it", id: "reply", "\(small("Answered on \(day)."))\(prose(reply))")
    }

    private var remedials: HTML {
        guard state == .completed else { return .empty }
        let own = facts.remedials.filter { $0.isHere(on: viewer.day) }
        guard !own.isEmpty else {
            return card("What is done about it", id: "remedials", empty(check.sheet.faults.isEmpty ? "Nothing, and nothing failed." : "Nothing was asked for yet.", action: viewer.mayRemedy(facts) ? button("Have something done", to: to("remedials"), quiet: true) : nil))
        }
        return card("What is done about it", id: "remedials", table(columns: [Column("What", .wide), Column("Who"), Column("Due", .day), Column("Standing", .wide)], rows: own.map { remedial in
            [
                "<a href=\"\(viewer.link(QualityLinks.remedial(remedial)))\">\(remedial.what)</a><span class=\"why\">\(remedial.kind.words)\(remedial.criterion.map { ", \($0)" as HTML })</span>",
                "\(names[remedial.owner])", "\(remedial.due)", "\(remedialTag(remedial, on: viewer.day))\(remedial.action.flatMap { spoken.links([$0]) }.map { " <span class=\"why\">\($0)</span>" as HTML })",
            ]
        }))
    }
}
