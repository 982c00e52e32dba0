import Kernel
import Markup
import People
import Storage
import Web

/// One action on a day: its facts, what its owners said, what they may say now, and its history in words.
struct ActionPage {
    let view: PlanView
    let item: ActionView
    let finding: Finding
    let evidence: EvidenceCard
    let told: [HistoryEntry]
    /// Names of those who wrote updates, asked and decided, by how the journal names them.
    let authors: [String: String]
    /// In which an awaited action may stand, its own first.
    let plans: [Plan]
    /// Where it came from and where it goes on, when a plan was closed with it.
    let way: HTML
    let filled: Filled
    /// Which form was refused: `updates`, `completion`, `milestones`, `moves`, `overrides`, `dependencies`, `needs` or `acceptance`.
    let refused: String?
    /// What other slices say of it.
    let said: [MentionGroup]
    /// Whether the viewer may verify it, and whether they may close it without its being done.
    let may: (verify: Bool, look: Bool, giveUp: Bool)
    let viewer: Viewer

    private var plan: Plan { view.facts.plan }
    private var action: Action { item.action }

    var page: Page {
        Page(
            title: "Action \(action.reference)",
            crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead(action.text, under: "Action \(action.reference), in answer to finding \(finding.reference): \(finding.text)", standing: tag(item), actions: deeds))\(errorSummary(filled.refusal))\(way)\(way(to: parts))\
                \(about)\(parts.map(\.html))\
                \(card("History", id: "history", disclosure("\(counted(told.count, "entry", "entries").capitalisedFirst) of the journal, newest first", history(told))))
                """)
    }

    private var deeds: [HTML] {
        // On a phone the form is far down, so the button stands beside the heading.
        let update = mayPost ? [button("Post an update", to: PlanLinks.action(action, plan).at("update"))] : []
        return update + (viewer.mayKeep ? [button("Edit", to: PlanLinks.action(action, plan, "edit"), quiet: true)] : [])
    }

    private var mayPost: Bool { viewer.mayReport(on: action) && item.isOpen }

    /// What is seldom come for, folded: what it waits for, costs and was expected on.
    private var more: HTML {
        let all: HTML = "\(dependencies)\(needs)\(forecasts)"
        guard !all.isEmpty else { return .empty }
        return "<div id=\"more\">\(disclosure("What it waits for, what it costs, what was expected", open: ["dependencies", "needs"].contains(refused), all))</div>"
    }

    private struct Part {
        let name: String
        /// Where it is on the page.
        let id: String
        let html: HTML
    }

    /// In the order in which people come for them; what is not there is left out.
    private var parts: [Part] {
        let closing = Part(name: item.completion == nil ? "Closing it" : "Verification", id: PartOfAction.verification.rawValue, html: verification)
        var parts = [
            Part(name: "Its day", id: PartOfAction.dueDay.rawValue, html: day),
            Part(name: "Standing", id: PartOfAction.standing.rawValue, html: standing),
        ]
        if item.completion != nil { parts.append(closing) }
        parts += [
            Part(name: "Post an update", id: mayPost ? "update" : "recorded", html: report),
            Part(name: "Updates", id: "updates", html: updates),
            Part(name: "Milestones", id: "milestones", html: milestones),
            Part(name: "Evidence", id: "evidence", html: evidence.card),
            Part(name: "Measures", id: "measures", html: measured),
        ]
        if item.completion == nil { parts.append(closing) }
        parts += [
            Part(name: "More", id: "more", html: more),
            Part(name: "Elsewhere", id: "elsewhere", html: mentionCards(said, for: viewer)),
        ]
        return parts.filter { !$0.html.isEmpty }
    }

    /// Links to the parts of the page that there are.
    private func way(to parts: [Part]) -> HTML {
        let here = PlanLinks.action(action, plan)
        let links = parts.filter { $0.id != "elsewhere" && $0.id != "recorded" }.map { ($0.name, viewer.link(here).at($0.id)) } + [("History", viewer.link(here).at("history"))]
        return onThisPage(links)
    }

    private var about: HTML {
        var pairs: [(String, HTML)] = [
            ("Owner", names(action.owners, view.facts)), ("Due", dueWords(item)),
            ("Owner says", item.stated.map { tag($0.words, $0.tone) } ?? "Nothing yet"),
        ]
        if let forecast = item.forecast { pairs.append(("Owner expects", "\(forecast)")) }
        if let done = item.completion { pairs.append(("Done", "\(done.on)")) }
        let measure: HTML? = action.successMeasure.map { "<p><strong>Success is</strong></p>\(prose($0))" }
        return card("Where it stands", "<p>\(item.standing.why)</p>\(measure)\(facts(pairs))")
    }

    private var day: HTML {
        DueDayCard(item: item, plan: plan, names: authors, filled: refused == "moves" ? filled : .fresh, viewer: viewer).card
    }

    private var standing: HTML {
        OverrideCard(item: item, plan: plan, names: authors, filled: refused == "overrides" ? filled : .fresh, viewer: viewer).card
    }

    private var dependencies: HTML {
        DependencyCard(item: item, view: view, plans: plans, filled: refused == "dependencies" ? filled : .fresh, viewer: viewer).card
    }

    private var needs: HTML {
        NeedCard(item: item, plan: plan, filled: refused == "needs" ? filled : .fresh, viewer: viewer).card
    }

    private var forecasts: HTML { ForecastCard(item: item, plan: plan, viewer: viewer).card }

    private var milestones: HTML {
        MilestoneCard(item: item, plan: plan, filled: refused == "milestones" ? filled : .fresh, viewer: viewer).card
    }

    private var measured: HTML {
        MeasureCard(of: action, plan: plan, views: view.facts.measures(on: view.day).filter { $0.measure.action == action.id }, viewer: viewer).card
    }

    private var verification: HTML {
        let measures = view.facts.measures(on: view.day).filter { $0.measure.action == action.id || $0.measure.finding == action.finding }
        return VerificationCard(
            item: item, plan: plan, measures: measures, names: authors, looks: view.facts.looks, records: evidence.names, may: may, filled: refused == "acceptance" ? filled : .fresh, viewer: viewer).card
    }

    private var report: HTML {
        guard viewer.mayReport(on: action), item.closing.notImplemented == nil else { return .empty }
        if let done = item.completion {
            return card("Recorded as done", id: "recorded", """
                \(prose(done.narrative ?? "Done on \(done.on)."))\
                \(item.closing.acceptance == nil ? reopening : .empty)
                """)
        }
        let update = refused == "updates" ? filled : .fresh
        let done = refused == "completion" ? filled : .fresh
        return beside("""
            \(card("Post an update", id: "update", form(to: PlanLinks.action(action, plan, "updates"), token: viewer.csrf, multipart: true, """
                \(UpdateFields(item: item, intake: evidence.intake, filled: update, viewer: viewer).whole)\
                \(buttons(submit("Post the update")))
                """)))
            """, """
            \(card("Record it as done", id: "done", form(to: PlanLinks.action(action, plan, "completion"), token: viewer.csrf, """
                \(done.day("on", "The day it was done", viewer.today))\
                \(leftMilestones(done))\(area("delivered", "What was delivered", value: done.value("delivered"), hint: "Where it can be seen, and what it changed.", error: done.error("delivered"), rows: 2, required: false))\
                \(buttons(submit("Record as done", quiet: true)))
                """)))
            """)
    }

    /// When the work is done, none of its milestones is left over.
    private func leftMilestones(_ done: Filled) -> HTML {
        let open = item.milestones.filter { $0.reachedOn == nil }
        guard !open.isEmpty else { return .empty }
        return """
            \(checkboxes("milestones-reached", "Milestones reached by then", options: open.map { ("\($0.id)", $0.text) },
                         chosen: Set(done.values("milestones-reached")), error: done.error("milestones-reached"), required: false))\
            \(checkbox("rest-not-needed", "Those not ticked are not needed any more", on: !done.value("rest-not-needed").isEmpty))
            """
    }

    private var reopening: HTML {
        let mine = refused == "completion" ? filled : .fresh
        return disclosure("It is not done after all", open: mine.refusal != nil, form(to: PlanLinks.action(action, plan, "reopening"), token: viewer.csrf, """
            \(mine.lines("because", "Why it is open again", rows: 2))\(buttons(submit("Reopen it", quiet: true)))
            """))
    }

    private var updates: HTML {
        let items = item.updates.reversed().map { update -> HistoryEntry in
            let status: HTML? = update.stated.map { "<p>\(tag($0.words, $0.tone))</p>" }
            let forecast: HTML? = update.forecast.map { small("Expected on \($0).") }
            return HistoryEntry(day: update.asOf, authors[update.by] ?? update.by, "\(prose(update.narrative))\(status)", detail: forecast)
        }
        return card("Updates", id: "updates", items.isEmpty
            ? empty(viewer.isToday ? "Nobody has posted an update yet." : "Nobody had posted an update by this day.") : history(items))
    }
}
