import Boards
import Kernel
import People
import Storage
import TestSupport
import Testing

struct MeetingVerbTests {
    @Test(arguments: Engine.allCases)
    func `an agenda is changed until the first decision or the end of the day, and never afterwards`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, meeting) = try await world.meeting()
            world.set(Day(2025, 3, 2)!)
            let items = try await world.write { boards, work in
                try ["Welcome", "Risk", "Close"].map { try boards.add(NewAgendaItem(title: $0), to: meeting, of: board, work) }
            }
            try await world.write { boards, work in try boards.remove(items[1], from: meeting, of: board, work) }
            await world.refuses(with: "agenda-item-off") { try $0.remove($1.session.agendaItem(items[1].id, of: meeting), from: meeting, of: board, $1) }
            try await world.write { boards, work in
                try boards.move(items[2], .up, on: meeting, of: board, work)
                try boards.move(work.session.agendaItem(items[2].id, of: meeting), .up, on: meeting, of: board, work)
            }
            #expect(try await world.view().meeting(meeting.id)?.agenda.map(\.title) == ["Close", "Welcome"], "the first stays first")
            world.set(Day(2025, 3, 3)!)
            try await world.write { boards, work in _ = try boards.add(NewAgendaItem(title: "Urgent"), to: meeting, of: board, work) }
            #expect(try await world.view().meeting(meeting.id)?.agenda.map(\.title) == ["Close", "Welcome", "Urgent"])
            world.set(Day(2025, 3, 4)!)
            await world.refuses(with: "agenda-settled") { try $0.add(NewAgendaItem(title: "Late"), to: meeting, of: board, $1) }
            await world.refuses(with: "agenda-settled") { try $0.move(items[0], .down, on: meeting, of: board, $1) }
            await world.refuses(with: "agenda-settled") { try $0.remove(items[0], from: meeting, of: board, $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a meeting that was called off does nothing more`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, meeting) = try await world.meeting()
            try await world.write { try $0.cancel(meeting, of: board, because: "Snow", $1) }
            await world.refuses(with: "meeting-cancelled") { try $0.cancel(meeting, of: board, because: "Snow", $1) }
            await world.refuses(with: "meeting-cancelled") { try $0.edit(meeting, of: board, NewMeeting(on: meeting.on, title: "X"), $1) }
            await world.refuses(with: "meeting-cancelled") { try $0.add(NewAgendaItem(title: "X"), to: meeting, of: board, $1) }
            world.set(Day(2025, 3, 4)!)
            await world.refuses(with: "meeting-cancelled") { try $0.record(NewDecision(outcome: .noted, words: "X"), of: meeting, of: board, $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a meeting decides when its day has come, and then stays on that day`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, meeting) = try await world.meeting()
            let noted = NewDecision(outcome: .noted, words: "Seen")
            await world.refuses(with: "meeting-still-to-come") { try $0.record(noted, of: meeting, of: board, $1) }
            world.set(Day(2025, 3, 3)!)
            let decision = try await world.write { try $0.record(noted, of: meeting, of: board, $1) }
            await world.refuses(with: "meeting-has-decisions") { try $0.cancel(meeting, of: board, because: "X", $1) }
            await world.refuses(with: "meeting-has-decisions") { try $0.edit(meeting, of: board, NewMeeting(on: Day(2025, 4, 1)!, title: "X"), $1) }
            try await world.write { try $0.edit(meeting, of: board, NewMeeting(on: meeting.on, title: "Renamed"), $1) }
            try await world.write { try $0.strike(decision, of: board, because: "Not so", $1) }
            await world.refuses(with: "decision-struck-out") { try $0.strike(decision, of: board, because: "Not so", $1) }
            try await world.write { try $0.cancel($1.session.meeting(meeting.id, of: board), of: board, because: "It never met", $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a decision is about what is on record and under an item of its own meeting`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (board, meeting) = try await world.meeting()
            let (other, item) = try await world.write { boards, work in
                let other = try boards.call(NewMeeting(on: Day(2025, 3, 4)!, title: "Other"), of: board, work)
                return (other, try boards.add(NewAgendaItem(title: "Risk"), to: other, of: board, work))
            }
            world.set(Day(2025, 3, 5)!)
            func fields(_ new: NewDecision) async -> [String]? {
                await world.refusal { try $0.record(new, of: meeting, of: board, $1) }?.fields.map(\.name)
            }
            #expect(await fields(NewDecision(item: item.id, outcome: .noted, words: "X")) == ["item"])
            #expect(await fields(NewDecision(outcome: .noted, words: "X", about: [Subject(kind: "party", number: 99), Subject(kind: "rocket", number: 1)])) == ["about", "about"])
            #expect(await fields(NewDecision(outcome: .approvedWithConditions, words: "X")) == ["conditions"])
            #expect(await fields(NewDecision(outcome: .approvedWithConditions, words: "X", conditions: "Y", conditionsDue: Day(2025, 3, 2))) == ["conditions-due"])
            try await world.write { try $0.record(NewDecision(item: item.id, outcome: .noted, words: "X"), of: other, of: board, $1) }
        }
    }

    @Test(arguments: Engine.allCases)
    func `one thing decided on by two boards shows both`(_ engine: Engine) async throws {
        try await BoardWorld.with(engine) { world in
            let (audit, meeting) = try await world.meeting()
            let (lead, first) = try await world.write { boards, work in
                let lead = try boards.begin(NewBoard(name: "Leadership", oversees: "The service", since: Day(2025, 1, 1)!), work)
                return (lead, try boards.call(NewMeeting(on: Day(2025, 2, 3)!, title: "Ninth"), of: lead, work))
            }
            world.set(Day(2025, 3, 5)!)
            let subject = Subject(kind: "party", number: 5)
            try await world.write { boards, work in
                try boards.record(NewDecision(outcome: .approved, words: "Yes", about: [subject]), of: meeting, of: audit, work)
                try boards.record(NewDecision(outcome: .deferred, words: "Later", about: [subject]), of: first, of: lead, work)
                try boards.record(NewDecision(outcome: .noted, words: "Of nothing"), of: first, of: lead, work)
            }
            let about = try await world.desk.read { session in
                try session.decisions(about: subject, on: Day(2025, 3, 5)!).map { "\($0.board.name): \($0.decision.decision.outcome.words), \($0.decision.meeting.on.iso)" }
            }
            #expect(about == ["Audit Committee: Approved, 2025-03-03", "Leadership: Deferred, 2025-02-03"])
        }
    }

    /// Numbers and words of things that other slices keep.
    @Test func `things are named by whoever keeps them`() async throws {
        try await BoardWorld.with(.sqlite) { world in
            let subjects = [Subject(kind: "party", number: 3), Subject(kind: "party", number: 99), Subject(kind: "rocket", number: 1)]
            let names = try await world.desk.read { try BoardWorld.naming.names(of: subjects, $0) }
            #expect(names == [subjects[0]: Name("Cllr Whitcombe", at: ["people", "3"])])
            #expect(try await world.desk.read { try BoardWorld.naming.all($0).map(\.name.words) } == BoardWorld.names)
            let latest = try await world.desk.read { try BoardWorld.naming.latest($0, limit: 2) }
            #expect(latest.map(\.title) == ["People"] && latest[0].things.map(\.name.words) == BoardWorld.names.suffix(2).reversed())
            #expect(try await world.desk.read { try BoardWorld.naming.latest($0, without: ["party"]) }.isEmpty)
        }
    }
}
