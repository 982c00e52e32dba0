import Boards
import Kernel
import People
import Storage
import TestSupport
import Testing

/// A small service on a real database: a manager, a reader, a board that began on 1 January 2025, and a desk whose clock
/// the test moves. What boards speak of here are persons and posts, as People is the slice that is at hand.
struct BoardWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let manager: Actor
    let reader: Actor
    let boards = Boards(naming: BoardWorld.naming)

    static let naming = Naming([NamedKind(Party.self, "People") { Name($0.name, at: ["people", "\($0.id)"]) }])
    static let names = ["R. Okafor", "P. Lindqvist", "Cllr Whitcombe", "Cllr Osei", "Chief Fire Officer"]

    static func with(_ engine: Engine, _ body: (BoardWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Boards.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2025, 1, 6)!, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            let ids = try await desk.write(by: .operator) { work in
                try names.map { try People().findOrAdd(name: $0, work).id.number }
            }
            try await body(BoardWorld(
                desk: desk, clock: clock,
                manager: Actor(person: ids[0], name: "R. Okafor", roles: [.reader, .manager]),
                reader: Actor(person: ids[1], name: "P. Lindqvist", roles: [.reader])))
        }
    }

    var today: Day { clock.clock.today }

    func set(_ day: Day) { clock.set(.inBritain(day, hour: 10)) }

    /// The audit committee, with nobody on it yet.
    func board() async throws -> Board {
        try await desk.write(by: manager) { [boards] work in
            try boards.begin(NewBoard(name: "Audit Committee", oversees: "Risk and audit", since: Day(2025, 1, 1)!), work)
        }
    }

    /// The committee with a meeting on 3 March 2025.
    func meeting() async throws -> (Board, Meeting) {
        let board = try await board()
        return (board, try await desk.write(by: manager) { [boards] work in
            try boards.call(NewMeeting(on: Day(2025, 3, 3)!, title: "First meeting"), of: board, work)
        })
    }

    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (Boards, Work) throws -> T) async throws -> T {
        try await desk.write(by: manager) { [boards] work in try body(boards, work) }
    }

    /// The refusal that a piece of the manager's work must end with.
    func refusal(
        at place: SourceLocation = #_sourceLocation, _ body: @escaping @Sendable (Boards, Work) throws -> Void
    ) async -> Refusal? {
        await #expect(throws: Refusal.self, sourceLocation: place) { try await write(body) }
    }

    func refuses(
        with code: String, at place: SourceLocation = #_sourceLocation, _ body: @escaping @Sendable (Boards, Work) throws -> Void
    ) async {
        let refusal = await refusal(at: place, body)
        #expect(refusal?.code == code, sourceLocation: place)
    }

    func refuses(
        fields: [String], at place: SourceLocation = #_sourceLocation, _ body: @escaping @Sendable (Boards, Work) throws -> Void
    ) async {
        let refusal = await refusal(at: place, body)
        #expect(refusal?.fields.map(\.name) == fields, sourceLocation: place)
    }

    func view(on day: Day? = nil) async throws -> BoardView {
        let day = day ?? today
        return try await desk.read { session in BoardView(try session.facts(of: session.board("audit-committee")), on: day) }
    }

    /// What the journal says happened to the board, oldest first.
    func told(_ board: Board) async throws -> [String] {
        try await desk.told(board.subject)
    }
}
