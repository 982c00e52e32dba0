import Kernel
import Markup
import People
import Web

/// A person's own work list: what is theirs, what is late, what needs an update.
struct WorkPage {
    let views: [PlanView]
    let viewer: Viewer
    let name: String

    var page: Page {
        Page(title: "My work", section: "work", body: """
            \(lead("My work", under: "What is owned by \(name), the posts they hold and the teams they are in, and what is asked of them.", actions: [
                button("All reminders", to: viewer.link(Link("reminders")), quiet: true),
            ]))\(WorkLists(views: views, viewer: viewer).all)
            """)
    }
}

/// The actions of somebody's own, parted by what they ask for.
struct WorkLists {
    let mine: [OwnAction]
    let viewer: Viewer

    init(views: [PlanView], viewer: Viewer) {
        mine = views.owned(by: viewer.parties)
        asked = views.movesAsked(of: viewer.actor).map(\.own)
        askedStandings = views.overridesAsked(of: viewer.actor).map(\.own)
        self.viewer = viewer
        closing = ClosingWork(views: views, viewer: viewer)
    }

    /// What waits to be verified or closed, and what has fallen since.
    let closing: ClosingWork

    /// Days that others ask for and the viewer may decide on, in any plan.
    let asked: [OwnAction]

    /// Standings that others ask for and the viewer may decide on, in any plan.
    let askedStandings: [OwnAction]

    private var open: [OwnAction] { mine.filter { !$0.isDone } }
    var late: [OwnAction] { open.filter { $0.item.standing.colour == .red } }
    var quiet: [OwnAction] { open.filter { $0.item.needsUpdate && $0.item.standing.colour != .red } }
    private var rest: [OwnAction] { open.filter { !$0.item.needsUpdate && $0.item.standing.colour != .red } }
    private var done: [OwnAction] { mine.filter(\.isDone) }

    var all: HTML {
        if mine.isEmpty, asked.isEmpty, askedStandings.isEmpty, closing.isEmpty { return empty("Nothing in any plan is yours on this day.") }
        return """
            \(list("Asked of you: another day", asked))\(list("Asked of you: another standing", askedStandings))\(closing.lists())\(list("Late", late))\(list("Waiting for an update", quiet))\(list("Under way", rest))\
            \(done.isEmpty ? nil : disclosure("\(counted(done.count, "action")) done", list("Done", done)))
            """
    }

    func list(_ title: String, _ items: [OwnAction], atMost limit: Int? = nil) -> HTML {
        guard !items.isEmpty else { return .empty }
        let rows = items.prefix(limit ?? items.count).map { mine -> [HTML] in
            let plan = mine.plan.facts.plan
            return [
                "\(mine.item.action.reference)",
                "<a href=\"\(viewer.link(PlanLinks.action(mine.item.action, plan)))\">\(mine.item.action.text)</a>",
                "\(plan.title)", dueWords(mine.item), standingCell(mine.item),
                viewer.mayReport(on: mine.item.action) && !mine.isDone ? button("Update", to: PlanLinks.newUpdate(mine.item.action, plan), quiet: true) : .empty,
            ]
        }
        let more: HTML? = items.count > rows.count ? small("<a href=\"\(viewer.link(PlanLinks.work))\">All \(items.count)</a>") : nil
        return card(title, "\(table(columns: [Column("Ref", .reference), Column("Action", .wide), Column("Plan"), Column("Due", .day), Column("Standing", .wide), Column("")], rows: rows))\(more)")
    }
}

/// What needs attention today: one's own work first, then the plans.
struct HomePage {
    let views: [PlanView]
    let viewer: Viewer
    let service: String

    var page: Page {
        let work = WorkLists(views: views, viewer: viewer)
        let own: HTML = "\(work.list("Asked of you: another day", work.asked, atMost: 5))\(work.list("Asked of you: another standing", work.askedStandings, atMost: 5))\(work.closing.lists(atMost: 5))\(work.list("Yours, and late", work.late, atMost: 5))\(work.list("Yours, waiting for an update", work.quiet, atMost: 5))"
        let calm: HTML? = !work.mine.isEmpty && work.late.isEmpty && work.quiet.isEmpty
            ? notice("Nothing of yours is late, and nothing of yours waits for an update.", .green) : nil
        return Page(title: "Home", section: "", body: """
            \(lead("What needs attention", under: "\(service) on \(viewer.day)."))\(calm)\(own)\(attention)\(plans)
            """)
    }

    /// What is late in any plan, for those who keep them.
    private var attention: HTML {
        guard viewer.actor.holds(anyOf: .manager, .administrator, .approver) else { return .empty }
        let late = views.flatMap { plan in
            plan.actions.filter { $0.standing.colour == .red && !$0.action.owners.contains(where: viewer.parties.contains) }
                .map { OwnAction(plan: plan, item: $0) }
        }
        return WorkLists(views: views, viewer: viewer).list("Late in the plans", late.byDue(\.item.due), atMost: 8)
    }

    private var plans: HTML {
        if views.isEmpty {
            return empty(
                "There is no plan yet. A plan that exists as a Word, Excel or text table is here in minutes.",
                action: viewer.mayKeep ? button("Import a plan", to: PlanLinks.newImport) : nil)
        }
        return views.map { PlanCard(view: $0, viewer: viewer).card }.joined()
    }
}
