import Kernel
import Markup
import Web

/// What happened to a plan, newest first, as the journal tells it.
struct PlanHistoryPage {
    let plan: Plan
    let told: [HistoryEntry]
    let viewer: Viewer

    var page: Page {
        Page(
            title: "History", crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", hasDay: false, body: """
                \(lead("History", under: "Every change to \(plan.title), newest first, as the journal holds it."))\
                \(card(nil, told.isEmpty ? empty("Nothing has happened to this plan yet.") : history(told)))\
                \(told.count >= 500 ? small("The newest 500 entries are shown.") : nil)
                """)
    }
}
