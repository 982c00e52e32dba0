import Kernel
import Markup
import Web

/// What happened to a plan, newest first, as the journal tells it.
struct PlanHistoryPage {
    let plan: Plan
    let told: [HistoryEntry]
    /// Where older entries go on, and whether there are newer ones than these.
    let older: Int64?
    let isNewest: Bool
    let viewer: Viewer

    var page: Page {
        Page(
            title: "History", crumbs: [("Plans", viewer.link(PlanLinks.list)), (plan.title, viewer.link(PlanLinks.plan(plan)))],
            section: "plans", hasDay: false, body: """
                \(lead("History", under: "Every change to \(plan.title), newest first, as the journal holds it."))\
                \(card(nil, told.isEmpty ? empty("Nothing has happened to this plan yet.") : history(told)))\
                \(pager)
                """)
    }

    private var pager: HTML? {
        let here = viewer.link(PlanLinks.history(plan))
        let ways = [
            isNewest ? nil : button("Newest entries", to: here, quiet: true),
            older.map { button("Older entries", to: here.adding("before", String($0)), quiet: true) },
        ].compactMap(\.self)
        return ways.isEmpty ? nil : "<div class=\"actions\">\(ways)</div>"
    }
}
