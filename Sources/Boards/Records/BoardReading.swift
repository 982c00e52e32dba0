public import Kernel
import People
public import Storage

extension Session {
    /// Everything recorded about a board.
    public func facts(of board: Board) throws -> BoardFacts {
        try facts(of: [board])[0]
    }

    /// All boards, each with its facts, by name. It takes as many queries as one board does.
    public func allBoards() throws -> [BoardFacts] {
        try facts(of: try all(Board.self, "ORDER BY id").sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) })
    }

    /// What boards decided about a thing, whichever boards they are, the latest first.
    public func decisions(about subject: Subject) throws -> [(board: Board, decision: DecisionView)] {
        let decisions = try all(Decision.self, "WHERE id IN (SELECT decision FROM decision_subject WHERE subject = \(subject)) ORDER BY id")
        let boards = try byNumber(Board.self, Set(decisions.map(\.board)))
        let meetings = try byNumber(Meeting.self, Set(decisions.map(\.meeting)))
        let strikes = try all(Strike.self, "WHERE decision IN (\(list: decisions.map(\.id))) ORDER BY id")
        return decisions.compactMap { decision in
            guard let board = boards[decision.board], let meeting = meetings[decision.meeting] else { return nil }
            return (board, DecisionView(decision: decision, meeting: meeting, strike: strikes.first { $0.decision == decision.id }))
        }
        .sorted { ($0.1.meeting.on, $0.1.decision.id) > ($1.1.meeting.on, $1.1.decision.id) }
    }

    private func facts(of boards: [Board]) throws -> [BoardFacts] {
        let ids = boards.map(\.id)
        let seats = try all(Seat.self, "WHERE board IN (\(list: ids)) ORDER BY id")
        let meetings = try all(Meeting.self, "WHERE board IN (\(list: ids)) ORDER BY held_on, id")
        let ofBoards: SQL = "IN (SELECT id FROM meeting WHERE board IN (\(list: ids)))"
        let cancellations = try all(Cancellation.self, "WHERE meeting \(ofBoards) ORDER BY id")
        let items = try all(AgendaItem.self, "WHERE meeting \(ofBoards) ORDER BY place, id")
        let decisions = try all(Decision.self, "WHERE board IN (\(list: ids)) ORDER BY id")
        let strikes = try all(Strike.self, "WHERE decision IN (SELECT id FROM decision WHERE board IN (\(list: ids))) ORDER BY id")
        let parties = try byNumber(Party.self, Set(seats.map(\.party) + items.compactMap(\.presenter)))
        let board = Dictionary(uniqueKeysWithValues: meetings.map { ($0.id, $0.board) })
        let taken = Dictionary(uniqueKeysWithValues: decisions.map { ($0.id, $0.board) })
        return boards.map { own in
            BoardFacts(
                board: own, seats: seats.filter { $0.board == own.id }, meetings: meetings.filter { $0.board == own.id },
                cancellations: cancellations.filter { board[$0.meeting] == own.id }, items: items.filter { board[$0.meeting] == own.id },
                decisions: decisions.filter { $0.board == own.id }, strikes: strikes.filter { taken[$0.decision] == own.id },
                parties: parties)
        }
    }

    private func byNumber<R: Record>(_ type: R.Type, _ ids: Set<ID<R>>) throws -> [ID<R>: R] {
        Dictionary(uniqueKeysWithValues: try all(R.self, "WHERE id IN (\(list: ids.sorted()))").map { ($0.id, $0) })
    }
}

extension Session {
    /// A meeting as it was on a day, with its board.
    ///
    /// - Throws: `board-not-found`, `meeting-not-found`, `meeting-not-called-then`
    func view(of id: ID<Meeting>, _ reference: String, _ day: Day) throws -> (BoardView, MeetingView) {
        let board = try board(reference)
        let meeting = try meeting(id, of: board)
        let view = BoardView(try facts(of: board), on: day)
        guard let item = view.meeting(id) else {
            throw Refusal.missing("meeting-not-called-then", "\(meeting.title) had not been called on \(day). Choose another day.")
        }
        return (view, item)
    }

    /// A decision as it was on a day.
    ///
    /// - Throws: `decision-not-found`, `decision-not-taken-then`
    func view(of id: ID<Decision>, _ board: Board, on day: Day) throws -> DecisionView {
        _ = try decision(id, of: board)
        guard let view = BoardView(try facts(of: board), on: day).decisions.first(where: { $0.decision.id == id }) else {
            throw Refusal.missing("decision-not-taken-then", "This decision had not been taken on \(day). Choose another day.")
        }
        return view
    }

    /// What boards had decided about a thing by a day.
    func decisions(about subject: Subject, on day: Day) throws -> [(board: Board, decision: DecisionView)] {
        try decisions(about: subject).filter { $0.decision.meeting.on <= day }.map { board, view in
            (board, DecisionView(decision: view.decision, meeting: view.meeting, strike: view.strike.flatMap { $0.on <= day ? $0 : nil }))
        }
    }
}
