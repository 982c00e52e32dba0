import Kernel
import Markup
import People
import Web

/// What an action was promised for, what was asked for since, and what the viewer may do about it.
struct DueDayCard {
    let item: ActionView
    let plan: Plan
    /// Names of those who asked and decided, by how the journal names them.
    let names: [String: String]
    /// The form that was refused, where it was this card's.
    let filled: Filled
    let viewer: Viewer

    private var action: Action { item.action }
    private var due: DueDay { item.dueDay }

    var card: HTML {
        let offers = due.open.map(waiting) ?? asking
        guard !due.moves.isEmpty || !offers.isEmpty else { return .empty }
        return Markup.card("Its day", id: PartOfAction.dueDay.rawValue, "\(summary)\(told)\(offers)")
    }

    private var summary: HTML {
        guard let first = due.first, let now = due.inForce else { return .empty }
        let days = due.slipped ?? 0
        let by = days == 0 ? "Not moved" : "\(counted(abs(days), "day")) \(days > 0 ? "later" : "earlier")"
        return facts([("First promised", "\(first)"), ("In force", "\(now)"), ("Moved", "\(howOften(due.timesMoved).capitalisedFirst)"), ("Difference", "\(by)")])
    }

    private var told: HTML {
        guard !due.moves.isEmpty else { return .empty }
        let rows = due.moves.reversed().map { move -> [HTML] in
            let asked: HTML = "\(move.askedOn)<span class=\"why\">\(names[move.askedBy] ?? move.askedBy)</span>"
            return [asked, move.from.map { "\($0)" } ?? "None", move.to.map { "\($0)" } ?? "None", prose(move.because), outcome(of: move)]
        }
        return table(
            columns: [Column("Asked", .day), Column("From", .day), Column("To", .day), Column("Because", .wide), Column("Outcome")], rows: rows)
    }

    private func outcome(of move: DateMove) -> HTML {
        guard let outcome = move.outcome, let on = move.decidedOn else { return tag("Waits for a decision", .amber) }
        let label = switch move.kind { case .move: outcome.words; case .correction: "Corrected"; case .first: "First agreed" }
        let tone: Tone = outcome == .agreed ? .blue : .grey
        let answer: HTML? = move.answer.map { "<span class=\"why\">\($0)</span>" }
        return "\(tag(label, tone))<span class=\"why\">\(on), \(names[move.decidedBy ?? ""] ?? move.decidedBy ?? "")</span>\(answer)"
    }

    private var asking: HTML {
        guard viewer.mayReport(on: action), item.isOpen, due.inForce != nil else { return .empty }
        let later = expectedLater
        let nudge: HTML? = later.map { notice("Its owner expects \($0.day), \(counted($0.late, "day")) after it is due. If that is so, ask for that day.", .amber) }
        return "\(nudge)" + disclosure("Ask for another day", open: filled.refusal != nil || later != nil, form(to: PlanLinks.action(action, plan, "moves"), token: viewer.csrf, """
            <p>An approver decides. Until then the promised day stands, and it is never lost.</p>\
            \(filled.day("to", "The day asked for", later?.day))\
            \(filled.lines("because", "Why", rows: 2))\(buttons(submit("Ask for this day")))
            """))
    }

    /// The day that its owner expects, where that is after the day in force and still to come.
    private var expectedLater: (day: Day, late: Int)? {
        guard let due = due.inForce, let forecast = item.forecast, forecast > due, forecast > viewer.today else { return nil }
        return (forecast, due.days(until: forecast))
    }

    /// What waits is decided by an approver who did not ask, and taken back by who did.
    private func waiting(_ move: DateMove) -> HTML {
        guard viewer.isToday, !viewer.isClosed else { return .empty }
        var offers = HTML.empty
        if PlanPolicy.decides(move).allows(viewer.actor) {
            offers += form(to: PlanLinks.move(move, action, plan, "decision"), token: viewer.csrf, """
                \(filled.lines("answer", "Your answer", rows: 2, required: false))\
                \(buttons(item.isOpen ? submit("Agree to \(move.to.map { "\($0)" } ?? "no day")", name: "agreed", value: "yes") : .empty, submit("Decline", name: "agreed", value: "no", quiet: true)))
                """)
        }
        if PlanPolicy.takesBack(move).allows(viewer.actor) {
            offers += postButton("Take the request back", to: PlanLinks.move(move, action, plan, "withdrawal"), token: viewer.csrf)
        }
        return offers
    }
}
