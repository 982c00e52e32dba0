public import Kernel
import People
public import Storage

/// Who sits on a board.
extension Boards {
    /// - Throws: `not-allowed`, `fields-need-attention`, `board-not-there-then`, `party-has-left`, `already-seated`, `chair-taken`,
    ///   `period-ends-before-it-starts`
    @discardableResult
    public func seat(_ new: NewSeat, on board: Board, _ work: Work) throws -> Seat {
        try BoardPolicy.keeps.check(work.actor)
        try board.refuseUnlessThere(on: new.from, field: "from")
        let party = try party(named: new.party, field: "party", work)
        try refuseGone(party, on: new.through ?? new.from)
        _ = try Span(new.from, new.through)
        let (others, names) = (try seats(on: board, work), try Parties(work.session).names())
        return try work.add("gave \(party.name) a seat as \(new.role.words.lowercased())", in: board.subject) { id in
            try Seat(id: id, board: board.id, party: party.id, role: new.role, from: new.from, through: new.through)
                .standing(beside: others) { names[$0] ?? "" }
        }
    }

    /// Ends a seat on a day, which is its last. A day entered in error is put right by ending it again.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `period-ends-before-it-starts`, `already-seated`, `chair-taken`, `party-has-left`, `changed-meanwhile`
    @discardableResult
    public func unseat(_ seat: Seat, through day: Day, of board: Board, version: Int? = nil, _ work: Work) throws -> Seat {
        try BoardPolicy.keeps.check(work.actor)
        try refuseGone(Parties(work.session).get(seat.party), on: day)
        let names = try Parties(work.session).names()
        var ended = try seat.ending(on: day).standing(beside: seats(on: board, work)) { names[$0] ?? "" }
        ended.version = version ?? seat.version
        return try work.change("ended the seat of \(names[seat.party] ?? "")", ended, in: board.subject)
    }

    private func refuseGone(_ party: Party, on day: Day) throws(Refusal) {
        guard let left = party.leftOn, !party.isHere(on: day) else { return }
        throw .conflict("party-has-left", "\(party.name) is not here from \(left) on, so the seat can’t run until then.")
    }

    private func seats(on board: Board, _ work: Work) throws -> [Seat] {
        try work.session.all(Seat.self, "WHERE board = \(board.id) ORDER BY id")
    }
}
