import Kernel
import Markup
import Premises
import Storage
import Web

/// An audit on a day: what was planned, what was found against each article, and what follows.
struct AuditPage {
    let facts: AuditFacts
    /// Who recorded the exception, as people know them.
    let approver: String?
    /// What its outcome opened elsewhere.
    let spoken: Spoken
    /// What another slice shows of it.
    var besides: HTML?
    let viewer: AuditViewer

    private var audit: Audit { facts.audit }
    private var sheet: AuditSheet { state == .planned ? AuditSheet() : audit.sheet }
    private var state: AuditState { facts.state(on: viewer.day) }
    private var may: Bool { viewer.mayKeep(audit) }
    private func to(_ part: String) -> Link { AuditLinks.audit(audit, part) }

    var page: Page {
        Page(
            title: "\(audit.reference): \(facts.premises.name)", crumbs: [("Audits", viewer.link(AuditLinks.list))], section: "audits", scope: "audit/\(audit.id)", body: """
                \(lead("\(audit.reference): \(facts.premises.name)", under: "\(audit.kind.words), \(facts.premises.line)", standing: auditTag(audit, on: viewer.day), actions: deeds))\
                \(ended)\(state.isOpen ? authorisationNotice(facts.whyNot(on: facts.day)) : .empty)\(state == .underWay ? auditObstacleList(facts.audit.sheet.obstacles(on: viewer.day)) : .empty)\
                \(about)\(findings)\(judged)\(follows)\(AuditLetterCard(facts: facts, viewer: viewer).html)\(besides)
                """)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if may, state.isOpen {
            deeds.append(button(state == .planned ? "Carry it out" : "Fill it in", to: to("sheet")))
            if state == .underWay { deeds.append(button("Complete", to: to("completion"), quiet: facts.obstacles(on: viewer.day).isEmpty == false)) }
            deeds += [button("Plan anew", to: to("edit"), quiet: true), button("Abandon", to: to("abandonment"), quiet: true)]
        }
        if may, state == .completed { deeds.append(button("Correct", to: to("correction"), quiet: true)) }
        if viewer.mayExcept(audit), state.isOpen, !facts.whyNot(on: facts.day).isEmpty { deeds.append(button("Make an exception", to: to("exception"), quiet: true)) }
        return deeds + [button("History", to: to("history"), quiet: true)]
    }

    private var ended: HTML {
        let abandoned: HTML? = state == .abandoned ? notice("Abandoned on \(audit.abandoned.map { "\($0)" as HTML }): \(audit.abandoning)", .amber) : nil
        let corrected: HTML? = audit.corrected.flatMap { day in
            day <= viewer.day && state == .completed ? notice("Corrected on \(day): \(audit.correction). Its history has what it said before.", .blue) : nil
        }
        return "\(abandoned)\(corrected)"
    }

    private var about: HTML {
        card("About it", id: "about", """
            \(Markup.facts([
                ("Officer", "<a href=\"\(viewer.link(Link("people", audit.officer)))\">\(facts.officer)</a>\(facts.offices.isEmpty ? nil : ", \(listed(facts.offices))" as HTML)"),
                ("How it came", "\(audit.origin.words)"), ("Planned for", "\(audit.planned)"),
                ("Carried out", sheet.carriedOut.map { "\($0)" } ?? quiet("Not yet")), ("Completed", state == .completed ? audit.completed.map { "\($0)" } ?? .empty : quiet("Not yet")),
                ("Premises", "<a href=\"\(viewer.link(Link("premises", facts.premises.reference)))\">\(facts.premises.line)</a>"), ("Premises type", "\(facts.premises.type.words)"),
                ("Risk", audit.band.map { "\($0.words)" } ?? quiet("Not known, which counts as very high")), ("Complexity", "\(audit.complexity.words)"),
                ("Hours", hours), ("Met", sheet.met.isEmpty ? quiet("Nobody named") : "\(listed(sheet.met.map(\.words)))"),
            ] + before))\(audit.brief.map { "<h3>Brief</h3>\(prose($0))" as HTML })\(exception)
            """)
    }

    private var hours: HTML {
        guard let hours = sheet.hours else { return quiet("None yet") }
        return "\(hours.description) (\((sheet.onSite ?? Quantity(0)).description) on site, \((sheet.besides ?? Quantity(0)).description) besides)"
    }

    private var before: [(String, HTML)] { facts.follows.map { [("Follows up", auditLink($0.text, to: viewer.link(AuditLinks.audit($0))))] } ?? [] }

    private var exception: HTML? {
        guard let exception = facts.exception, exception.on <= viewer.day else { return nil }
        return """
            <h3>Exception</h3><p>\(approver) let the officer go beyond their authorisation on \(exception.on): \(exception.because)\
            \(exception.covers(audit) ? nil : " It was given for less than is planned now, and does not count." as HTML)</p>
            """
    }

    private var findings: HTML {
        guard !sheet.findings.isEmpty else { return state == .planned ? .empty : card("Findings", id: "findings", empty("No article was looked at yet.")) }
        return card("Findings", id: "findings", """
            \(table(columns: [Column("Article", .wide), Column("Level"), Column("What was seen", .wide)], rows: sheet.findings.map { finding in
                let article = Articles.order.known(finding.article, on: facts.day)
                return ["<strong>Article \(finding.article)</strong><span class=\"why\">\(article?.heading)</span>", levelTag(finding.level), finding.found.map { prose($0) } ?? quiet("No remark")]
            }))\(evidence)
            """)
    }

    private var evidence: HTML {
        let asked = AuditDocument.allCases.filter { sheet.evidence.standing(of: $0) != .notAsked }
        guard !asked.isEmpty else { return .empty }
        let named = [AuditEvidence.Standing.seen, .missing].filter { !sheet.evidence.documents($0).isEmpty }
        return "<h3>Documents</h3>\(Markup.facts(named.map { standing -> (String, HTML) in (standing.words, "\(listed(sheet.evidence.documents(standing).map(\.words)))") }))"
    }

    private var judged: HTML {
        guard sheet.result != nil || !sheet.outcomes.isEmpty || sheet.nextBecause != nil || sheet.departure != nil || sheet.notes != nil else { return .empty }
        return card("Judgement", id: "judgement", """
            \(Markup.facts([
                ("Result", sheet.result.map { tag($0.words, $0.tone) } ?? quiet("Not judged yet")),
                ("What follows", sheet.outcomes.isEmpty ? quiet("Not said yet") : "\(listed(sheet.outcomes.map(\.words)))"),
                ("Next due", sheet.nextDue.map { "\($0)" } ?? quiet(sheet.nextBecause == nil ? "Not said yet" : "Not due again")), ("Why then", sheet.nextBecause.map { "\($0)" } ?? quiet("Not said yet")),
            ]))\(sheet.departure.map { "<h3>Why it departs from the findings</h3>\(prose($0))" as HTML })\(sheet.notes.map { "<h3>Notes</h3>\(prose($0))" as HTML })
            """)
    }

    private var follows: HTML {
        let opened = audit.opened.flatMap { spoken.links([$0]) }
        guard state == .completed, !facts.followed.isEmpty || opened != nil else { return .empty }
        let followed: [HTML] = facts.followed.map { "\(auditLink($0.reference.text, to: viewer.link(AuditLinks.audit($0)))), a follow-up planned for \($0.planned): \($0.state(on: viewer.day).words.lowercased())" }
        return card("What it opened", id: "opened", "<ul>\((followed + [opened].compactMap(\.self)).map { "<li>\($0)</li>" as HTML })</ul>")
    }
}
