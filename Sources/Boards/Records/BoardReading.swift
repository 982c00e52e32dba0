public import Kernel
public import People
public import Storage

extension Session {
    /// Everything recorded about a board.
    public func facts(of board: Board) throws -> BoardFacts {
        try facts(of: [board])[0]
    }

    /// All boards, each with its facts, by name. It takes as many queries as one board does.
    public func allBoards() throws -> [BoardFacts] {
        try facts(of: boardsByName())
    }

    func boardsByName() throws -> [Board] {
        try all(Board.self, "ORDER BY id").sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }

    /// What boards had decided about a thing by a day, whichever boards they are, the latest first.
    public func decisions(about subject: Subject, on day: Day) throws -> [(board: Board, decision: DecisionView)] {
        try decisions(aboutAnyOf: [subject], on: day)
    }

    /// The same for several things, each decision once.
    func decisions(aboutAnyOf subjects: [Subject], on day: Day) throws -> [(board: Board, decision: DecisionView)] {
        let decisions = try all(
            Decision.self, "WHERE id IN (SELECT decision FROM decision_subject WHERE subject IN (\(list: subjects))) ORDER BY id")
        let boards = try byNumber(Board.self, Set(decisions.map(\.board)))
        let meetings = try byNumber(Meeting.self, Set(decisions.map(\.meeting)))
        let strikes = try all(Strike.self, "WHERE decision IN (\(list: decisions.map(\.id))) ORDER BY id")
        return decisions.compactMap { decision in
            guard let board = boards[decision.board], let meeting = meetings[decision.meeting] else { return nil }
            return DecisionView(decision, of: meeting, strike: strikes.first { $0.decision == decision.id }, on: day).map { (board, $0) }
        }
        .sorted { $0.1.order > $1.1.order }
    }

    /// Boards on which any of these has a seat on a day, by name.
    public func boards(seating parties: Set<ID<Party>>, on day: Day) throws -> [Board] {
        let seats = try all(Seat.self, "WHERE party IN (\(list: parties.sorted())) ORDER BY id").filter { $0.holds(on: day) }
        return try boardsByName().filter { board in board.sits(on: day) && seats.contains { $0.board == board.id } }
    }

    /// Everything recorded about some boards, in their order. It takes as many queries as one board does.
    public func facts(of boards: [Board]) throws -> [BoardFacts] {
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
}

extension Session {
    /// A meeting as it was on a day, with its board.
    ///
    /// - Throws: `meeting-not-called-then`
    func view(of meeting: Meeting, _ board: Board, on day: Day) throws -> (BoardView, MeetingView) {
        let view = BoardView(try facts(of: board), on: day)
        guard let item = view.meeting(meeting.id) else {
            throw Refusal.missing("meeting-not-called-then", "\(meeting.title) had not been called on \(day). Choose another day.")
        }
        return (view, item)
    }

    /// A decision as it was on a day.
    ///
    /// - Throws: `decision-not-found`, `decision-not-taken-then`
    func view(of id: ID<Decision>, _ board: Board, on day: Day) throws -> DecisionView {
        let decision = try decision(id, of: board)
        let strike = try first(Strike.self, "WHERE decision = \(id)")
        guard let view = DecisionView(decision, of: try meeting(decision.meeting, of: board), strike: strike, on: day) else {
            throw Refusal.missing("decision-not-taken-then", "This decision had not been taken on \(day). Choose another day.")
        }
        return view
    }
}
