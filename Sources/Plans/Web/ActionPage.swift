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
    let may: (verify: Bool, giveUp: Bool)
    let viewer: Viewer

    private var plan: Plan { view.facts.plan }
    private var action: Action { item.action }

    var page: Page {
        Page(
            title: "Action \(action.reference)",
            crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", scope: "plan/\(plan.id)", body: """
                \(lead(action.text, under: "Action \(action.reference), in answer to finding \(finding.reference): \(finding.text)", standing: tag(item), actions: deeds))\(errorSummary(filled.refusal))\(way)\
                \(about)\
                \(evidence.card)\
                \(standing)\
                \(day)\
                \(milestones)\
                \(measured)\
                \(verification)\
                \(report)\
                \(dependencies)\
                \(needs)\
                \(forecasts)\
                \(updates)\
                \(mentionCards(said, for: viewer))\
                \(card("History", id: "history", disclosure("\(counted(told.count, "entry", "entries").capitalisedFirst) of the journal, newest first", history(told))))
                """)
    }

    private var deeds: [HTML] {
        guard viewer.mayKeep else { return [] }
        return [button("Edit", to: PlanLinks.action(action, plan, "edit"), quiet: true)]
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
        let may = viewer.mayReport(on: action) && item.isOpen
        guard !item.milestones.isEmpty || may else { return .empty }
        let rows = item.milestones.map { milestone -> [HTML] in
            let late = milestone.due.map { $0 < view.day } ?? false
            let standing: HTML = milestone.reachedOn.map { "\(tag("Reached", .blue)) \($0)" } ?? (late ? tag("Missed so far", .amber) : tag("To come", .grey))
            var deed = HTML.empty
            if may {
                deed = milestone.reachedOn == nil
                    ? postButton("Reached today", to: PlanLinks.milestone(milestone, action, plan), token: viewer.csrf, hidden("on", viewer.today.iso))
                    : postButton("Not reached after all", to: PlanLinks.milestone(milestone, action, plan), token: viewer.csrf, hidden("undo", "yes"))
            }
            return ["\(milestone.text)", milestone.due.map { "\($0)" } ?? "No day", standing, deed]
        }
        let list = rows.isEmpty ? empty("No milestones yet. They show how far an action is before it is done.") : table(
            columns: [Column("Milestone", .wide), Column("Due", .day), Column("Standing"), Column("")], rows: rows)
        let mine = refused == "milestones" ? filled : .fresh
        let add: HTML? = may ? disclosure("Add a milestone", open: refused == "milestones", form(
            to: PlanLinks.action(action, plan, "milestones"), token: viewer.csrf, """
            \(pair(mine.text("milestone", "Milestone"), mine.day("milestone-due", "Its day", required: false)))\(buttons(submit("Add the milestone")))
            """)) : nil
        return card("Milestones", id: "milestones", "\(list)\(add)")
    }

    private var measured: HTML {
        MeasureCard(of: action, plan: plan, views: view.facts.measures(on: view.day).filter { $0.measure.action == action.id }, viewer: viewer).card
    }

    private var verification: HTML {
        let measures = view.facts.measures(on: view.day).filter { $0.measure.action == action.id || $0.measure.finding == action.finding }
        return VerificationCard(
            item: item, plan: plan, measures: measures, names: authors, may: may, filled: refused == "acceptance" ? filled : .fresh, viewer: viewer).card
    }

    private var report: HTML {
        guard viewer.mayReport(on: action), item.closing.notImplemented == nil else { return .empty }
        if let done = item.completion {
            return card("Recorded as done", """
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
                \(area("delivered", "What was delivered", value: done.value("delivered"), hint: "Where it can be seen, and what it changed.", error: done.error("delivered"), rows: 2, required: false))\
                \(buttons(submit("Record as done", quiet: true)))
                """)))
            """)
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
