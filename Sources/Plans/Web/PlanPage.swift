import Kernel
import Markup
import People
import Storage
import Web

/// A plan on a day: its standing and why, its timeline, its findings and the actions that answer them.
struct PlanPage {
    let view: PlanView
    /// How it stood over time, up to the day shown; empty where the drawings stand aside.
    let course: [StandingDay]
    let filter: PlanFilter
    /// What other slices say of it and of what is in it.
    let said: [MentionGroup]
    var offered: [PlanDeed] = []
    /// The board's decision that closed it.
    var decision: Name?
    let viewer: Viewer

    private var plan: Plan { view.facts.plan }
    private var here: Link { viewer.link(PlanLinks.plan(plan)) }

    var page: Page {
        Page(title: plan.title, crumbs: [("Plans", viewer.link(PlanLinks.list))], section: "plans", scope: "plan/\(plan.id)", body: """
            \(heading)\(closed)\(view.findings.isEmpty ? nothing : body)\(filter.isNarrow ? .empty : mentionCards(said, for: viewer, names: view.names))
            """)
    }

    private var heading: HTML {
        var deeds: [HTML] = []
        if viewer.mayKeep {
            deeds.append(button("Add a finding", to: PlanLinks.newFinding(plan)))
            deeds += offered.map { $0.button(plan, viewer) }
            deeds.append(button("Import a newer version", to: PlanLinks.newImport(into: plan), quiet: true))
            deeds.append(button("Edit the plan", to: PlanLinks.edit(plan), quiet: true))
        }
        deeds.append(button("What changed", to: viewer.link(PlanLinks.account(plan)), quiet: true))
        deeds.append(button("Closing", to: viewer.link(PlanLinks.closure(plan)), quiet: true))
        deeds.append(button("History", to: PlanLinks.history(plan), quiet: true))
        return lead(plan.title, under: "\(plan.source ?? "\(plan.kind.words).")", actions: deeds)
    }

    /// Said at the top of a closed plan, with what the inspectorate has still open.
    private var closed: HTML? {
        guard let closure = view.facts.closing.closure(on: view.day), let on = closure.decidedOn else { return nil }
        let left = view.findings.filter(\.closing.isLeftWithInspectorate)
        let open: HTML? = left.isEmpty ? nil : " \(counted(left.count, "finding").capitalisedFirst) of it \(left.count == 1 ? "is" : "are") still open with the inspectorate."
        let board: HTML? = decision.map { " The board decided: <a href=\"\(Link(parts: $0.address))\">\($0.words)</a>." }
        let ending: HTML? = view.endingInWords.map { ", with \($0)" }
        return notice("This plan was closed on \(on)\(ending).\(board)\(open) <a href=\"\(viewer.link(PlanLinks.closure(plan)))\">What was decided</a>, and <a href=\"\(viewer.link(PlanLinks.closure(plan, "report")))\">the closure report</a>.", .blue)
    }

    private var nothing: HTML {
        empty(
            viewer.isToday ? "This plan has no findings yet." : "On this day the plan held no findings.",
            action: viewer.mayKeep ? button("Add the first finding", to: PlanLinks.newFinding(plan)) : nil)
    }

    /// Whoever narrows or sorts asks about actions, so the drawings stand aside.
    private var body: HTML {
        guard filter.isWhole else { return "\(summary)\(narrow)\(shown)\(withdrawn)" }
        let hasProgress = view.actions.contains { $0.ended == nil && $0.due != nil || $0.completion != nil }
        return "\(hasProgress ? beside(summary, progress) : summary)\(standings)\(slips)\(timeline)\(narrow)\(shown)\(withdrawn)"
    }

    private var summary: HTML {
        let late = view.dueAfterEnd.count
        let total = view.actions.count
        let after: HTML = late == 0
            ? "None" : "<a href=\"\(here.adding("due", PlanFilter.Due.afterEnd.rawValue))\">\(late) of \(counted(total, "action"))</a>"
        let isOver = view.daysLeft < 0
        let end: HTML = "\(plan.period.through), \(isOver ? "\(counted(-view.daysLeft, "day")) ago" : view.timeLeft)"
        let quiet = view.actions.filter(\.needsUpdate).count
        let gap = OptimismGap([view])
        return card("Where it stands", id: "summary", """
            \(stack(shares(view.shares)))\(legend(shares(view.shares, at: here)))\
            \(facts([
                ("Begins", "\(plan.period.from)"), (isOver ? "Ended" : "Ends", end), ("Due after the end", after),
                ("Days moved", moved),
                ("Waiting for an update", quiet == 0 ? "None" : "\(counted(quiet, "action"))"),
                ("Said to be done, nothing shows it", bare),
                ("Forecast and outcome", "<a href=\"\(viewer.link(PlanLinks.forecasts(plan)))\">\(gap.meanTenths == nil ? "Not enough to say" : gap.words)</a>"),
                ("Costs and staffing", "<a href=\"\(viewer.link(PlanLinks.needs(plan)))\">\(view.needs.isEmpty ? "Nothing said yet" : NeedSum(view.needs.lasting(on: view.day)).words.capitalisedFirst)</a>"),
                ("Sponsor", plan.sponsor.map { "\(view.facts.name($0))" } ?? Markup.quiet("Nobody named")),
                ("Rules", "<a href=\"\(viewer.link(PlanLinks.rules(plan)))\">\(view.rules.title)</a>"),
            ]))
            """)
    }

    private var bare: HTML {
        let count = view.bareClaims.count
        return count == 0 ? "None" : "<a href=\"\(here.adding("evidence", PlanFilter.Shown.bare.rawValue))\">\(counted(count, "action"))</a>"
    }

    /// Promises that were moved to another day, and by how much in all.
    private var moved: HTML {
        let slipped = view.actions.filter { $0.dueDay.timesMoved > 0 }
        guard !slipped.isEmpty else { return "None" }
        let times = slipped.reduce(0) { $0 + $1.dueDay.timesMoved }
        return "\(howOften(times).capitalisedFirst), of \(counted(slipped.count, "action"))"
    }

    /// What was never due can't be ahead or behind, nor can what was carried forward or given up, so both are left out.
    private var progress: HTML {
        let scheduled = view.actions.filter { $0.due != nil && $0.ended == nil }
        let ended = view.actions.count { $0.ended != nil }
        let left: HTML? = ended == 0 ? nil : small("\(counted(ended, "action")) that \(ended == 1 ? "was" : "were") carried forward or closed, not implemented, \(ended == 1 ? "counts" : "count") neither as due nor as done.")
        return card("Due and done", id: "burn-up", "\(burnUp(due: scheduled.compactMap(\.due), done: scheduled.compactMap(\.completion?.on), on: view.day, from: plan.period.from, planEnds: plan.period.through))\(left)")
    }

    private var standings: HTML {
        let chart = overTime(course.map { SharesOfDay($0.day, shares($0.shares)) })
        return chart.isEmpty ? .empty : card("Standing over time", id: "standings", "\(chart)")
    }

    private var slips: HTML {
        let drawn = slippage(Slippage(view.actions, on: view.day).points, on: view.day)
        return drawn.isEmpty ? .empty : card("Slippage", id: "slippage", drawn)
    }

    private var timeline: HTML {
        let rows = view.actions.filter { $0.due != nil }.map { item in
            TimelineRow(
                "\(item.action.reference) \(item.action.text)", from: max(plan.period.from, item.action.since), due: item.due,
                forecast: item.forecast, done: item.completion?.on, tone: item.standing.colour.tone,
                standing: item.ended?.words ?? item.standing.colour.words, link: viewer.link(PlanLinks.action(item.action, plan)))
        }
        guard !rows.isEmpty else { return .empty }
        return card("Timeline", id: "timeline", Markup.timeline(rows, on: view.day, planEnds: plan.period.through))
    }

    private var narrow: HTML {
        guard !view.actions.isEmpty else { return .empty }
        let owners = Set(view.actions.flatMap(\.action.owners)).sorted { view.facts.name($0) < view.facts.name($1) }
        return filters(
            to: PlanLinks.plan(plan), keep: [("on", viewer.isToday ? "" : viewer.day.iso), ("sort", filter.sort ?? "")],
            clear: filter.isNarrow ? here : nil, """
            \(select("owner", "Owner", options: [("", "Anyone")] + owners.map { (String($0.number), view.facts.name($0)) },
                     chosen: filter.owner.map { String($0.number) }))\
            \(select("standing", "Standing", options: [("", "Any")] + Colour.allCases.map { ($0.rawValue, "\($0.name): \($0.words.lowercased())") },
                     chosen: filter.standing?.rawValue))\
            \(select("due", "Due", options: [("", "Any time")] + PlanFilter.Due.allCases.map { ($0.rawValue, $0.words) },
                     chosen: filter.due?.rawValue))\
            \(field("left-by", "Falls due by", value: filter.leftBy?.iso ?? "", kind: .date, required: false))\
            \(select("evidence", "Evidence", options: [("", "Any or none")] + PlanFilter.Shown.allCases.map { ($0.rawValue, $0.words) },
                     chosen: filter.evidence?.rawValue))\
            \(select("done", "Done", options: [("", "Done or not")] + PlanFilter.Done.allCases.map { ($0.rawValue, $0.words) }, chosen: filter.done?.rawValue))\
            \(field("words", "Words", value: filter.words ?? "", kind: .search))
            """)
    }

    private var shown: HTML {
        let findings = filter.findings(of: view)
        let count = findings.map(\.actions.count).reduce(0, +)
        let table = filter.link(viewer.link(PlanLinks.plan(plan)))
        let exports: HTML = """
            <p class="small" id="actions">Showing \(count == view.actions.count ? "all \(counted(count, "action"))" : "\(count) of \(counted(view.actions.count, "action"))"). \
            <span class="onscreen">\(filter.order == nil ? "<a href=\"\(table.adding("sort", "due"))\">One list by due day</a>" : "<a href=\"\(table.adding("sort", nil))\">Group by finding</a>" as HTML). \
            Take away what is shown: <a href="\(export("csv"))">CSV</a>, <a href="\(export("xlsx"))">Excel</a>.</span></p>
            """
        if view.actions.isEmpty { return findings.map(finding).joined() }
        if findings.isEmpty {
            return "\(exports)\(empty("No action fits these choices.", action: button("Show all", to: here, quiet: true)))"
        }
        if filter.order != nil {
            return "\(exports)\(card(nil, ActionTable(view: view, viewer: viewer, sorting: Sorting(page: table, written: filter.sort)).of(filter.sorted(findings, view.facts))))"
        }
        return "\(exports)\(findings.map(finding).joined())"
    }

    private func export(_ format: String) -> Link { filter.link(viewer.link(PlanLinks.export(plan, format))) }

    private func finding(_ item: FindingView) -> HTML {
        let finding = item.finding
        let wording: HTML? = finding.fullText.map { disclosure("Full wording", prose($0)) }
        let deeds: [HTML] = viewer.mayKeep && !filter.isNarrow ? [
            button("Add an action", to: PlanLinks.newAction(finding, plan), quiet: true),
            button("Edit", to: PlanLinks.finding(finding, plan, "edit"), quiet: true),
        ] : []
        return findingCard(
            finding.reference.text, finding.text, link: viewer.link(PlanLinks.finding(finding, plan)), standing: tag(item.standing),
            under: "\(small("\(finding.kind.words). \(item.standing.why)"))\(fallen(item))\(wording)",
            id: "finding-\(finding.reference.key)", actions: deeds,
            item.actions.isEmpty
                ? empty("No action answers this finding yet.") : ActionTable(view: view, viewer: viewer).of(item.actions))
    }

    private func fallen(_ item: FindingView) -> HTML? {
        guard !item.closing.fallen.isEmpty else { return nil }
        return small("Fallen since it was closed: \(item.closing.fallen.map(\.words).joined(separator: "; ")).")
    }

    private var withdrawn: HTML {
        let gone = view.facts.withdrawals.filter { $0.holds(on: view.day) }
        guard !gone.isEmpty else { return .empty }
        let rows = gone.map { withdrawal -> [HTML] in
            let finding = withdrawal.finding.flatMap { id in view.facts.findings.first { $0.id == id } }
            let action = withdrawal.action.flatMap { id in view.facts.actions.first { $0.id == id } }
            let back = viewer.mayKeep ? postButton("Put back", to: PlanLinks.restoration(withdrawal, plan), token: viewer.csrf) : HTML.empty
            return ["\(finding?.reference.text ?? action?.reference.text)", "\(finding?.text ?? action?.text)",
                    "\(withdrawal.on)", prose(withdrawal.because), back]
        }
        return card("Withdrawn", id: "withdrawn", table(
            columns: [Column("Ref", .reference), Column("What", .wide), Column("On", .day), Column("Because"), Column("")], rows: rows))
    }
}

/// Actions as rows, with their standing and its reasons.
struct ActionTable {
    let view: PlanView
    let viewer: Viewer
    var sorting: Sorting?

    func of(_ actions: [ActionView]) -> HTML {
        func column(_ title: String, _ kind: Column.Kind = .text, _ key: String? = nil) -> Column {
            if let key, let sorting { Column(title, kind, key: key, in: sorting) } else { Column(title, kind) }
        }
        return table(
            columns: [column("Ref", .reference, "ref"), Column("Action", .wide), column("Owner", .text, "owner"),
                      column("Due", .day, "due"), column("Standing", .wide, "standing")],
            rows: actions.map(row))
    }

    private func row(_ item: ActionView) -> [HTML] {
        let action = item.action
        return [
            "\(action.reference)",
            "<a href=\"\(viewer.link(PlanLinks.action(action, view.facts.plan)))\">\(action.text)</a>",
            names(action.owners, view.facts), dueWords(item), standingCell(item),
        ]
    }
}
