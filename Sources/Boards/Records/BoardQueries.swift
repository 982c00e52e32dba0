public import Kernel
import People
public import Storage

extension Session {
    /// - Throws: `board-not-found`
    public func board(_ reference: String) throws -> Board {
        guard let board = try first(Board.self, "WHERE reference_key = \(reference.lowercased())") else {
            throw Refusal.missing("board-not-found", "There is no board “\(reference.prefix(60))”. The list of boards shows those there are.")
        }
        return board
    }

    /// - Throws: `seat-not-found`
    public func seat(_ id: ID<Seat>, on board: Board) throws -> Seat {
        guard let seat = try first(Seat.self, "WHERE id = \(id) AND board = \(board.id)") else {
            throw Refusal.missing("seat-not-found", "\(board.name) has no seat with the number \(id).")
        }
        return seat
    }

    /// - Throws: `meeting-not-found`
    public func meeting(_ id: ID<Meeting>, of board: Board) throws -> Meeting {
        guard let meeting = try first(Meeting.self, "WHERE id = \(id) AND board = \(board.id)") else {
            throw Refusal.missing("meeting-not-found", "\(board.name) has no meeting with the number \(id).")
        }
        return meeting
    }

    /// - Throws: `agenda-item-not-found`
    public func agendaItem(_ id: ID<AgendaItem>, of meeting: Meeting) throws -> AgendaItem {
        guard let item = try first(AgendaItem.self, "WHERE id = \(id) AND meeting = \(meeting.id)") else {
            throw Refusal.missing("agenda-item-not-found", "\(meeting.title) has no agenda item with the number \(id).")
        }
        return item
    }

    /// - Throws: `decision-not-found`
    public func decision(_ id: ID<Decision>, of board: Board) throws -> Decision {
        guard let decision = try first(Decision.self, "WHERE id = \(id) AND board = \(board.id)") else {
            throw Refusal.missing("decision-not-found", "\(board.name) has no decision with the number \(id).")
        }
        return decision
    }
}
