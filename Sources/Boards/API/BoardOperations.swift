import Kernel
import Markup
import People
public import Storage
public import Web

/// What programs can do with boards. Meetings and decisions have files of their own beside this.
public struct BoardOperations: Sendable {
    let naming: Naming
    let boards: Boards

    /// - Parameter naming: what agenda items and decisions can be about, by all the slices there are.
    public init(naming: Naming) {
        self.naming = naming
        boards = Boards(naming: naming)
    }

    public var all: [Operation] { whole + seats + meetings + agendas + decisions + guests }

    private var whole: [Operation] {
        [
            .listing("listBoards", "boards", "All boards, each as it is on a day", .scope(.boardsRead), takes: [.day], of: BoardPayload.schema) { call, session in
                try BoardPolicy.reads.check(call.actor)
                return try call.page(session.allBoards(), by: \.board.reference.key) { BoardPayload(BoardView($0, on: call.day)) }
            },
            .adding("beginBoard", "boards", "Begin a board", .scope(.boardsWrite), from: NewBoard.schema, gives: BoardPayload.schema,
                    refuses: ["board-reference-taken", "reference-not-usable"]) { call, work in
                var fields = call.fields
                let new = NewBoard(reading: &fields)
                try fields.finish()
                let board = try boards.begin(new, work)
                return try shown(board, call, work.session).added(at: BoardLinks.board(board))
            },
            .reading("showBoard", "boards/{board}", "One board on a day, with its members", .scope(.boardsRead), takes: [.day],
                     gives: BoardPayload.schema, refuses: ["board-not-found"]) { call, session in
                try BoardPolicy.reads.check(call.actor)
                return try shown(session.board(call.part("board")), call, session)
            },
            .changing("changeBoard", "boards/{board}", "Change what a board says of itself; what is left out stays", .scope(.boardsWrite), from: NewBoard.schema,
                      gives: BoardPayload.schema,
                      refuses: ["board-not-found", "board-reference-taken", "reference-not-usable", "board-not-there-then"]) { call, work in
                let board = try work.session.board(call.part("board"))
                var fields = Fields(call.fields, over: board.entries)
                let new = NewBoard(reading: &fields)
                try fields.finish()
                return try shown(boards.edit(board, new, version: call.matched(board.version), work), call, work.session)
            },
            .listing("listBoardHistory", "boards/{board}/history", "What happened to a board and all that belongs to it, newest first",
                     .scope(.boardsRead), of: EntryPayload.schema, refuses: ["board-not-found"]) { call, session in
                try BoardPolicy.reads.check(call.actor)
                let (board, hidden) = (try session.board(call.part("board")), BoardPolicy.hidden(from: call.actor))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: board.subject, before: $0, limit: $1, without: hidden) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
        ]
    }

    private var seats: [Operation] {
        [
            .listing("listSeats", "boards/{board}/seats", "Every seat that a board ever had, as they were given", .scope(.boardsRead),
                     of: SeatPayload.schema, refuses: ["board-not-found"]) { call, session in
                try BoardPolicy.reads.check(call.actor)
                let facts = try session.facts(of: session.board(call.part("board")))
                return try call.page(facts.seats, by: { "\($0.id)" }) { SeatPayload($0, facts) }
            },
            .adding("giveSeat", "boards/{board}/seats", "Give somebody a seat on a board", .scope(.boardsWrite), from: NewSeat.schema,
                    gives: SeatPayload.schema,
                    refuses: ["board-not-found", "board-not-there-then", "party-has-left", "already-seated", "chair-taken"]) { call, work in
                var fields = call.fields
                let new = NewSeat(reading: &fields)
                try fields.finish()
                let board = try work.session.board(call.part("board"))
                let seat = try boards.seat(new, on: board, work)
                return try shown(seat, of: board, work.session).added(at: Link("boards", board.reference, "seats", seat.id))
            },
            .reading("showSeat", "boards/{board}/seats/{seat}", "One seat", .scope(.boardsRead), takes: [.id("seat")], gives: SeatPayload.schema,
                     refuses: ["board-not-found", "seat-not-found"]) { call, session in
                try BoardPolicy.reads.check(call.actor)
                let board = try session.board(call.part("board"))
                return try shown(session.seat(call.id("seat"), on: board), of: board, session)
            },
            .changing("endSeat", "boards/{board}/seats/{seat}", "End a seat on a day", .scope(.boardsWrite), takes: [.id("seat")],
                      from: BoardInputs.ending, gives: SeatPayload.schema,
                      refuses: ["board-not-found", "seat-not-found", "already-seated", "chair-taken", "party-has-left", "period-ends-before-it-starts"]) { call, work in
                var fields = call.fields
                let day = fields.day("through", "Last day")
                try fields.finish()
                let board = try work.session.board(call.part("board"))
                let seat = try work.session.seat(call.id("seat"), on: board)
                return try shown(boards.unseat(seat, through: day, of: board, version: call.matched(seat.version), work), of: board, work.session)
            },
        ]
    }

    private func shown(_ board: Board, _ call: Call, _ session: Session) throws -> Reply {
        try .showing(BoardPayload(BoardView(session.facts(of: board), on: call.day)), version: board.version)
    }

    private func shown(_ seat: Seat, of board: Board, _ session: Session) throws -> Reply {
        try .showing(SeatPayload(seat, session.facts(of: board)), version: seat.version)
    }
}
