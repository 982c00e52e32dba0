import Kernel
import People
public import Storage

/// The verbs of boards, done within one piece of work: each checks the policy, asks the model, saves and journals.
///
///     try await desk.write(by: actor) { work in try boards.begin(new, work) }
///
/// Who sits on a board is in `Seating.swift`, when it meets in `Meetings.swift`, what it deals with in `Agendas.swift` and
/// what it decides in `Decisions.swift`.
public struct Boards: Sendable {
    /// What agenda items and decisions can be about.
    let naming: Naming

    public init(naming: Naming = Naming()) { self.naming = naming }

    /// - Throws: `not-allowed`, `board-reference-taken`, `reference-not-usable`, `period-ends-before-it-starts`
    @discardableResult
    public func begin(_ new: NewBoard, _ work: Work) throws -> Board {
        try BoardPolicy.keeps.check(work.actor)
        let reference = try new.reference ?? .free(madeFrom: new.name, or: "board") {
            try work.session.count(Board.self, "WHERE reference_key = \($0.key)") > 0
        }
        try refuseTaken(reference, by: nil, work)
        _ = try Span(new.since, new.until)
        return try work.add("began the board") { id in
            Board(id: id, reference: reference, name: new.name, oversees: new.oversees, since: new.since, until: new.until)
        }
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: as `begin`, and `changed-meanwhile`, `board-not-there-then` when a seat or a meeting would be left outside it
    @discardableResult
    public func edit(_ board: Board, _ new: NewBoard, version: Int? = nil, _ work: Work) throws -> Board {
        try BoardPolicy.keeps.check(work.actor)
        var changed = board
        changed.version = version ?? board.version
        changed.reference = new.reference ?? board.reference
        try refuseTaken(changed.reference, by: board.id, work)
        _ = try Span(new.since, new.until)
        changed.name = new.name
        changed.oversees = new.oversees
        changed.since = new.since
        changed.until = new.until
        try refuseOutside(changed, work)
        return try work.change("edited the board", changed)
    }

    private func refuseOutside(_ board: Board, _ work: Work) throws {
        for seat in try work.session.all(Seat.self, "WHERE board = \(board.id)") {
            try board.refuseUnlessThere(on: seat.from, field: seat.from < board.since ? "since" : "until")
        }
        for meeting in try work.session.all(Meeting.self, """
            WHERE board = \(board.id) AND NOT EXISTS (SELECT 1 FROM cancellation WHERE cancellation.meeting = meeting.id)
            """) {
            try board.refuseUnlessThere(on: meeting.on, field: meeting.on < board.since ? "since" : "until")
        }
    }

    private func refuseTaken(_ reference: Reference, by own: ID<Board>?, _ work: Work) throws {
        try reference.refuseNew()
        let taken: ID<Board>? = try work.session.value("SELECT id FROM board WHERE reference_key = \(reference.key)")
        guard taken == nil || taken == own else {
            throw Refusal("board-reference-taken", .conflict, "Another board has the reference “\(reference)”.",
                          fields: [.init("reference", "Choose a reference that no other board has.")])
        }
    }

    // MARK: What others keep

    /// A person, post or team by its name on record.
    ///
    /// - Throws: `fields-need-attention`
    func party(named name: String, field: String, _ work: Work) throws -> Party {
        try Parties(work.session).named(name, field: field)
    }
}
