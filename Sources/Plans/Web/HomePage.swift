import Kernel
import Markup
import People
import Web

/// What needs attention today: what one should think of oneself first, then what is late in the plans, then the plans.
struct HomePage {
    let views: [PlanView]
    /// Everything that somebody should think of on the day: the same list as on the page of reminders and in an e-mail.
    let reminders: [Reminder]
    let viewer: Viewer
    let service: String

    private var lists: WorkLists { WorkLists(views: views, viewer: viewer) }

    var page: Page {
        let own = ReminderCards(reminders, viewer: viewer, token: viewer.csrf, at: .home, atMost: 5).html
        let calm = lists.mine.isEmpty ? HTML.empty : lists.calm(isNothingElse: reminders.isEmpty)
        return Page(title: "Home", section: "", body: """
            \(lead("What needs attention", under: "\(service) on \(viewer.day)."))\(calm)\(own)\(attention)\(plans)
            """)
    }

    /// What is late in any plan, for those who keep them.
    private var attention: HTML {
        guard viewer.actor.holds(anyOf: .manager, .administrator, .approver) else { return .empty }
        let late = views.flatMap { plan in
            plan.actions.filter { $0.isLate && !$0.action.owners.contains(where: viewer.parties.contains) }
                .map { OwnAction(plan: plan, item: $0) }
        }
        return lists.list("Late in the plans", late.byDue(\.item.due), atMost: 8)
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
