import Boards
import Kernel
import Library
import Papers
import Plans
import Reviews
import Storage

/// What the slices offer to be spoken of by others, put together here since no slice knows another.
let naming = Naming(
    Plans.naming
        + Boards.naming
        + Reviews.naming
        + Library.naming)

/// The kinds of things that a document answers: what somebody said must improve, and what was promised for it.
let answerable: Set = [Plan.table.name, Finding.table.name, Action.table.name]

/// What the slices tell of themselves in papers.
let tellings = Tellings(Plans.tellings)

/// Boards and the meetings that were not called off, for slices that know no boards.
let boardCalendar = BoardCalendar { session in
    try session.allBoards().map { facts in
        let (board, gone) = (facts.board, Set(facts.cancellations.map(\.meeting)))
        return (
            BoardCalendar.Board(subject: board.subject, reference: board.reference, name: board.name, address: ["boards", board.reference.text]),
            facts.meetings.filter { !gone.contains($0.id) }.map { meeting in
                BoardCalendar.Meeting(
                    subject: meeting.subject, board: board.subject, title: meeting.title, on: meeting.on,
                    address: ["boards", board.reference.text, "meetings", "\(meeting.id)"])
            })
    }
}

/// All of it that papers are written from.
let paperSources = PaperSources(naming: naming, tellings: tellings, boards: boardCalendar)
