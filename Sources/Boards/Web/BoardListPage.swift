import Kernel
import Markup
import Web

/// All boards on a day, each with its members, its next meeting and what it decided last.
struct BoardListPage {
    let views: [BoardView]
    let viewer: Viewer

    var page: Page {
        let deeds = viewer.mayKeep && !views.isEmpty ? [button("Begin a board", to: BoardLinks.new, quiet: true)] : []
        return Page(title: "Boards", section: "boards", body: """
            \(lead("Boards", under: "Who oversees what, when they meet and what they decided.", actions: deeds))\(list)
            """)
    }

    private var list: HTML {
        let sitting = views.filter { $0.facts.board.sits(on: viewer.day) }
        let over = views.filter { $0.facts.board.until.map { $0 < viewer.day } ?? false }
        guard !sitting.isEmpty || !over.isEmpty else {
            return empty(
                viewer.isToday ? "There is no board yet. Begin with the one that hears first how the plan stands." : "There was no board on this day.",
                action: viewer.mayKeep ? button("Begin a board", to: BoardLinks.new) : nil)
        }
        let past: HTML? = over.isEmpty ? nil : disclosure(
            "\(counted(over.count, "board")) that \(over.count == 1 ? "is" : "are") over", "<ul>\(over.map(line))</ul>")
        return "\(sitting.map(card))\(past)"
    }

    private func named(_ seat: Seat, _ facts: BoardFacts) -> String {
        facts.name(seat.party) + (seat.role == .member ? "" : " (\(seat.role.words.lowercased()))")
    }

    private func line(_ view: BoardView) -> HTML {
        let board = view.facts.board
        let until: HTML? = board.until.map { ", until \($0)" }
        return "<li><a href=\"\(viewer.link(BoardLinks.board(board)))\">\(board.name)</a>\(until)</li>"
    }

    private func card(_ view: BoardView) -> HTML {
        let board = view.facts.board
        let next: HTML = view.next.map {
            "<a href=\"\(viewer.link(BoardLinks.meeting($0.meeting, board)))\">\($0.meeting.on)</a>, \($0.meeting.title)"
        } ?? quiet("None called")
        let members: HTML = view.members.isEmpty ? quiet("Nobody yet") : "\(listed(view.members.map { named($0, view.facts) }))"
        let last = view.decisions.filter(\.stands).prefix(3)
        let decided: HTML = last.isEmpty ? small("It has decided nothing yet.") : table(
            columns: [Column("Day", .day), Column("Outcome", .wide), Column("Decision", .wide)],
            rows: last.map { ["\($0.meeting.on)", tag($0), words($0, board, viewer)] })
        return """
            <section class="card"><h2><a href="\(viewer.link(BoardLinks.board(board)))">\(board.name)</a></h2>\
            \(small("\(board.oversees)"))<p><strong>Next meeting</strong> \(next)</p><p><strong>Members</strong> \(members)</p>\
            \(last.isEmpty ? nil : "<h3>Last decisions</h3>" as HTML)\(decided)</section>
            """
    }
}
