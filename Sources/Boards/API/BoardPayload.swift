import Kernel
import Web

/// A board on a day as JSON tells it, the same for programs and for `muster board show --json`.
struct BoardPayload: Encodable {
    static let schema = Schema.object("Board", [
        "reference": .reference, "version": .number, "name": .text, "oversees": .text, "since": .day, "until": .day.optional, "on": .day,
        "members": Schema.list(SeatPayload.schema).meaning("Those who sat on it on the day: chair, vice chairs, members, in attendance."),
        "next": MeetingLine.schema.optional.meaning("The meeting that comes next and was not called off."),
    ])

    let reference: String
    let version: Int
    let name: String
    let oversees: String
    let since: Day
    let until: Day?
    let on: Day
    let members: [SeatPayload]
    let next: MeetingLine?

    init(_ view: BoardView) {
        let board = view.facts.board
        (reference, version, name, oversees) = (board.reference.text, board.version, board.name, board.oversees)
        (since, until, on) = (board.since, board.until, view.day)
        members = view.members.map { SeatPayload($0, view.facts) }
        next = view.next.map { MeetingLine($0, board) }
    }
}

/// Somebody's seat on a board.
struct SeatPayload: Encodable {
    static let schema = Schema.object("Seat", [
        "number": .number, "version": .number, "board": .reference, "party": .number, "name": .text, "role": .choice(Seat.Role.self),
        "from": .day, "through": .day.optional,
    ])

    let number: Int64
    let version: Int
    let board: String
    let party: Int64
    let name: String
    let role: Seat.Role
    let from: Day
    let through: Day?

    init(_ seat: Seat, _ facts: BoardFacts) {
        (number, version, board) = (seat.id.number, seat.version, facts.board.reference.text)
        (party, name, role) = (seat.party.number, facts.name(seat.party), seat.role)
        (from, through) = (seat.from, seat.through)
    }
}
