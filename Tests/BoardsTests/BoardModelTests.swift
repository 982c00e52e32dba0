@testable import Boards
import Kernel
import People
import Testing

struct BoardModelTests {
    private func seat(_ id: Int64, _ party: Int64, _ role: Seat.Role, _ from: String, _ through: String? = nil) -> Seat {
        Seat(id: ID(id), board: ID(1), party: ID(party), role: role, from: Day(iso: from)!, through: through.flatMap { Day(iso: $0) })
    }

    @Test(arguments: [
        ("09:30", "09:30"), ("9:30", "09:30"), ("00:00", "00:00"), ("23:59", "23:59"), ("24:00", nil), ("12:60", nil), ("9.30", nil),
        ("noon", nil), ("", nil), ("+9:30", nil), ("12:3", nil), ("1:2:3", nil), ("٩:٣٠", nil),
    ])
    func `a time is read as people write it and kept in one form`(_ written: String, _ kept: String?) {
        #expect(ClockTime(rawValue: written)?.description == kept)
    }

    struct Sitting: Sendable {
        let party: Int64
        let role: Seat.Role
        let from: String
        let through: String?
        let code: String?
    }

    /// Beside a member (7) in February and from April on, and a chair (8) in 2025.
    @Test(arguments: [
        Sitting(party: 7, role: .member, from: "2025-01-01", through: "2025-01-31", code: nil),
        Sitting(party: 7, role: .viceChair, from: "2025-03-01", through: "2025-03-31", code: nil),
        Sitting(party: 7, role: .member, from: "2025-02-28", through: "2025-03-01", code: "already-seated"),
        Sitting(party: 7, role: .inAttendance, from: "2025-03-01", through: nil, code: "already-seated"),
        Sitting(party: 9, role: .chair, from: "2025-06-01", through: nil, code: "chair-taken"),
        Sitting(party: 9, role: .chair, from: "2026-01-01", through: nil, code: nil),
        Sitting(party: 9, role: .viceChair, from: "2025-06-01", through: nil, code: nil),
    ])
    func `nobody has two seats on one day, and a board has one chair`(_ new: Sitting) {
        let others = [
            seat(1, 7, .member, "2025-02-01", "2025-02-28"), seat(2, 7, .member, "2025-04-01"), seat(3, 8, .chair, "2025-01-01", "2025-12-31"),
        ]
        do {
            _ = try seat(4, new.party, new.role, new.from, new.through).standing(beside: others) { _ in "Cllr Osei" }
            #expect(new.code == nil)
        } catch { #expect(error.code == new.code) }
    }

    @Test(arguments: [
        (["outcome": "approved", "words": "Agreed"], []), (["words": "Agreed"], ["outcome"]), (["outcome": "approved"], ["words"]),
        (["outcome": "perhaps", "words": "Agreed"], ["outcome"]),
        (["outcome": "approved-with-conditions", "words": "Agreed"], ["conditions"]),
        (["outcome": "approved-with-conditions", "words": "Agreed", "conditions": "Report in May", "conditions-due": "2025-05-30"], []),
        (["outcome": "noted", "words": "Seen", "conditions": "Report in May"], ["conditions"]),
        (["outcome": "deferred", "words": "Later", "conditions-due": "2025-05-30"], ["conditions-due"]),
        (["outcome": "noted", "words": "Seen", "about": "the plan"], ["about"]),
    ] as [([String: String], [String])])
    func `a decision has conditions where its outcome says so, and nowhere else`(_ written: [String: String], _ wrong: [String]) {
        var fields = Fields(written.mapValues { [$0] })
        _ = NewDecision(reading: &fields)
        #expect(fields.errors.map(\.name) == wrong)
    }

    @Test func `a board is seen as it was on the day`() {
        let board = Board(id: ID(1), reference: Reference(checking: "audit")!, name: "Audit", oversees: "Risk", since: Day(2025, 1, 1)!, until: Day(2025, 12, 31)!)
        func meeting(_ id: Int64, _ on: Day, called: Day) -> Meeting { Meeting(id: ID(id), board: ID(1), on: on, title: "Meeting \(id)", calledOn: called) }
        let march = meeting(1, Day(2025, 3, 3)!, called: Day(2025, 1, 6)!)
        let june = meeting(2, Day(2025, 6, 2)!, called: Day(2025, 4, 1)!)
        let decision = Decision(id: ID(1), board: ID(1), meeting: march.id, outcome: .noted, words: "Seen")
        let facts = BoardFacts(
            board: board,
            seats: [seat(1, 7, .member, "2025-01-01", "2025-02-28"), seat(2, 8, .chair, "2025-02-01"), seat(3, 9, .inAttendance, "2025-01-01")],
            meetings: [march, june],
            cancellations: [Cancellation(id: ID(1), meeting: june.id, on: Day(2025, 5, 20)!, because: "Snow", by: "operator")],
            items: [
                AgendaItem(id: ID(1), meeting: march.id, title: "Risk", place: 1, since: Day(2025, 1, 6)!, takenOffOn: Day(2025, 2, 3)!),
                AgendaItem(id: ID(2), meeting: march.id, title: "Plan", place: 2, since: Day(2025, 1, 20)!),
            ],
            decisions: [decision], strikes: [Strike(id: ID(1), decision: decision.id, on: Day(2025, 4, 2)!, because: "Wrong board", by: "operator")])
        func view(_ year: Int, _ month: Int, _ day: Int) -> BoardView { BoardView(facts, on: Day(year, month, day)!) }

        #expect(view(2025, 1, 31).members.map(\.role) == [.member, .inAttendance])
        #expect(view(2025, 2, 10).members.map(\.role) == [.chair, .member, .inAttendance])
        #expect(view(2026, 1, 1).members.isEmpty, "nobody sits on a board that is over")
        #expect(view(2025, 1, 25).meetings.map(\.meeting.id) == [march.id])
        #expect(view(2025, 1, 5).meetings.isEmpty, "nothing had been called")
        #expect(view(2025, 1, 25).coming[0].agenda.map(\.title) == ["Risk", "Plan"])
        #expect(view(2025, 2, 3).coming[0].agenda.map(\.title) == ["Plan"])
        #expect(view(2025, 3, 2).decisions.isEmpty)
        #expect(view(2025, 3, 3).decisions.map(\.stands) == [true])
        #expect(view(2025, 3, 3).coming.map(\.standing) == [.today])
        #expect(view(2025, 4, 2).decisions.map(\.stands) == [false])
        #expect(view(2025, 5, 1).next?.meeting.id == june.id)
        #expect(view(2025, 5, 20).next == nil)
        #expect(view(2025, 5, 20).coming.map(\.standing) == [.cancelled])
        #expect(view(2025, 7, 1).past.map(\.meeting.id) == [june.id, march.id])
    }
}
