import Kernel
import Markup
import Storage
import Web

/// What a guest reads of a board: its calendar with agendas, the papers that were issued to it, and what it decided. Nothing in it leads
/// further than to those papers.
struct GuestPage {
    let view: BoardView
    let link: GuestLink
    /// What other slices show of the board: its papers.
    let cards: HTML
    /// What the decisions are about, by the words alone: a guest gets to none of the pages.
    let names: [Subject: Name]

    private var board: Board { view.facts.board }

    var page: Page {
        Page(title: board.name, hasDay: false, body: """
            \(lead(board.name, under: "\(board.oversees)"))\
            <p class="small">For \(link.name), as on \(view.day). This link opens until the end of \(link.expiresOn).</p>\
            \(card("To come", id: "calendar", view.coming.isEmpty ? empty("No meeting has been called.") : view.coming.map(coming).joined()))\(cards)\
            \(card("Decisions", id: "decisions", view.decisions.isEmpty ? empty("Nothing has been decided yet.") : decisions))\
            \(view.past.isEmpty ? .empty : card("Past meetings", id: "past", view.past.map(past).joined()))
            """)
    }

    private func coming(_ item: MeetingView) -> HTML {
        let off: HTML? = item.cancellation.map { "<p>\(tag(item.standing.words, item.standing.tone)) \($0.because)</p>" }
        return "<h3>\(item.meeting.title)</h3><p>\(item.meeting.whenAndWhere)</p>\(off)\(agenda(item))"
    }

    private func past(_ item: MeetingView) -> HTML {
        disclosure("\(item.meeting.on): \(item.meeting.title)", "<p>\(item.meeting.whenAndWhere)</p>\(agenda(item))")
    }

    private func agenda(_ item: MeetingView) -> HTML {
        guard !item.agenda.isEmpty else { return "<p>\(quiet("No agenda yet."))</p>" }
        return "<ol>\(item.agenda.map { "<li>\($0.title)</li>" as HTML })</ol>"
    }

    /// With their words in full, since a guest has no page to open for them.
    private var decisions: HTML {
        table(columns: [Column("Day", .day), Column("Outcome", .wide), Column("Decision", .wide)], rows: view.decisions.map { item in
            let words = item.stands ? prose(item.decision.words) : "<s>\(shortened(item.decision.words))</s>"
            let due = item.decision.conditionsDue.map { " Due \($0)." } ?? ""
            let about = item.decision.about.compactMap { names[$0]?.words }
            let set: HTML? = item.decision.conditions.map { "\(small("Conditions.\(due)"))\(prose($0))" }
            return ["\(item.meeting.on)", tag(item), "\(words)\(set)\(about.isEmpty ? nil : small("About: \(listed(about))."))"]
        })
    }
}
