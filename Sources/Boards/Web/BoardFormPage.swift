import Kernel
import Markup
import Web

/// The page of a form of boards: below its board and its meeting, with what stands now where somebody else was quicker.
struct BoardFormPage {
    let title: String
    var under: HTML?
    /// The board it belongs to, and the meeting; nil for a board that is not there yet.
    var board: Board?
    var meeting: Meeting?
    let filled: Filled
    let link: Link
    let viewer: Viewer
    var now: [(String, HTML)] = []
    let body: HTML

    var page: Page {
        var crumbs = [("Boards", BoardLinks.list)]
        if let board { crumbs.append((board.name, BoardLinks.board(board))) }
        if let board, let meeting { crumbs.append((meeting.title, BoardLinks.meeting(meeting, board))) }
        return FormPage(
            title: title, under: under, crumbs: crumbs, section: "boards", filled: filled, link: link, token: viewer.csrf,
            above: overtaken(filled, now), body: body).page
    }
}
