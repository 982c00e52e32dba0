import Kernel
import People
import Storage

/// A record of a board as an entry of the journal holds it.
enum BoardState: RecordState {
    case board(Board), seat(Seat), meeting(Meeting), cancellation(Cancellation), item(AgendaItem), decision(Decision), strike(Strike), guest(GuestLink)

    init?(_ entry: Entry) {
        let found: BoardState? = switch entry.subject.kind {
        case Board.table.name: entry.record().map(BoardState.board)
        case Seat.table.name: entry.record().map(BoardState.seat)
        case Meeting.table.name: entry.record().map(BoardState.meeting)
        case Cancellation.table.name: entry.record().map(BoardState.cancellation)
        case AgendaItem.table.name: entry.record().map(BoardState.item)
        case Decision.table.name: entry.record().map(BoardState.decision)
        case Strike.table.name: entry.record().map(BoardState.strike)
        case GuestLink.table.name: entry.record().map(BoardState.guest)
        default: nil
        }
        guard let found else { return nil }
        self = found
    }

    /// Why it was done, where the record itself says so.
    var reason: String? {
        switch self {
        case .cancellation(let cancellation): cancellation.because
        case .strike(let strike): strike.because
        case .board, .seat, .meeting, .item, .decision, .guest: nil
        }
    }

    /// What of other slices it speaks of.
    var subjects: [Subject] {
        switch self {
        case .item(let item): item.about
        case .decision(let decision): decision.about
        default: []
        }
    }
}
