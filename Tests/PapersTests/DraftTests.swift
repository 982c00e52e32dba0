import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Papers

/// What becomes of a draft before it is issued, in April 2026.
struct DraftTests {
    @Test(arguments: Engine.allCases) func `who may issue a paper is reminded of it from when it is asked for until it goes`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            let paper = try await world.paper()
            func reminded(_ actor: Actor) async throws -> [String] {
                try await world.desk.read { session in
                    try ReminderSource.all([Papers.reminders(PaperWorld.calendar)], session, on: Day(2026, 4, 15)!)(Reminded(actor, on: Day(2026, 4, 15)!, session)).map(\.words)
                }
            }
            #expect(try await reminded(world.approver) == [])
            #expect(try await world.code(by: world.reader) { try $0.ask(for: paper, $1) } == "not-allowed")
            try await world.write { try $0.ask(for: paper, $1) }
            #expect(try await world.code { try $0.ask(for: paper, $1) } == "paper-asked-for")
            #expect(try await reminded(world.approver) == ["Issue Progress"])
            #expect(try await reminded(world.author) == [], "whoever wrote it never issues it")
            #expect(try await reminded(world.reader) == [])
            #expect(try await world.desk.told(paper.subject).last == "person/1 asked for the paper to be issued")
            _ = try await world.issue(paper)
            #expect(try await reminded(world.approver) == [])
        }
    }

    @Test(arguments: Engine.allCases) func `a discarded draft is written, sent and listed no more, and stays readable`(_ engine: Engine) async throws {
        try await PaperWorld.with(engine) { world in
            let paper = try await world.paper()
            let covers = [world.team.subject]
            #expect(try await world.desk.read { try $0.draft(about: covers) } == paper)
            #expect(try await world.code(by: world.reader) { try $0.discard(paper, $1) } == "not-allowed")
            try await world.write { try $0.discard(paper, $1) }
            #expect(try await world.code { try $0.discard(paper, $1) } == "paper-discarded")
            #expect(try await world.code { try $0.ask(for: paper, $1) } == "paper-discarded")
            #expect(try await world.code { try $0.add(NewSection(heading: "x", words: "y"), to: paper, $1) } == "paper-discarded")
            await #expect(throws: Refusal.self) { try await world.issue(paper) }
            #expect(try await world.desk.read { try $0.draft(about: covers) } == nil)
            #expect(try await world.desk.read { try $0.papers(concerningAnyOf: covers) }.isEmpty)
            let line = try #require(await world.desk.read { try $0.papers(about: world.team.subject) }.first)
            #expect(line.standing(on: Day(2026, 4, 15)!) == .discarded && line.standing(on: Day(2026, 4, 14)!) == .draft)
            #expect(try await world.facts(paper).sections.count == 9)
            #expect(try await world.desk.told(paper.subject).last == "person/1 discarded the paper")
        }
    }

    @Test func `what is covered newly stands among its like`() async throws {
        try await PaperWorld.with(.sqlite) { world in
            let paper = try await world.paper()
            let more = try await world.desk.write(by: .operator) { try People().add(NewParty(kind: .team, name: "Crew Team"), $0) }
            let third = try await world.desk.write(by: .operator) { try People().add(NewParty(kind: .team, name: "Drone Team"), $0) }
            let wider = try await world.write {
                try $0.edit(paper, NewPaper(title: "Wider", covers: [world.team.subject, more.subject, third.subject], from: paper.from, to: paper.to), $1)
            }
            let sections = try await world.facts(wider).sections
            #expect(sections.filter { $0.content == .updates }.map(\.about) == [world.team.subject, more.subject, third.subject])
            let contents = sections.map(\.content)
            let first = try #require(contents.firstIndex(of: .updates))
            #expect(Array(contents[first..<first + 3]) == [.updates, .updates, .updates])
            #expect(contents.suffix(3) == [.fullPlan, .fullPlan, .fullPlan])
            #expect(sections.suffix(3).map(\.about) == [world.team.subject, more.subject, third.subject])
        }
    }

    @Test func `a paper written through a program is its person's`() async throws {
        try await PaperWorld.with(.sqlite) { world in
            let whos = try await world.desk.read { session in
                try ["person/1", "person/1 through token/9", "operator", "person/99"].map { try Parties(session).person(ofWho: $0) }
            }
            #expect(whos == ["R. Okafor", "R. Okafor", "operator", "person/99"])
        }
    }
}
