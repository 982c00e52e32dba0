import Kernel
import Markup
import People
import Web

/// A person's own work list: what is asked of them and waits for them, then their own actions.
struct WorkPage {
    let views: [PlanView]
    /// Everything that somebody should think of on the day, one's own actions too.
    let reminders: [Reminder]
    let viewer: Viewer
    let name: String

    var page: Page {
        let lists = WorkLists(views: views, viewer: viewer)
        // One's own actions are listed below with how they stand, those that are not due yet too.
        let others = ReminderCards(reminders.filter { $0.kind != .promise && $0.kind != .update }, viewer: viewer, token: viewer.csrf, at: .work).html
        return Page(title: "My work", section: "work", body: """
            \(lead("My work", under: "What is owned by \(name), the posts they hold and the teams they are in, and what waits for them."))\
            \(lists.calm(isNothingElse: others.isEmpty))\(others)\(lists.all)
            """)
    }
}

/// The actions of somebody's own, parted by what they ask for.
struct WorkLists {
    let mine: [OwnAction]
    let viewer: Viewer

    init(views: [PlanView], viewer: Viewer) {
        mine = views.owned(by: viewer.parties)
        self.viewer = viewer
    }

    private var open: [OwnAction] { mine.filter { !$0.isDone } }
    private var late: [OwnAction] { open.filter { $0.item.standing.colour == .red } }
    private var quiet: [OwnAction] { open.filter { $0.item.needsUpdate && $0.item.standing.colour != .red } }
    private var rest: [OwnAction] { open.filter { !$0.item.needsUpdate && $0.item.standing.colour != .red } }
    private var done: [OwnAction] { mine.filter(\.isDone) }

    /// Where there is nothing to do, that is said.
    func calm(isNothingElse: Bool) -> HTML {
        if mine.isEmpty { return isNothingElse ? empty("Nothing in any plan is yours on this day, and nothing waits for you.") : .empty }
        guard late.isEmpty, quiet.isEmpty else { return .empty }
        return isNothingElse && open.isEmpty
            ? notice("Nothing waits for you: all that is yours is done.", .green)
            : notice("Nothing of yours is late, and nothing of yours waits for an update.", .green)
    }

    var all: HTML {
        """
        \(list("Late", late))\(list("Waiting for an update", quiet))\(list("Under way", rest))\
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
        let more: HTML? = items.count > rows.count ? small("The \(rows.count) that are due first, of \(items.count).") : nil
        return card(title, "\(table(columns: [Column("Ref", .reference), Column("Action", .wide), Column("Plan"), Column("Due", .day), Column("Standing", .wide), Column("")], rows: rows))\(more)")
    }
}
