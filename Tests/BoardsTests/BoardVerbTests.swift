import Boards
import Kernel
import People
import Storage
import TestSupport
import Testing

struct BoardVerbTests {
    @Test(arguments: Engine.allCases)
    func `a year of a board is told by the journal`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, meeting) = try await world.meeting()
            #expect(board.reference.text == "audit-committee")
            let subject = Subject(kind: "party", number: 3)
            let seat = try await world.write { boards, work in
                try boards.seat(NewSeat(party: "Cllr Whitcombe", role: .chair, from: Day(2025, 1, 6)!), on: board, work)
            }
            let (first, second) = try await world.write { boards, work in
                (try boards.add(NewAgendaItem(title: "Welcome"), to: meeting, of: board, work),
                 try boards.add(NewAgendaItem(title: "The plan", presenter: "chief fire officer", about: [subject]), to: meeting, of: board, work))
            }
            try await world.write { boards, work in try boards.move(second, .up, on: meeting, of: board, work) }
            try await world.write { boards, work in
                try boards.remove(work.session.agendaItem(first.id, of: meeting), from: meeting, of: board, work)
            }
            world.set(Day(2025, 3, 4)!)
            let decision = try await world.write { boards, work in
                try boards.record(NewDecision(
                    item: second.id, outcome: .approvedWithConditions, words: "The plan is approved.", conditions: "Report in June.",
                    conditionsDue: Day(2025, 6, 30)!, about: [subject]), of: meeting, of: board, work)
            }
            let next = try await world.write { boards, work in
                try boards.call(NewMeeting(on: Day(2025, 6, 2)!, title: "Second meeting", startsAt: ClockTime(rawValue: "14:00")), of: board, work)
            }
            try await world.write { boards, work in
                try boards.edit(next, of: board, NewMeeting(on: Day(2025, 6, 9)!, title: "Second meeting"), work)
                try boards.cancel(next, of: board, because: "An election", work)
                try boards.strike(decision, of: board, because: "Taken down wrongly", work)
                try boards.unseat(seat, through: Day(2025, 3, 31)!, of: board, work)
                try boards.edit(board, NewBoard(name: "Audit Committee", oversees: "Risk", since: Day(2025, 1, 1)!, until: Day(2025, 12, 31)), work)
            }
            #expect(try await world.told(board) == [
                "began the board", "called the meeting", "gave Cllr Whitcombe a seat as chair", "added the agenda item", "added the agenda item",
                "reordered the agenda item", "reordered the agenda item", "took off the agenda item", "recorded the decision", "called the meeting",
                "edited the meeting", "called off the meeting", "struck out the decision", "ended the seat of Cllr Whitcombe", "edited the board",
            ].map { "person/1 \($0)" })
            let view = try await world.view()
            #expect(view.meeting(meeting.id)?.agenda.map(\.title) == ["The plan"])
            #expect(view.decisions.map(\.decision.about) == [[subject]])
            #expect(view.decisions.map(\.stands) == [false])
            #expect(view.meeting(next.id)?.cancellation?.because == "An election")
            #expect(try await world.view(on: Day(2025, 3, 3)!).members.map(\.role) == [.chair])
            #expect(try await world.desk.read { try Journal($0).verify() }.isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what a person may not do leaves no trace`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, meeting) = try await world.meeting()
            let (seat, item) = try await world.write { boards, work in
                (try boards.seat(NewSeat(party: "Cllr Osei", from: Day(2025, 1, 6)!), on: board, work),
                 try boards.add(NewAgendaItem(title: "Risk"), to: meeting, of: board, work))
            }
            let past = try await world.write { boards, work in try boards.call(NewMeeting(on: work.today, title: "Today"), of: board, work) }
            let decision = try await world.write { boards, work in
                try boards.record(NewDecision(outcome: .noted, words: "Seen"), of: past, of: board, work)
            }
            let before = try await world.told(board)
            let new = NewBoard(name: "X", oversees: "X", since: Day(2025, 1, 1)!)
            let deeds: [@Sendable (Boards, Work) throws -> Void] = [
                { try $0.begin(new, $1) }, { try $0.edit(board, new, $1) },
                { try $0.seat(NewSeat(party: "Cllr Whitcombe", from: $1.today), on: board, $1) },
                { try $0.unseat(seat, through: $1.today, of: board, $1) },
                { try $0.call(NewMeeting(on: $1.today, title: "X"), of: board, $1) },
                { try $0.edit(meeting, of: board, NewMeeting(on: $1.today, title: "X"), $1) },
                { try $0.cancel(meeting, of: board, because: "X", $1) },
                { try $0.add(NewAgendaItem(title: "X"), to: meeting, of: board, $1) },
                { try $0.move(item, .up, on: meeting, of: board, $1) }, { try $0.remove(item, from: meeting, of: board, $1) },
                { try $0.record(NewDecision(outcome: .noted, words: "X"), of: past, of: board, $1) },
                { try $0.strike(decision, of: board, because: "X", $1) },
            ]
            for (place, deed) in deeds.enumerated() {
                let refusal = await #expect(throws: Refusal.self, "deed \(place)") {
                    try await world.desk.write(by: world.reader) { work in try deed(world.boards, work) }
                }
                #expect(refusal?.sentence == BoardPolicy.keeps.sentence, "deed \(place)")
            }
            #expect(try await world.told(board) == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change made over somebody else's is refused`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, meeting) = try await world.meeting()
            let seat = try await world.write { boards, work in try boards.seat(NewSeat(party: "Cllr Osei", from: Day(2025, 1, 6)!), on: board, work) }
            let new = NewBoard(name: "Audit Committee", oversees: "Risk", since: Day(2025, 1, 1)!)
            let later = NewMeeting(on: Day(2025, 3, 10)!, title: "First meeting")
            try await world.write { boards, work in
                try boards.edit(board, new, version: 1, work)
                try boards.edit(meeting, of: board, later, version: 1, work)
                try boards.unseat(seat, through: Day(2025, 5, 1)!, of: board, version: 1, work)
            }
            await world.refuses(with: "changed-meanwhile") { try $0.edit(board, new, version: 1, $1) }
            await world.refuses(with: "changed-meanwhile") { try $0.edit(meeting, of: board, later, version: 1, $1) }
            await world.refuses(with: "changed-meanwhile") { try $0.unseat(seat, through: Day(2025, 5, 1)!, of: board, version: 1, $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `each board has a reference of its own, made from its name where none is given`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            _ = try await world.board()
            let second = try await world.board()
            #expect(second.reference.text == "audit-committee-2")
            @Sendable func new(_ reference: String) -> NewBoard {
                NewBoard(reference: Reference(checking: reference), name: "Another", oversees: "Risk", since: Day(2025, 1, 1)!)
            }
            await world.refuses(with: "board-reference-taken") { try $0.begin(new("AUDIT-committee"), $1) }
            await world.refuses(with: "reference-not-usable") { try $0.begin(new("New"), $1) }
            let named = try await world.write { try $0.begin(NewBoard(name: "New", oversees: "Risk", since: Day(2025, 1, 1)!), $1) }
            #expect(named.reference.text == "new-2")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a board's life holds its seats and its meetings`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, meeting) = try await world.meeting()
            await world.refuses(fields: ["from"]) { try $0.seat(NewSeat(party: "Cllr Osei", from: Day(2024, 12, 31)!), on: board, $1) }
            await world.refuses(with: "board-not-there-then") { try $0.call(NewMeeting(on: Day(2024, 12, 31)!, title: "X"), of: board, $1) }
            await world.refuses(fields: ["until"]) { try $0.edit(board, NewBoard(name: "X", oversees: "X", since: Day(2025, 1, 1)!, until: Day(2025, 3, 2)), $1) }
            try await world.write { boards, work in
                try boards.cancel(meeting, of: board, because: "The board ends", work)
                try boards.edit(board, NewBoard(name: "X", oversees: "X", since: Day(2025, 1, 1)!, until: Day(2025, 3, 2)), work)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `who has left takes no seat and sits on none`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let board = try await world.board()
            try await world.write { boards, work in try boards.seat(NewSeat(party: "Cllr Osei", from: Day(2025, 1, 6)!), on: board, work) }
            try await world.write { _, work in
                for name in ["Cllr Osei", "Cllr Whitcombe"] {
                    let party = try #require(try Parties(work.session).named(name))
                    try People().leave(party.id, version: party.version, on: Day(2025, 2, 1)!, work)
                }
            }
            await world.refuses(with: "party-has-left") { try $0.seat(NewSeat(party: "Cllr Whitcombe", from: Day(2025, 2, 1)!), on: board, $1) }
            await world.refuses(with: "party-has-left") {
                try $0.seat(NewSeat(party: "Cllr Whitcombe", from: Day(2025, 1, 10)!, through: Day(2025, 2, 1)), on: board, $1)
            }
            #expect(try await world.view(on: Day(2025, 1, 31)!).members.count == 1)
            #expect(try await world.view(on: Day(2025, 2, 1)!).members.isEmpty)
        }
    }
}
