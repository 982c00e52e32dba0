import Kernel
import Markup
import Storage
import Web

/// A meeting on a day: when and where it is, what it deals with, what it decided.
struct MeetingPage {
    let view: BoardView
    let item: MeetingView
    let spoken: Spoken
    /// What other slices say of it.
    let said: [MentionGroup]
    let viewer: Viewer

    private var board: Board { view.facts.board }
    private var meeting: Meeting { item.meeting }
    private var isOpen: Bool { viewer.mayKeep && item.cancellation == nil }
    private var mayChangeAgenda: Bool { isOpen && !meeting.hasSettled(on: viewer.today, hasDecided: !item.decisions.isEmpty) }
    private var mayDecide: Bool { isOpen && viewer.today >= meeting.on }

    var page: Page {
        Page(
            title: meeting.title, crumbs: [("Boards", viewer.link(BoardLinks.list)), (board.name, viewer.link(BoardLinks.board(board)))],
            section: "boards", scope: "board/\(board.id)", body: """
                \(lead(meeting.title, under: "\(board.name). \(meeting.whenAndWhere).", standing: tag(item.standing.words, item.standing.tone), actions: deeds))\
                \(off)\(card("Agenda", id: "agenda", actions: mayChangeAgenda ? [button("Add an item", to: BoardLinks.newItem(meeting, board), quiet: true)] : [], agenda))\
                \(decided)\(mentionCards(said, for: viewer))
                """)
    }

    private var deeds: [HTML] {
        guard isOpen else { return [] }
        var deeds: [HTML] = []
        if mayDecide { deeds.append(button("Record a decision", to: BoardLinks.newDecision(meeting, board))) }
        deeds.append(button("Edit the meeting", to: BoardLinks.meeting(meeting, board, "edit"), quiet: true))
        if !item.decisions.contains(where: \.stands) {
            deeds.append(button("Call it off", to: BoardLinks.meeting(meeting, board, "cancellation"), quiet: true))
        }
        return deeds
    }

    private var off: HTML? {
        item.cancellation.map { notice("Called off on \($0.on): \($0.because)", .amber) }
    }

    private var agenda: HTML {
        guard !item.agenda.isEmpty else {
            return empty(
                mayChangeAgenda ? "Nothing stands on the agenda yet. Items are added until the first decision, or until the day is over." : "No agenda was kept of this meeting.",
                action: mayChangeAgenda ? button("Add the first item", to: BoardLinks.newItem(meeting, board)) : nil)
        }
        let columns = [Column("Item", .reference), Column("Title", .wide), Column("Presenter"), Column("About")] + (mayChangeAgenda || mayDecide ? [Column("")] : [])
        return table(columns: columns, rows: item.agenda.enumerated().map { place, agendaItem in
            let cells: [HTML] = [
                "\(place + 1)", "\(agendaItem.title)", agendaItem.presenter.map { "\(view.facts.name($0))" } ?? quiet("Nobody named"),
                spoken.links(agendaItem.about) ?? quiet("Nothing on record"),
            ]
            guard mayChangeAgenda || mayDecide else { return cells }
            let decision: HTML? = mayDecide ? button("Record a decision", to: BoardLinks.newDecision(meeting, board, item: agendaItem), quiet: true) : nil
            return cells + ["\(decision)\(mayChangeAgenda ? moving(agendaItem, place) : .empty)"]
        })
    }

    private func moving(_ agendaItem: AgendaItem, _ place: Int) -> HTML {
        func step(_ words: String, _ step: Boards.Step) -> HTML {
            postButton(words, to: BoardLinks.item(agendaItem, meeting, board, "place"), token: viewer.csrf, hidden("step", step.rawValue))
        }
        return """
            <div class="actions">\(place > 0 ? step("Move up", .up) : nil)\(place < item.agenda.count - 1 ? step("Move down", .down) : nil)\
            \(postButton("Take off", to: BoardLinks.item(agendaItem, meeting, board, "removal"), token: viewer.csrf))</div>
            """
    }

    private var decided: HTML {
        guard item.cancellation == nil || !item.decisions.isEmpty else { return .empty }
        guard !item.decisions.isEmpty else {
            return card("Decisions", id: "decisions", empty(
                meeting.on > viewer.day ? "What the meeting decides is recorded here from its day on." : "No decision has been recorded.",
                action: mayDecide ? button("Record a decision", to: BoardLinks.newDecision(meeting, board)) : nil))
        }
        return card("Decisions", id: "decisions", table(
            columns: [Column("Item", .reference), Column("Outcome", .wide), Column("Decision", .wide), Column("About")], rows: item.decisions.map { one in
                [one.decision.item.flatMap { item.number(of: $0) }.map { "\($0)" } ?? "–", tag(one),
                 "\(words(one, board, viewer))\(conditions(one.decision))", spoken.links(one.decision.about) ?? quiet("Nothing on record")]
            }))
    }
}
