import ArgumentParser
import Boards
import Kernel
import Papers
import People
import Storage

/// `muster board-room …`: what a board's member has before them, from the command line.
struct BoardRoomCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "board-room", abstract: "Show what a board’s member has before them, and what changed since they last looked.",
        subcommands: [Show.self, Read.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "show", "Show meetings, papers, decisions, and what changed since somebody last looked.",
            examples: "muster board-room show --for okafor@northshire.example", "muster board-room show --as okafor@northshire.example --json")
        @OptionGroup var owner: ReminderOwner
        @OptionGroup var reading: ReadingOptions

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            let (owner, rooms, moment) = (owner, BoardRooms(Operating.tellings), desk.clock.now)
            let room = try await desk.read { session in
                let person = try owner.account(actor, session).person
                try BoardRoomPolicy.reads(of: person).check(actor)
                return try rooms.room(of: person, at: moment, session)
            }
            try reading.output.show(BoardRoomPayload(room), BoardRoomWords(room: room).text)
        }
    }

    struct Read: WritingCommand {
        static let configuration = CommandConfiguration(
            "read", "Say that you have read what changed, so that the next time tells what is new.", examples: "muster board-room read --as okafor@northshire.example")
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<BoardRoomPayload> {
            guard let number = work.actor.person else { throw Refusal.invalid("nobody-named", "Say who has read it, with --as EMAIL.") }
            let (rooms, person) = (BoardRooms(Operating.tellings), ID<Party>(number))
            let look = try rooms.look(NewLook(), by: person, work)
            return Answer(BoardRoomPayload(try rooms.room(of: person, at: work.moment, work.session)), "What changes from \(look.at.inWords) on is told the next time.")
        }
    }
}

/// The page of a board's member as lines for a terminal.
struct BoardRoomWords {
    let room: BoardRoom

    var text: String {
        guard !room.boards.isEmpty else { return "You sit on no board. See: muster board list" }
        return [changes, meetings, conditions, decisions, papers].compactMap(\.self).joined(separator: "\n\n")
    }

    private var changes: String {
        let when = room.look.map { "since the last look, on \($0.at.inWords)" } ?? "since \(room.since)"
        guard !room.isUnchanged else { return "Nothing changed \(when)." }
        let new = room.newPapers.map { "- Paper: \($0.line.paper.title)" } + room.newDecisions.map { "- Decision: \($0.view.decision.inLine)" }
        let told = room.changed.flatMap { change in ["\(change.telling.title):"] + (change.lines + change.learned).map(\.written) }
        return (["What changed \(when):"] + new + told).joined(separator: "\n")
    }

    private var meetings: String {
        Output.table(["Next meeting", "Board", "Title", "Papers"], room.meetings.map {
            [$0.view.meeting.on.iso, $0.board.name, $0.view.meeting.title, $0.papers.map(\.line.paper.reference.text).joined(separator: ", ")]
        }, empty: "No meeting has been called.")
    }

    private var conditions: String? {
        room.conditions.isEmpty ? nil : Output.table(["Conditions due", "Board", "Conditions"], room.conditions.map {
            [$0.view.decision.conditionsDue?.iso ?? "", $0.board.name, $0.view.decision.conditionsInWords ?? ""]
        }, empty: "")
    }

    private var decisions: String {
        Output.table(["Decided", "Board", "Outcome", "Decision"], room.decisions.map {
            [$0.view.meeting.on.iso, $0.board.name, $0.view.decision.outcome.words, $0.view.decision.inLine]
        }, empty: "Nothing has been decided yet.")
    }

    private var papers: String {
        Output.table(["Paper", "Title", "Board", "Standing"], room.papers.map {
            [$0.line.paper.reference.text, $0.line.paper.title, $0.board.name, $0.line.standing(on: room.day).words]
        }, empty: "No paper has come yet.")
    }
}
