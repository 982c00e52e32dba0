public import ArgumentParser
import Kernel
import People
import Storage

/// `muster board …`: boards from the command line.
public struct BoardCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "board", abstract: "Keep boards: who sits on them, when they meet and what they decide.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Meetings.self, DecisionList.self, History.self]),
            CommandGroup(name: "Keeping", subcommands: [Begin.self, Edit.self, GiveSeat.self, EndSeat.self, GuestCommand.self]),
            CommandGroup(name: "Meeting", subcommands: [Call.self, Amend.self, Cancel.self, AgendaCommand.self, Decide.self, StrikeOut.self]),
        ])

    public init() {}

    /// The verbs, with the names that the program knows the things of other slices by.
    static var boards: Boards { Boards(naming: Operating.naming) }
}

/// A board named at the command line.
struct BoardArgument: ParsableArguments, Sendable {
    @Argument(help: "The board's reference.", completion: .boards) var board: String

    func find(_ session: Session) throws -> Board { try session.board(board) }

    func view(_ session: Session, on day: Day) throws -> BoardView {
        BoardView(try session.facts(of: find(session)), on: day)
    }
}

/// A meeting named at the command line, by its board and its number or day.
struct MeetingArguments: ParsableArguments, Sendable {
    @Argument(help: "The board's reference.", completion: .boards) var board: String
    @Argument(help: "The meeting's day, as 2026-03-31, or its number.", completion: .meetings) var meeting: String

    /// - Throws: `board-not-found`, `meeting-not-found`, `meeting-not-clear`
    func find(_ session: Session) throws -> (Board, Meeting) {
        let board = try session.board(board)
        if let number = Int64(meeting) { return (board, try session.meeting(ID(number), of: board)) }
        guard let day = Day(iso: meeting) else {
            throw Refusal.missing("meeting-not-found", "“\(meeting)” is neither a day nor the number of a meeting. See: muster board meetings \(board.reference)")
        }
        let found = try session.all(Meeting.self, "WHERE board = \(board.id) AND held_on = \(day) ORDER BY id")
        guard found.count < 2 else {
            throw Refusal.invalid("meeting-not-clear", "\(board.name) has several meetings on \(day): \(listed(found.map { "\($0.id) “\($0.title)”" })). Give the number.")
        }
        guard let meeting = found.first else {
            throw Refusal.missing("meeting-not-found", "\(board.name) has no meeting on \(day). See: muster board meetings \(board.reference)")
        }
        return (board, meeting)
    }
}

extension CompletionKind {
    static let boards = CompletionKind.kept { session, _ in try session.all(Board.self, "ORDER BY id").map(\.reference.text) }
    /// The days of the board's meetings that the line names already.
    static let meetings = CompletionKind.kept { session, words in
        guard let board = words.dropFirst(2).lazy.compactMap({ try? session.board($0) }).first else { return [] }
        return try session.all(Meeting.self, "WHERE board = \(board.id) ORDER BY held_on DESC, id DESC").map(\.on.iso)
    }
}

extension WritingOptions {
    /// The reason of what a record keeps a reason for.
    func reason(_ label: String) throws -> String {
        var fields = Fields(["because": because])
        if fields.written("because").isEmpty { throw Refusal.fields([.init("because", "Say why, with --because.")]) }
        let reason = fields.text("because", label, atMost: 2000)
        try fields.finish()
        return reason
    }
}

/// The names of what a view speaks of.
func named(_ view: MeetingView, _ session: Session) throws -> [Subject: Name] {
    try Operating.naming.names(of: view.about, session)
}
