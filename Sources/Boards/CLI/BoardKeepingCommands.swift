import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a board asks for.
struct BoardEntries: ParsableArguments, Sendable {
    @Option(help: "The name.") var name: String?
    @Option(help: "What it oversees, in a sentence.") var oversees: String?
    @Option(help: "Its first day: YYYY-MM-DD.") var since: String?
    @Option(help: "Its last day; '' while it runs on.") var until: String?
    @Option(help: "The reference; made from the name when left out.") var reference: String?

    func read(over held: [String: [String]] = [:]) throws -> NewBoard {
        var fields = Fields(["name": name, "oversees": oversees, "since": since, "until": until, "reference": reference], over: held)
        let new = NewBoard(reading: &fields)
        try fields.finish()
        return new
    }
}

extension BoardCommand {
    struct Begin: WritingCommand {
        static let configuration = CommandConfiguration(
            "begin", "Begin a board.",
            examples: "muster board begin --name 'Audit Committee' --oversees 'Risk, audit and performance' --since 2024-05-20")
        @OptionGroup var entries: BoardEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<BoardPayload> {
            let board = try BoardCommand.boards.begin(entries.read(), work)
            return Answer(try work.payload(of: board), "\(board.name) is kept as \(board.reference).")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change what a board says of itself; what is left out stays. '' empties.",
            examples: "muster board edit audit-committee --until 2027-03-31 --because 'Merged with performance'")
        @OptionGroup var board: BoardArgument
        @OptionGroup var entries: BoardEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<BoardPayload> {
            let board = try board.find(work.session)
            let changed = try BoardCommand.boards.edit(board, entries.read(over: board.entries), work)
            return Answer(try work.payload(of: changed), "\(changed.name) was saved.")
        }
    }

    struct GiveSeat: WritingCommand {
        static let configuration = CommandConfiguration(
            "seat", "Give somebody a seat on a board.",
            examples: "muster board seat audit-committee 'Cllr A Whitcombe' --role chair --from 2024-05-20")
        @OptionGroup var board: BoardArgument
        @Argument(help: "The person, post or team.", completion: .parties) var party: String
        @Option(help: "What they are there: \(Seat.Role.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(Seat.Role.self)) var role: String?
        @Option(help: "The first day: YYYY-MM-DD.") var from: String?
        @Option(help: "The last day; left out while it runs on.") var through: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<SeatPayload> {
            var fields = Fields(["party": party, "role": role, "from": from, "through": through])
            let new = NewSeat(reading: &fields)
            try fields.finish()
            let board = try board.find(work.session)
            let seat = SeatPayload(try BoardCommand.boards.seat(new, on: board, work), try work.session.facts(of: board))
            return Answer(seat, "\(seat.name) has a seat as \(seat.role.words.lowercased()) from \(seat.from).")
        }
    }

    struct EndSeat: WritingCommand {
        static let configuration = CommandConfiguration(
            "unseat", "End somebody's seat on a board.", examples: "muster board unseat audit-committee 'Cllr A Whitcombe' --through 2026-05-18")
        @OptionGroup var board: BoardArgument
        @Argument(help: "The person, post or team.", completion: .parties) var party: String
        @Option(help: "The last day: YYYY-MM-DD.") var through: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<SeatPayload> {
            var fields = Fields(["through": through])
            let day = fields.day("through", "The last day")
            try fields.finish()
            let board = try board.find(work.session)
            let facts = try work.session.facts(of: board)
            let own = facts.seats.filter { Party.key(facts.name($0.party)) == Party.key(party) && $0.from <= day }
            guard let seat = own.max(by: { $0.from < $1.from }) else {
                throw Refusal.missing("seat-not-found", "“\(party)” has no seat on \(board.name) that began by \(day).")
            }
            let ended = SeatPayload(try BoardCommand.boards.unseat(seat, through: day, of: board, work), facts)
            return Answer(ended, "The seat of \(ended.name) ends on \(day).")
        }
    }
}

extension Work {
    fileprivate func payload(of board: Board) throws -> BoardPayload {
        BoardPayload(BoardView(try session.facts(of: board), on: today))
    }
}
