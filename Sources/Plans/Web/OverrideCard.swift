import Kernel
import Markup
import People
import Web

/// The standing that was set over the computed one, what was asked for before, and what the viewer may do about it.
struct OverrideCard {
    let item: ActionView
    let plan: Plan
    /// Names of those who asked and decided, by how the journal names them.
    let names: [String: String]
    /// The form that was refused, where it was this card's.
    let filled: Filled
    let viewer: Viewer

    private var action: Action { item.action }
    private var open: Override? { item.overrides.last(where: \.isOpen) }

    var card: HTML {
        let offers = open.map(waiting) ?? asking
        guard !item.overrides.isEmpty || !offers.isEmpty else { return .empty }
        return Markup.card(item.override == nil ? "Another standing" : "Its standing, set by hand", id: PartOfAction.standing.rawValue, "\(now)\(told)\(offers)")
    }

    private var now: HTML {
        guard let set = item.override else { return .empty }
        let ending: HTML? = viewer.isToday && PlanPolicy.ends(set).allows(viewer.actor)
            ? postButton("End it today", to: PlanLinks.override(set, action, plan, "ending"), token: viewer.csrf) : nil
        return """
            \(facts([("Set", tag(set.colour.words, set.colour.tone)), ("Until", "\(set.until)"), ("Computed", tag(item.computed.colour.words, item.computed.colour.tone))]))\
            <p>\(item.computed.why)</p>\(ending)
            """
    }

    private var told: HTML {
        guard !item.overrides.isEmpty else { return .empty }
        let rows = item.overrides.reversed().map { asked -> [HTML] in
            ["\(asked.askedOn)<span class=\"why\">\(names[asked.askedBy] ?? asked.askedBy)</span>", tag(asked.colour.words, asked.colour.tone),
             "\(asked.until)", prose(asked.because), outcome(of: asked)]
        }
        return table(
            columns: [Column("Asked", .day), Column("Standing"), Column("Until", .day), Column("Because", .wide), Column("Outcome")], rows: rows)
    }

    private func outcome(of asked: Override) -> HTML {
        guard let outcome = asked.outcome, let on = asked.decidedOn else { return tag("Waits for a decision", .amber) }
        let answer: HTML? = asked.answer.map { "<span class=\"why\">\($0)</span>" }
        let ended: HTML? = asked.endedOn.map { day in
            "<span class=\"why\">Ended on \(day), \(names[asked.endedBy ?? ""] ?? asked.endedBy ?? "")</span>"
        }
        return "\(tag(outcome.words, outcome == .agreed ? .blue : .grey))<span class=\"why\">\(on), \(names[asked.decidedBy ?? ""] ?? asked.decidedBy ?? "")</span>\(answer)\(ended)"
    }

    private var asking: HTML {
        guard viewer.mayReport(on: action), item.isOpen else { return .empty }
        let colours = Colour.allCases.filter { $0 != .blue && $0 != item.computed.colour }
        return disclosure("Ask for another standing", open: filled.refusal != nil, form(to: PlanLinks.action(action, plan, "overrides"), token: viewer.csrf, """
            <p>It is computed \(item.computed.colour.rawValue). An approver decides whether another colour stands in its place for a while; both are shown, and the computed one comes back by itself.</p>\
            \(pair(filled.choice("colour", "The standing asked for", colours.map { ($0.rawValue, "\($0.name): \($0.words.lowercased())") }, colours.contains(.amber) ? "amber" : nil),
                   filled.day("until", "Its last day", hint: "Until \(viewer.today.adding(days: Override.mostDays)) at the latest.")))\
            \(filled.lines("reason", "Why", rows: 2))\(buttons(submit("Ask for this standing")))
            """))
    }

    /// What waits is decided by an approver who did not ask, and taken back by who did.
    private func waiting(_ asked: Override) -> HTML {
        guard viewer.isToday else { return .empty }
        var offers = HTML.empty
        if PlanPolicy.decides(asked).allows(viewer.actor) {
            offers += form(to: PlanLinks.override(asked, action, plan, "decision"), token: viewer.csrf, """
                \(filled.lines("standing-answer", "Your answer", rows: 2, required: false))\
                \(buttons(item.isOpen ? submit("Agree to \(asked.colour.rawValue) until \(asked.until)", name: "agreed", value: "yes") : .empty, submit("Decline", name: "agreed", value: "no", quiet: true)))
                """)
        }
        if PlanPolicy.ends(asked).allows(viewer.actor) {
            offers += postButton("Take the request back", to: PlanLinks.override(asked, action, plan, "ending"), token: viewer.csrf)
        }
        return offers
    }
}
