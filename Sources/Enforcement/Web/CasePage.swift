import Kernel
import Markup
import Premises
import Web

/// A case on a day: what was found, how the officer came to what is done, its notices, and what else was done.
struct CasePage {
    let facts: CaseFacts
    let viewer: Viewer

    private var own: EnforcementCase { facts.enforcementCase }
    private var may: Bool { viewer.mayKeep(own) && own.isOpen(on: viewer.today) }
    private func to(_ part: String) -> Link { EnforcementLinks.enforcementCase(own, part) }

    var page: Page {
        Page(
            title: "\(own.reference): \(own.title)", crumbs: [("Enforcement", viewer.link(EnforcementLinks.list)), ("Cases", viewer.link(EnforcementLinks.cases))], section: "enforcement",
            scope: "enforcement_case/\(own.id)", body: """
                \(lead("\(own.reference): \(own.title)", under: "\(facts.premises.line)", standing: caseTag(own, on: viewer.day), actions: deeds))\
                \(closed)\(about)\(findings)\(rationale)\(notices)\(outcomes)
                """)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if may { deeds += [button("Edit", to: to("edit"), quiet: true), button("Close", to: to("closure"), quiet: true)] }
        if viewer.mayKeep(own), own.closed != nil { deeds.append(postButton("Reopen", to: to("reopening"), token: viewer.csrf)) }
        return deeds + [button("History", to: to("history"), quiet: true)]
    }

    private var closed: HTML? {
        guard let day = own.closed, day <= viewer.day else { return nil }
        return notice("Closed on \(day): \(own.closing)", .amber)
    }

    private var about: HTML {
        card("About it", id: "about", """
            \(Markup.facts([
                ("How it arose", "\(own.origin.words)"), ("Officer", "<a href=\"\(viewer.link(Link("people", own.officer)))\">\(facts.officer)</a>"), ("Opened", "\(own.opened)"),
                ("Premises", "<a href=\"\(viewer.link(Link("premises", facts.premises.reference)))\">\(facts.premises.line)</a>"), ("Premises type", "\(facts.premises.type.words)"),
            ]))\(own.summary.map { prose($0) })
            """)
    }

    private var findings: HTML {
        let deeds = may ? [button("Record a finding", to: Link("enforcement", "cases", own.reference, "findings", "new"), quiet: true)] : []
        let found = facts.findings.filter { $0.on <= viewer.day }
        guard !found.isEmpty else { return card("Findings", id: "findings", actions: deeds, empty("Nothing was recorded as found yet. Findings are internal: the public never sees them.")) }
        let columns = [Column("Article", .reference), Column("What was found", .wide), Column("Day", .day)]
        return card("Findings", id: "findings", actions: deeds, table(columns: may ? columns + [Column("")] : columns, rows: found.map { finding in
            let heading = Articles.order.known(finding.article, on: finding.on)?.heading
            let cells: [HTML] = ["\(finding.article)", "\(prose(finding.found))\(heading.map { "<span class=\"why\">\($0).</span>" as HTML })", "\(finding.on)"]
            return may ? cells + [button("Strike out", to: EnforcementLinks.finding(finding, own), quiet: true)] : cells
        }))
    }

    private var rationale: HTML {
        let deeds = may ? [button(facts.rationale == nil ? "Record the rationale" : "Change it", to: to("rationale"), quiet: true)] : []
        guard let held = facts.rationale else {
            return card("Rationale", id: "rationale", actions: deeds, empty("Nobody recorded yet how risk, gap and circumstances lead to what is done."))
        }
        return card("Rationale", id: "rationale", actions: deeds, """
            \(Markup.facts([
                ("Risk of serious injury", "\(held.risk.rawValue.capitalisedFirst)"), ("Gap", "\(held.gap.rawValue.capitalisedFirst)"), ("Initial expectation", "\(held.expectation.words)"),
                ("Conclusion", held.departs ? tag(held.conclusion.words, .amber, why: "Departs from the expectation.") : tag(held.conclusion.words, .green)),
            ]))\
            \(held.departure.map { "<h3>Why it departs</h3>\(prose($0))" as HTML })\(held.dutyholder.map { "<h3>Dutyholder factors</h3>\(prose($0))" as HTML })\
            \(held.strategic.map { "<h3>Strategic factors</h3>\(prose($0))" as HTML })
            """)
    }

    private var notices: HTML {
        let deeds = may ? NoticeType.allCases.map { button($0.words, to: Link("enforcement", "cases", own.reference, "notices", "new").adding("type", $0.rawValue), quiet: true) } : []
        let views = facts.notices.map { NoticeView($0, on: viewer.day) }.filter(\.isHere)
        guard !views.isEmpty else { return card("Notices", id: "notices", actions: deeds, empty(may ? "No notice was drafted in this case. Choose a type above to draft one." : "No notice was drafted in this case.")) }
        return card("Notices", id: "notices", actions: deeds, table(columns: [Column("Notice", .reference), Column("Type"), Column("Standing", .wide)], rows: views.map { view in
            ["<a href=\"\(viewer.link(EnforcementLinks.notice(view.notice)))\">\(view.notice.reference)</a>", "\(view.notice.type.words)", standingCell(view)]
        }))
    }

    private var outcomes: HTML {
        let deeds = may ? [button("Record another", to: Link("enforcement", "cases", own.reference, "outcomes", "new"), quiet: true)] : []
        let done = facts.outcomes.filter { $0.on <= viewer.day }
        guard !done.isEmpty else { return card("Informal notifications, cautions and prosecutions", id: "outcomes", actions: deeds, empty("None was recorded.")) }
        let columns = [Column("Day", .day), Column("What", .wide), Column("What came of it", .wide)]
        return card("Informal notifications, cautions and prosecutions", id: "outcomes", actions: deeds, table(columns: may ? columns + [Column("")] : columns, rows: done.map { outcome in
            let result: HTML = outcome.result.flatMap { result in outcome.resultOn.flatMap { $0 <= viewer.day ? "\($0): \(result)" as HTML : nil } } ?? quiet("Not known yet")
            let cells: [HTML] = ["\(outcome.on)", "<strong>\(outcome.kind.words)</strong>\(prose(outcome.words))", result]
            return may ? cells + [button("What came of it", to: EnforcementLinks.outcome(outcome, own), quiet: true)] : cells
        }))
    }
}
