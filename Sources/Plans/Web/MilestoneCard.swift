import Kernel
import Markup
import People
import Web

/// The steps on the way to an action's end: each with how it stands, and what the viewer may do about it.
struct MilestoneCard {
    let item: ActionView
    let plan: Plan
    /// The form that was refused, where it was this card's.
    let filled: Filled
    let viewer: Viewer

    private var action: Action { item.action }
    private var may: Bool { viewer.mayReport(on: action) && item.isOpen }

    var card: HTML {
        guard !item.milestones.isEmpty || may else { return .empty }
        let list = item.milestones.isEmpty ? empty("No milestones yet. They show how far an action is before it is done.") : table(
            columns: [Column("Milestone", .wide), Column("Due", .day), Column("Standing"), Column("")], rows: item.milestones.map(row))
        let add: HTML? = may ? disclosure("Add a milestone", open: filled.refusal != nil, form(
            to: PlanLinks.action(action, plan, "milestones"), token: viewer.csrf, """
            \(pair(filled.text("milestone", "Milestone"), filled.day("milestone-due", "Its day", required: false)))\(buttons(submit("Add the milestone")))
            """)) : nil
        return Markup.card("Milestones", id: "milestones", "\(list)\(add)")
    }

    private func row(_ milestone: Milestone) -> [HTML] {
        let late = milestone.due.map { $0 < viewer.day } ?? false
        let standing: HTML = milestone.reachedOn.map { "\(tag("Reached", .blue)) \($0)" } ?? (late ? tag("Missed so far", .amber) : tag("To come", .grey))
        return ["\(milestone.text)", milestone.due.map { "\($0)" } ?? "No day", standing, may ? deeds(milestone) : .empty]
    }

    private func deeds(_ milestone: Milestone) -> HTML {
        let link = PlanLinks.milestone(milestone, action, plan)
        let reached = milestone.reachedOn == nil
            ? postButton("Reached today", to: link, token: viewer.csrf, hidden("on", viewer.today.iso))
            : postButton("Not reached after all", to: link, token: viewer.csrf, hidden("undo", "yes"))
        return "\(reached)\(button("Correct", to: PlanLinks.milestone(milestone, action, plan, "edit"), quiet: true))"
    }
}

/// Putting a milestone right: its words and its day; from here it is also said to be needed no more.
struct MilestoneForm {
    let milestone: Milestone
    let action: Action
    let plan: Plan
    let filled: Filled
    let viewer: Viewer

    private var back: Link { PlanLinks.action(action, plan).at("milestones") }

    var page: Page {
        FormPage(
            title: "Correct a milestone", under: "Of action \(action.reference): \(action.text)",
            crumbs: [("Plans", PlanLinks.list), (plan.title, PlanLinks.plan(plan)), ("Action \(action.reference)", back)], section: "plans", filled: filled,
            link: PlanLinks.milestone(milestone, action, plan, "edit"), token: viewer.csrf,
            above: overtaken(filled, [("Milestone", "\(milestone.text)"), ("Its day", milestone.due.map { "\($0)" } ?? "None")]), body: """
                \(hidden("version", "\(milestone.version)"))\
                <p>Every day is shown with the new words and the new day; the action’s history keeps what stood here.</p>\
                \(pair(filled.text("text", "Milestone", milestone.text), filled.day("due", "Its day", milestone.due, required: false)))\
                \(buttons(submit("Save"), button("Cancel", to: back, quiet: true), milestone.reachedOn == nil
                    ? button("It is not needed any more", to: PlanLinks.milestone(milestone, action, plan, "withdrawal"), quiet: true) : .empty))
                """).page
    }
}
