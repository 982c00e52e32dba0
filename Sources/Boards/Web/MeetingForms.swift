import Kernel
import Markup
import Storage
import Web

/// Calling a meeting, or editing one.
struct MeetingForm {
    let board: Board
    let meeting: Meeting?
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        BoardFormPage(
            title: meeting == nil ? "Call a meeting" : "Edit the meeting", board: board, meeting: meeting, filled: filled,
            link: meeting.map { BoardLinks.meeting($0, board, "edit") } ?? BoardLinks.board(board, "meetings"), viewer: viewer,
            now: meeting.map { [("Title", "\($0.title)"), ("When and where", "\($0.whenAndWhere)")] } ?? [], body: """
                \(hidden("version", meeting.map { String($0.version) } ?? ""))\
                \(filled.text("title", "Title", meeting?.title, hint: "Its name or number, such as “Fourth meeting of 2026/27”."))\
                \(pair(
                    filled.day("on", "Day", meeting?.on),
                    filled.text("starts-at", "Starts at", meeting?.startsAt?.description, hint: "As 14:00.", required: false)))\
                \(filled.text("location", "Place", meeting?.location, required: false))\
                \(buttons(submit(meeting == nil ? "Call the meeting" : "Save"), button("Cancel", to: back, quiet: true)))
                """).page
    }

    private var back: Link { meeting.map { BoardLinks.meeting($0, board) } ?? BoardLinks.board(board) }
}

/// Asking why a meeting is called off, before it is.
struct CancellationForm {
    let board: Board
    let meeting: Meeting
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        BoardFormPage(
            title: "Call off the meeting", under: "\(meeting.whenAndWhere)", board: board, meeting: meeting, filled: filled,
            link: BoardLinks.meeting(meeting, board, "cancellation"), viewer: viewer, body: """
                <p>It stays in the calendar, marked as cancelled with your reason, and nothing can be decided there any more. \
                A meeting that is only put off is moved by editing its day instead.</p>\
                \(filled.lines("because", "Why it is called off", rows: 3))\
                \(buttons(submit("Call it off", danger: true), button("Cancel", to: BoardLinks.meeting(meeting, board), quiet: true)))
                """).page
    }
}

/// Adding an item to an agenda.
struct AgendaItemForm {
    let board: Board
    let meeting: Meeting
    /// Names on record, offered as one types.
    let names: [String]
    let offered: [(subject: Subject, name: Name)]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        BoardFormPage(
            title: "Add an agenda item", under: "\(meeting.whenAndWhere)", board: board, meeting: meeting, filled: filled,
            link: BoardLinks.meeting(meeting, board, "agenda"), viewer: viewer, body: """
                \(filled.text("title", "Title"))\(filled.party("presenter", "Presenter", from: names, hint: "A person, post or team on record.", required: false))\
                \(filled.subjects("about", "About", offered))\
                \(buttons(submit("Add the item"), button("Cancel", to: BoardLinks.meeting(meeting, board), quiet: true)))
                """).page
    }
}

/// Recording what a meeting decided.
struct DecisionForm {
    let board: Board
    let meeting: MeetingView
    /// The item from whose row the form was opened.
    let item: AgendaItem?
    let offered: [(subject: Subject, name: Name)]
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        let items = [("", "None")] + meeting.agenda.enumerated().map { ("\($1.id)", "\($0 + 1). \($1.title)") }
        let outcomes = [("", "Choose one")] + Decision.Outcome.allCases.map { ($0.rawValue, $0.words) }
        return BoardFormPage(
            title: "Record a decision", under: "\(meeting.meeting.whenAndWhere)", board: board, meeting: meeting.meeting, filled: filled,
            link: BoardLinks.meeting(meeting.meeting, board, "decisions"), viewer: viewer, body: """
                \(filled.choice("item", "Agenda item", items, item.map { "\($0.id)" }, required: false))\
                \(filled.choice("outcome", "Outcome", outcomes))\
                \(filled.lines("words", "What was decided", hint: "As the minutes will have it.", rows: 3))\
                \(filled.lines("conditions", "Conditions", hint: "Needed where it was approved with conditions, and only there.", rows: 2, required: false))\
                \(filled.day("conditions-due", "Conditions due", required: false))\
                \(filled.subjects("about", "About", offered, item?.about ?? []))\
                \(buttons(submit("Record the decision"), button("Cancel", to: BoardLinks.meeting(meeting.meeting, board), quiet: true)))
                """).page
    }
}

/// Asking why a decision is struck out, before it is.
struct StrikeForm {
    let board: Board
    let view: DecisionView
    let filled: Filled
    let viewer: Viewer

    var page: Page {
        BoardFormPage(
            title: "Strike out decision \(view.decision.id)", under: "\(board.name), \(view.meeting.on)", board: board, meeting: view.meeting, filled: filled,
            link: BoardLinks.strike(view.decision, board), viewer: viewer, body: """
                \(prose(view.decision.words))<p>This is for what was recorded in error. It counts no more from today, can still be read with \
                your reason, and the right decision is recorded anew. What the board changed its mind about is a new decision.</p>\
                \(filled.lines("because", "What was wrong", rows: 3))\
                \(buttons(submit("Strike it out", danger: true), button("Cancel", to: BoardLinks.decision(view.decision, board), quiet: true)))
                """).page
    }
}
