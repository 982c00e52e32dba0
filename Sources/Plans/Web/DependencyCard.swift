import Kernel
import Markup
import People
import Web

/// What an action waits for and what waits for it, in its own plan and in others.
struct DependencyCard {
    let item: ActionView
    let view: PlanView
    /// Every plan that an awaited action may stand in, its own first.
    let plans: [Plan]
    let filled: Filled
    let viewer: Viewer

    private var action: Action { item.action }
    private var plan: Plan { view.facts.plan }
    private var may: Bool { viewer.mayReport(on: action) }

    var card: HTML {
        guard !item.waitsFor.isEmpty || !item.awaitedBy.isEmpty || may && item.isOpen else { return .empty }
        return Markup.card("What it waits for", id: "dependencies", "\(awaited)\(waiting)\(adding)")
    }

    private var awaited: HTML {
        guard !item.waitsFor.isEmpty else { return empty("It waits for no other action.") }
        let rows = item.waitsFor.map { other -> [HTML] in
            let note: HTML? = other.dependency.note.map { "<span class=\"why\">\($0)</span>" }
            let deed: HTML = may ? postButton("Waits no more", to: PlanLinks.dependency(other.dependency, action, plan), token: viewer.csrf) : .empty
            return [link(other), "\(other.action.text)\(note)", expected(other), standing(other, neededBy: item.due), deed]
        }
        return table(
            columns: [Column("Action", .reference), Column("Waits for", .wide), Column("Expected", .day), Column("Standing"), Column("")], rows: rows)
    }

    private var waiting: HTML? {
        guard !item.awaitedBy.isEmpty else { return nil }
        let rows = item.awaitedBy.map { other -> [HTML] in
            let note: HTML? = other.dependency.note.map { "<span class=\"why\">\($0)</span>" }
            let done: HTML = other.doneOn.map { "\(tag("Done", .blue)) \($0)" } ?? (tag(other.withdrawnOn != nil ? "Withdrawn" : other.closedOn != nil ? "Closed" : "Waits", .grey))
            return [link(other), "\(other.action.text)\(note)", other.due.map { "\($0)" } ?? "No day", done]
        }
        return "<h3>What waits for it</h3>\(table(columns: [Column("Action", .reference), Column("Waits for this one", .wide), Column("Due", .day), Column("Standing")], rows: rows))"
    }

    private func link(_ other: LinkedAction) -> HTML {
        "<a href=\"\(viewer.link(PlanLinks.action(other.action, other.plan)))\">\(other.name(seenFrom: plan.id))</a>"
    }

    private func expected(_ other: LinkedAction) -> HTML { other.doneOn == nil ? (other.expected.map { "\($0)" } ?? "No day") : "" }

    private func standing(_ other: LinkedAction, neededBy: Day?) -> HTML {
        if let done = other.doneOn { return "\(tag("Done", .blue)) \(done)" }
        guard let trouble = other.trouble(on: view.day, neededBy: neededBy) else { return tag("In time so far", .green) }
        return "\(tag(other.isLate(on: view.day) ? "Late" : other.withdrawnOn != nil ? "Withdrawn" : other.closedOn != nil ? "Closed" : "At risk", other.isLate(on: view.day) ? .red : .amber))<span class=\"why\">It \(trouble).</span>"
    }

    private var adding: HTML? {
        guard may, item.isOpen else { return nil }
        let known = view.actions.filter { $0.isOpen && $0.action.id != action.id }.map(\.action.reference.text)
        return disclosure("Say what it waits for", open: filled.refusal != nil, form(to: PlanLinks.action(action, plan, "dependencies"), token: viewer.csrf, """
            \(pair(filled.choice("awaited-plan", "In the plan", plans.map { ($0.reference.text, $0.title) }, plan.reference.text),
                   suggesting("awaited", "Action", value: filled.value("awaited"), suggestions: known, hint: "Its reference, as 2.1.", error: filled.error("awaited"))))\
            \(filled.text("note", "What it needs of it", required: false))\(buttons(submit("It waits for this action")))
            """))
    }
}
