public import Kernel
import People
public import Storage

extension Session {
    /// - Throws: `board-not-found`
    public func board(_ reference: String) throws -> Board {
        try first(
            Board.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("board-not-found", "There is no board “\(reference.prefix(60))”. The list of boards shows those there are."))
    }

    /// - Throws: `seat-not-found`
    public func seat(_ id: ID<Seat>, on board: Board) throws -> Seat {
        try first(
            Seat.self, "WHERE id = \(id) AND board = \(board.id)",
            or: Refusal.missing("seat-not-found", "\(board.name) has no seat with the number \(id)."))
    }

    /// - Throws: `meeting-not-found`
    public func meeting(_ id: ID<Meeting>, of board: Board) throws -> Meeting {
        try first(
            Meeting.self, "WHERE id = \(id) AND board = \(board.id)",
            or: Refusal.missing("meeting-not-found", "\(board.name) has no meeting with the number \(id)."))
    }

    /// What stands on a meeting's agenda, in its order.
    func agenda(of meeting: Meeting) throws -> [AgendaItem] {
        try all(AgendaItem.self, "WHERE meeting = \(meeting.id) AND taken_off_on IS NULL ORDER BY place, id")
    }

    /// - Throws: `agenda-item-not-found`
    public func agendaItem(_ id: ID<AgendaItem>, of meeting: Meeting) throws -> AgendaItem {
        try first(
            AgendaItem.self, "WHERE id = \(id) AND meeting = \(meeting.id)",
            or: Refusal.missing("agenda-item-not-found", "\(meeting.title) has no agenda item with the number \(id)."))
    }

    /// - Throws: `decision-not-found`
    public func decision(_ id: ID<Decision>, of board: Board) throws -> Decision {
        try first(
            Decision.self, "WHERE id = \(id) AND board = \(board.id)",
            or: Refusal.missing("decision-not-found", "\(board.name) has no decision with the number \(id)."))
    }
}

/// What an address says of a meeting.
struct MeetingPlace: Sendable {
    let board: String
    let meeting: ID<Meeting>

    /// - Throws: `board-not-found`, `meeting-not-found`
    func find(_ session: Session) throws -> (Board, Meeting) {
        let board = try session.board(board)
        return (board, try session.meeting(meeting, of: board))
    }
}
