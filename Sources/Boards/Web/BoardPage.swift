import Kernel
import Markup
import Storage
import Web

/// A board on a day: who sat on it, its calendar, what it decided.
struct BoardPage {
    let view: BoardView
    let spoken: Spoken
    /// What other slices say of it: the papers that went to it.
    let said: [MentionGroup]
    /// The links for guests, for those who may make them.
    let guests: HTML
    let viewer: Viewer

    private var board: Board { view.facts.board }

    var page: Page {
        Page(title: board.name, crumbs: [("Boards", viewer.link(BoardLinks.list))], section: "boards", scope: "board/\(board.id)", body: """
            \(lead(board.name, under: "\(board.oversees)", standing: over, actions: deeds))\
            \(card("Who sits on it", id: "members", actions: viewer.mayKeep ? [button("Give a seat", to: BoardLinks.newSeat(board), quiet: true)] : [], members))\
            \(card("To come", id: "calendar", coming))\(past)\(card("Decisions", id: "decisions", decisions))\(mentionCards(said, for: viewer))\(guests)
            """)
    }

    private var over: HTML? {
        if board.sits(on: view.day) { return nil }
        return view.day < board.since ? tag("From \(board.since)", .grey) : tag("Over", .grey)
    }

    private var deeds: [HTML] {
        var deeds: [HTML] = []
        if viewer.mayKeep {
            if board.sits(on: viewer.day) { deeds.append(button("Call a meeting", to: BoardLinks.newMeeting(board))) }
            deeds.append(button("Edit the board", to: BoardLinks.board(board, "edit"), quiet: true))
        }
        return deeds + [button("History", to: BoardLinks.board(board, "history"), quiet: true)]
    }

    private var members: HTML {
        guard !view.members.isEmpty else { return empty(viewer.isToday ? "Nobody sits on this board yet." : "Nobody sat on this board on this day.") }
        // Few seats have an end that is known beforehand.
        let hasEnds = view.members.contains { $0.through != nil }
        let columns = [Column("Name", .wide), Column("Role"), Column("From", .day)]
            + (hasEnds ? [Column("Through", .day)] : []) + (viewer.mayKeep ? [Column("")] : [])
        return table(columns: columns, rows: view.members.map { seat in
            var cells: [HTML] = [
                "<a href=\"\(viewer.link(Link("people", seat.party)))\">\(view.facts.name(seat.party))</a>", "\(seat.role.words)", "\(seat.from)",
            ]
            if hasEnds { cells.append(seat.through.map { "\($0)" } ?? quiet("No end")) }
            if viewer.mayKeep { cells.append(button("End it", to: BoardLinks.ending(seat, board), quiet: true)) }
            return cells
        })
    }

    private var coming: HTML {
        view.coming.isEmpty
            ? empty("No meeting has been called.", action: viewer.mayKeep ? button("Call a meeting", to: BoardLinks.newMeeting(board)) : nil)
            : calendar(view.coming, isPast: false)
    }

    private var past: HTML {
        view.past.isEmpty ? .empty : card("Past meetings", id: "past", calendar(view.past, isPast: true))
    }

    private func calendar(_ meetings: [MeetingView], isPast: Bool) -> HTML {
        let columns = [Column("Day", .day), Column("Meeting", .wide), Column("Starts"), Column("Place"), Column("Standing")]
        return table(columns: columns + (isPast ? [Column("Decisions", .number)] : []), rows: meetings.map { item in
            let standing = tag(item.standing.words, item.standing.tone)
            let because: HTML? = item.cancellation.map { "<span class=\"why\">\($0.because)</span>" }
            let decided = item.decisions.count(where: \.stands)
            let cells: [HTML] = [
                "\(item.meeting.on)", "<a href=\"\(viewer.link(BoardLinks.meeting(item.meeting, board)))\">\(item.meeting.title)</a>",
                item.meeting.startsAt.map { "\($0.description)" } ?? quiet("Not given"), item.meeting.location.map { "\($0)" } ?? quiet("Not given"),
                "\(standing)\(because)",
            ]
            return isPast ? cells + ["\(decided)"] : cells
        })
    }

    private var decisions: HTML {
        view.decisions.isEmpty
            ? empty("Nothing has been decided yet. What a meeting decides is recorded on its page.")
            : decisionTable(view.decisions, of: board, viewer, spoken: spoken)
    }
}
