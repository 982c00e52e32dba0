import Boards
import Kernel
import People
import Plans
import Storage
import TestSupport

/// What random histories do with boards.
extension Deeds {
    private mutating func newBoard() -> NewBoard {
        NewBoard(
            reference: RandomWords.reference(&dice), name: text(), oversees: text(), since: work.today.adding(days: -500),
            until: chance(6) ? day().adding(days: 500) : nil)
    }

    private mutating func newMeeting() -> NewMeeting {
        NewMeeting(on: day().adding(days: 100), title: text(), location: note(), startsAt: chance(2) ? ClockTime(rawValue: "14:00") : nil)
    }

    /// What there is to speak of, and now and then what there is not.
    private mutating func about() throws -> [Subject] {
        chance(2) ? [] : try chance(5) ? [Subject(kind: "plan", number: 9999)] : [one(Plan.self).subject]
    }

    private mutating func newDecision(item: ID<AgendaItem>?) throws -> NewDecision {
        let outcome = pick(Decision.Outcome.self)
        let hasConditions = chance(8) ? outcome == .noted : outcome == .approvedWithConditions
        return NewDecision(
            item: item, outcome: outcome, words: text(), conditions: hasConditions ? text() : nil, conditionsDue: hasConditions ? someDay()?.adding(days: 300) : nil,
            about: try about())
    }

    private func board(_ id: ID<Board>) throws -> Board { try work.session.all(Board.self, "WHERE id = \(id)")[0] }

    private mutating func meeting(_ clause: SQL = "") throws -> (Meeting, Board) {
        let meeting = try one(Meeting.self, clause)
        return (meeting, try board(meeting.board))
    }

    private mutating func item() throws -> (AgendaItem, Meeting, Board) {
        let item = try one(AgendaItem.self)
        let meeting = try work.session.all(Meeting.self, "WHERE id = \(item.meeting)")[0]
        return (item, meeting, try board(meeting.board))
    }

    static let boardsDeeds: [(name: String, deed: Deed)] = [
        ("began a board", { try $0.boards.begin($0.newBoard(), $0.work) }),
        ("edited a board", {
            let board = try $0.one(Board.self)
            try $0.boards.edit(board, $0.newBoard(), version: $0.version(board.version), $0.work)
        }),
        ("gave a seat", {
            let party = try $0.one(Party.self)
            try $0.boards.seat(NewSeat(party: party.name, role: $0.pick(Seat.Role.self), from: $0.day(), through: $0.someDay()), on: $0.one(Board.self), $0.work)
        }),
        ("ended a seat", {
            let seat = try $0.one(Seat.self)
            try $0.boards.unseat(seat, through: $0.day(), of: $0.board(seat.board), version: $0.version(seat.version), $0.work)
        }),
        ("called a meeting", { try $0.boards.call($0.newMeeting(), of: $0.one(Board.self), $0.work) }),
        ("edited a meeting", {
            let (meeting, board) = try $0.meeting()
            try $0.boards.edit(meeting, of: board, $0.newMeeting(), version: $0.version(meeting.version), $0.work)
        }),
        ("called off a meeting", {
            let (meeting, board) = try $0.meeting()
            try $0.boards.cancel(meeting, of: board, because: $0.text(), $0.work)
        }),
        ("added an agenda item", {
            let (meeting, board) = try $0.meeting("WHERE held_on > \($0.work.today)")
            try $0.boards.add(NewAgendaItem(title: $0.text(), presenter: $0.chance(3) ? RandomWords.name(&$0.dice) : nil, about: $0.about()), to: meeting, of: board, $0.work)
        }),
        ("moved an agenda item", {
            let (item, meeting, board) = try $0.item()
            try $0.boards.move(item, $0.pick(Boards.Step.self), on: meeting, of: board, $0.work)
        }),
        ("took off an agenda item", {
            let (item, meeting, board) = try $0.item()
            try $0.boards.remove(item, from: meeting, of: board, $0.work)
        }),
        ("recorded a decision", {
            let (meeting, board) = try $0.meeting("WHERE held_on <= \($0.work.today)")
            try $0.boards.record($0.newDecision(item: nil), of: meeting, of: board, $0.work)
        }),
        ("recorded a decision on an item", {
            let (item, meeting, board) = try $0.item()
            try $0.boards.record($0.newDecision(item: item.id), of: meeting, of: board, $0.work)
        }),
        ("let a guest in", {
            let new = NewGuestLink(name: $0.text(), expiresOn: $0.work.today.adding(days: 30))
            let link = try $0.boards.makeGuestLink(new, to: $0.one(Board.self), $0.work).link
            // A secret is random, and the two engines must end the same.
            try $0.work.session.run("UPDATE guest_secret SET secret_hash = \("of \(link.id)") WHERE link = \(link.id)")
        }),
        ("ended a link for guests", {
            let link = try $0.one(GuestLink.self)
            try $0.boards.end(link, of: $0.board(link.board), $0.work)
        }),
        ("struck out a decision", {
            let decision = try $0.one(Decision.self)
            try $0.boards.strike(decision, of: $0.board(decision.board), because: $0.text(), $0.work)
        }),
    ]
}
