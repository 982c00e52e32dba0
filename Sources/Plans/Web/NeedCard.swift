import Kernel
import Markup
import People
import Web

/// What an action costs and who is needed for it.
struct NeedCard {
    let item: ActionView
    let plan: Plan
    let filled: Filled
    let viewer: Viewer

    private var action: Action { item.action }
    private var may: Bool { viewer.mayReport(on: action) }

    var card: HTML {
        guard !item.needs.isEmpty || may else { return .empty }
        return Markup.card("What it needs", id: "needs", "\(list)\(adding)")
    }

    private var list: HTML {
        guard !item.needs.isEmpty else { return empty("Nobody has said what it costs or who is needed for it.") }
        let deeds: (Need) -> HTML = { need in
            may ? "<div class=\"actions\">\(button("Edit", to: PlanLinks.need(need, action, plan, "edit"), quiet: true))\(postButton("Needed no more", to: PlanLinks.need(need, action, plan, "ending"), token: viewer.csrf))</div>" : .empty
        }
        return "\(NeedTable(deeds: deeds).of(item.needs))<p>In all \(NeedSum(item.needs).words).</p>"
    }

    private var adding: HTML? {
        guard may else { return nil }
        return disclosure("Say what it needs", open: filled.refusal != nil, form(to: PlanLinks.action(action, plan, "needs"), token: viewer.csrf, """
            \(NeedFields(need: nil, filled: filled).all)\(buttons(submit("Add this need")))
            """))
    }
}

/// Needs as rows.
struct NeedTable {
    /// What can be done with each; nil where nothing is offered.
    var deeds: ((Need) -> HTML)?

    func of(_ needs: [Need]) -> HTML {
        table(
            columns: [Column("What", .wide), Column("Once", .number), Column("A year", .number), Column("FTE", .number), Column("When"), Column("Funded")]
                + (deeds == nil ? [] : [Column("")]),
            rows: needs.map { need in NeedTable.cells(need) + (deeds.map { [$0(need)] } ?? []) })
    }

    static func cells(_ need: Need) -> [HTML] {
        let note: HTML? = need.note.map { "<span class=\"why\">\($0)</span>" }
        return [
            "\(need.text)\(note)", "\(need.oneOff == .zero ? "" : need.oneOff.pounds)", "\(need.yearly == .zero ? "" : need.yearly.pounds)",
            "\(need.fte == .zero ? "" : need.fte.plain)", "\(need.period?.capitalisedFirst ?? "")",
            need.isFunded ? tag("Funded", .green) : tag("Not funded", .amber),
        ]
    }
}

/// The fields of a need, for adding one and for editing one.
struct NeedFields {
    let need: Need?
    let filled: Filled

    var all: HTML {
        """
        \(filled.text("need", "What is needed", need?.text, hint: "For instance: an analyst until the scores are corrected."))\
        \(pair(amount("one-off", "Once, in pounds", need?.oneOff), amount("yearly", "Each year, in pounds", need?.yearly), amount("fte", "Full-time equivalents", need?.fte)))\
        \(pair(filled.day("needed-from", "Needed from", need?.from, required: false), filled.day("needed-through", "Needed until", need?.through, required: false),
               filled.choice("funding", "Funded or not", [("unfunded", "Not funded yet"), ("funded", "Funded")], need.map { $0.isFunded ? "funded" : "unfunded" })))\
        \(filled.text("need-note", "Note", need?.note, hint: "Where the money comes from, or who decides.", required: false))
        """
    }

    private func amount(_ name: String, _ label: String, _ stored: Hundredths?) -> HTML {
        filled.text(name, label, stored.flatMap { $0 == .zero ? nil : $0.plain }, required: false)
    }
}

/// Editing one need.
struct NeedForm {
    let need: Need
    let action: Action
    let plan: Plan
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        FormPage(
            title: "Edit what \(action.reference) needs", under: "\(action.text)",
            crumbs: [("Plans", PlanLinks.list), (plan.title, PlanLinks.plan(plan)), ("Action \(action.reference)", PlanLinks.action(action, plan))],
            section: "plans", filled: filled, link: PlanLinks.need(need, action, plan, "edit"), token: viewer.csrf, body: """
                \(overtaken(filled, [("What is needed", "\(need.text)"), ("In all", "\(NeedSum([need]).words)")]))\
                \(hidden("version", String(need.version)))\(NeedFields(need: need, filled: filled).all)\
                \(buttons(submit("Save"), button("Cancel", to: PlanLinks.action(action, plan), quiet: true)))
                """).page
    }
}
