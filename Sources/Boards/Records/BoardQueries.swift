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
        guard let item = try agendaItems("WHERE id = \(id) AND meeting = \(meeting.id)").first else {
            throw Refusal.missing("agenda-item-not-found", "\(meeting.title) has no agenda item with the number \(id).")
        }
        return item
    }

    /// - Throws: `decision-not-found`
    public func decision(_ id: ID<Decision>, of board: Board) throws -> Decision {
        guard let decision = try decisions("WHERE id = \(id) AND board = \(board.id)").first else {
            throw Refusal.missing("decision-not-found", "\(board.name) has no decision with the number \(id).")
        }
        return decision
    }

    /// Agenda items with what they are about, by a clause on the table `agenda_item`.
    public func agendaItems(_ clause: SQL) throws -> [AgendaItem] {
        var items = try all(AgendaItem.self, clause)
        let places = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.id, $0) })
        try each("SELECT item, subject FROM agenda_subject WHERE item IN (SELECT id FROM agenda_item \(clause)) ORDER BY item, place") { row in
            let item: ID<AgendaItem> = try row.next()
            if let place = places[item] { items[place].about.append(try row.next()) }
        }
        return items
    }

    /// Decisions with what they are about, by a clause on the table `decision`.
    public func decisions(_ clause: SQL) throws -> [Decision] {
        var decisions = try all(Decision.self, clause)
        let places = Dictionary(uniqueKeysWithValues: decisions.enumerated().map { ($1.id, $0) })
        try each("""
            SELECT decision, subject FROM decision_subject WHERE decision IN (SELECT id FROM decision \(clause)) ORDER BY decision, place
            """) { row in
            let decision: ID<Decision> = try row.next()
            if let place = places[decision] { decisions[place].about.append(try row.next()) }
        }
        return decisions
    }
}
