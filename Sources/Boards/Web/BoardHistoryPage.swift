import Kernel
import Markup
import Web

/// What happened to a board, newest first, as the journal tells it.
struct BoardHistoryPage {
    let board: Board
    let told: [HistoryEntry]
    let viewer: Viewer

    var page: Page {
        Page(
            title: "History", crumbs: [("Boards", viewer.link(BoardLinks.list)), (board.name, viewer.link(BoardLinks.board(board)))],
            section: "boards", hasDay: false, body: """
                \(lead("History", under: "Every change to \(board.name), newest first, as the journal holds it."))\
                \(card(nil, history(told)))\
                \(told.count >= BoardHistory.most ? small("The newest \(BoardHistory.most) entries are shown.") : nil)
                """)
    }
}
