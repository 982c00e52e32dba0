import Kernel
import Markup
import People
import Web

/// Beginning a board, or editing one.
struct BoardForm {
    let board: Board?
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        BoardFormPage(
            title: board == nil ? "Begin a board" : "Edit the board", board: board, filled: filled,
            link: board.map { BoardLinks.board($0, "edit") } ?? BoardLinks.list, viewer: viewer,
            now: board.map { [("Name", "\($0.name)"), ("Oversees", "\($0.oversees)"), ("First day", "\($0.since)")] } ?? [],
            body: """
                \(hidden("version", board.map { String($0.version) } ?? ""))\
                \(filled.text("name", "Name", board?.name))\
                \(filled.lines("oversees", "What it oversees", board?.oversees, hint: "In a sentence that its members would agree with.", rows: 2))\
                \(pair(
                    filled.day("since", "First day", board?.since),
                    filled.day("until", "Last day", board?.until, hint: "Empty while it runs on.", required: false)))\
                \(filled.text("reference", "Reference", board?.reference.text, hint: "Stands in its address. Made from the name when left empty.", required: false))\
                \(buttons(submit(board == nil ? "Begin the board" : "Save"), button("Cancel", to: board.map(BoardLinks.board) ?? BoardLinks.list, quiet: true)))
                """).page
    }
}

/// Giving somebody a seat.
struct SeatForm {
    let board: Board
    /// Names on record, offered as one types.
    let names: [String]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        BoardFormPage(
            title: "Give a seat", board: board, filled: filled, link: BoardLinks.board(board, "seats"), viewer: viewer, body: """
                \(filled.party("party", "Who", from: names, hint: "A person, post or team on record. A post keeps its seat when its holder changes."))\
                \(filled.choice("role", "Role", Seat.Role.allCases.map { ($0.rawValue, $0.words) }, Seat.Role.member.rawValue))\
                \(pair(
                    filled.day("from", "First day", max(viewer.today, board.since)),
                    filled.day("through", "Last day", hint: "Empty while it runs on.", required: false)))\
                \(buttons(submit("Give the seat"), button("Cancel", to: BoardLinks.board(board), quiet: true)))
                """).page
    }
}

/// Ending a seat on a day.
struct SeatEndingForm {
    let board: Board
    let seat: Seat
    let name: String
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        BoardFormPage(
            title: "End a seat", under: "\(name), \(seat.role.words.lowercased()) since \(seat.from)", board: board, filled: filled,
            link: BoardLinks.ending(seat, board), viewer: viewer,
            now: [("Name", "\(name)"), ("Last day", seat.through.map { "\($0)" } ?? quiet("No end"))], body: """
                <p>\(name) stays among the members until the end of this day. Earlier days still show the seat.</p>\
                \(hidden("version", String(seat.version)))\(filled.day("through", "Last day", seat.through ?? viewer.today))\
                \(buttons(submit("End the seat"), button("Cancel", to: BoardLinks.board(board), quiet: true)))
                """).page
    }
}
