import Boards
import Foundation
import Kernel
import People
import Storage

/// The two boards of the fictional service, told day by day by the verbs: who sat on them, when they met and what they
/// decided about the plan.
enum ExampleBoards {
    private struct Event: Decodable, Sendable {
        enum Deed: String, Decodable { case begin, seat, unseat, call, move, cancel, item, decide, strike, guest }
        let on: Day
        let board: String
        let deed: Deed
        let name: String?
        let oversees: String?
        let from: Day?
        let through: Day?
        let party: String?
        let role: Seat.Role?
        /// The day by which a meeting is known here.
        let meeting: Day?
        let to: Day?
        let title: String?
        let location: String?
        let startsAt: ClockTime?
        let presenter: String?
        /// Where the item stands on the agenda, from 1.
        let item: Int?
        let outcome: Decision.Outcome?
        let words: String?
        let conditions: String?
        let conditionsDue: Day?
        let because: String?
        let about: [Subject]?
    }

    /// What happened, each as the verbs tell it on its day.
    static func deeds(by actor: Actor) throws -> [ExampleDeed] {
        try ExampleDeed.read([Event].self, "boards.json").map { event in
            ExampleDeed(.inBritain(event.on, hour: 8, minute: event.on.number * 11 % 60)) { desk in
                try await desk.write(by: actor, because: event.deed == .move ? event.because : nil) { work in
                    try tell(event, Boards(naming: naming), work)
                }
            }
        }
    }

    private static func tell(_ event: Event, _ boards: Boards, _ work: Work) throws {
        if event.deed == .begin {
            try boards.begin(NewBoard(
                reference: Reference(event.board), name: event.name ?? "", oversees: event.oversees ?? "", since: event.from ?? event.on), work)
            return
        }
        let (board, session) = (try work.session.board(event.board), work.session)
        if event.deed == .guest {
            _ = try boards.makeGuestLink(NewGuestLink(name: event.name ?? "", expiresOn: event.through ?? event.on), to: board, work)
            return
        }
        if event.deed == .call {
            try boards.call(NewMeeting(
                on: event.meeting ?? event.on, title: event.title ?? "", location: event.location, startsAt: event.startsAt), of: board, work)
            return
        }
        if let party = event.party {
            let party = try People().findOrAdd(name: party, work)
            if event.deed == .seat {
                try boards.seat(NewSeat(party: party.name, role: event.role ?? .member, from: event.from ?? event.on), on: board, work)
            } else if let seat = try session.first(Seat.self, "WHERE board = \(board.id) AND party = \(party.id) ORDER BY from_on DESC"), let day = event.through {
                try boards.unseat(seat, through: day, of: board, work)
            }
            return
        }
        guard let day = event.meeting, let meeting = try session.first(Meeting.self, "WHERE board = \(board.id) AND held_on = \(day)") else { return }
        try tell(event, of: meeting, board, boards, work)
    }

    private static func tell(_ event: Event, of meeting: Meeting, _ board: Board, _ boards: Boards, _ work: Work) throws {
        let session = work.session
        switch event.deed {
        case .move:
            try boards.edit(meeting, of: board, NewMeeting(
                on: event.to ?? meeting.on, title: meeting.title, location: meeting.location, startsAt: meeting.startsAt), work)
        case .cancel: try boards.cancel(meeting, of: board, because: event.because ?? "", work)
        case .item:
            try boards.add(NewAgendaItem(title: event.title ?? "", presenter: event.presenter, about: event.about ?? []), to: meeting, of: board, work)
        case .decide:
            let items = try session.all(AgendaItem.self, "WHERE meeting = \(meeting.id) ORDER BY place, id")
            try boards.record(NewDecision(
                item: event.item.flatMap { items.indices.contains($0 - 1) ? items[$0 - 1].id : nil }, outcome: event.outcome ?? .noted,
                words: event.words ?? "", conditions: event.conditions, conditionsDue: event.conditionsDue, about: event.about ?? []), of: meeting, of: board, work)
        case .strike:
            for decision in try session.all(Decision.self, "WHERE meeting = \(meeting.id) ORDER BY id") {
                try boards.strike(decision, of: board, because: event.because ?? "", work)
            }
        case .begin, .seat, .unseat, .call, .guest: break
        }
    }
}
