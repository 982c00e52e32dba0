import Foundation
import Kernel
import Markup
import People
import Storage

/// What happened to a board and all that belongs to it, in words, as the journal tells it: the newest 500 entries.
struct BoardHistory {
    static let most = 500

    /// Newest first.
    let told: [HistoryEntry]

    init(of board: Board, _ naming: Naming, _ session: Session) throws {
        let entries = try Journal(session).entries(within: board.subject, limit: BoardHistory.most, newestFirst: true)
        let parties = Parties(session)
        let whos = try Dictionary(uniqueKeysWithValues: Set(entries.map(\.who)).map { ($0, try parties.name(ofWho: $0)) })
        let states = entries.map { BoardState($0) }
        let about = try naming.names(of: states.flatMap { $0?.subjects ?? [] }, session)
        let meetings = Dictionary(uniqueKeysWithValues: try session.all(Meeting.self, "WHERE board = \(board.id)").map { ($0.id, $0.title) })
        let words = BoardWords(parties: try parties.names(), meetings: meetings, about: about)
        // Told from the first to the last, as each is compared with the state before it.
        var before: [Subject: BoardState] = [:]
        told = zip(entries, states).reversed().map { entry, state in
            defer { before[entry.subject] = state }
            let who = whos[entry.who] ?? entry.who
            // What a record keeps a reason for may have been given the same on the command line.
            let reason: HTML? = entry.reason == state?.reason ? nil : entry.reason.map { "<p>Because: \($0)</p>" }
            let detail = state.flatMap { words.detail($0, since: before[entry.subject]) }
            return HistoryEntry(
                entry.moment, "entry \(entry.sequence)", "\(who.prefix(1).uppercased() + who.dropFirst()) \(words.deed(entry.verb, state)).",
                detail: detail == nil && reason == nil ? nil : "\(detail)\(reason)")
        }.reversed()
    }
}

/// A record of a board as an entry of the journal holds it.
enum BoardState {
    case board(Board), seat(Seat), meeting(Meeting), cancellation(Cancellation), item(AgendaItem), decision(Decision), strike(Strike), guest(GuestLink)

    init?(_ entry: Entry) {
        guard let state = entry.state.map({ Data($0.utf8) }) else { return nil }
        func read<R: Record>(_ make: (R) -> BoardState) -> BoardState? {
            (try? JSONDecoder().decode(R.self, from: state)).map(make)
        }
        let found: BoardState? = switch entry.subject.kind {
        case Board.table.name: read(BoardState.board)
        case Seat.table.name: read(BoardState.seat)
        case Meeting.table.name: read(BoardState.meeting)
        case Cancellation.table.name: read(BoardState.cancellation)
        case AgendaItem.table.name: read(BoardState.item)
        case Decision.table.name: read(BoardState.decision)
        case Strike.table.name: read(BoardState.strike)
        case GuestLink.table.name: read(BoardState.guest)
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
