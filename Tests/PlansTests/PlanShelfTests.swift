import Kernel
import People
import Storage
import TestSupport
import Testing
@testable import Plans

/// Facts that are kept in memory, beside what transactions see.
struct PlanShelfTests {
    @Test(arguments: Engine.allCases) func `what a transaction writes is told to itself, and kept for nobody before it is kept`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, action) = try await world.plan()
            let shelf = PlanShelf(most: 1000)
            @Sendable func said(_ session: Session) throws -> [String] { try shelf.facts(of: plan, session).facts.updates.map(\.narrative) }
            @Sendable func allSaid(_ session: Session) throws -> [String] { try shelf.all(session).flatMap(\.facts.updates).map(\.narrative) }
            @Sendable func say(_ words: String, _ work: Work) throws { try Plans().update(action, of: plan, NewUpdate(asOf: work.today, narrative: words), work) }
            try await #expect(world.desk.read(said) == [])
            await #expect(throws: Refusal.self) {
                try await world.desk.write(by: .operator) { work in
                    try say("Undone", work)
                    #expect(try said(work.session) == ["Undone"])
                    #expect(try allSaid(work.session) == ["Undone"])
                    throw Refusal.invalid("no", "No.")
                }
            }
            try await #expect(world.desk.read(said) == [])
            try await world.desk.write(by: .operator) { work in
                #expect(try said(work.session) == [])
                try say("Kept", work)
            }
            try await #expect(world.desk.read(said) == ["Kept"])
            try await #expect(world.desk.read(allSaid) == ["Kept"])
        }
    }

    @Test(arguments: Engine.allCases) func `an owner’s new name is told at once, under another version`(_ engine: Engine) async throws {
        try await PlanWorld.with(engine) { world in
            let (plan, _, _) = try await world.plan()
            let shelf = PlanShelf(most: 1000)
            @Sendable func kept(_ session: Session) throws -> (version: Int, owners: [String]) {
                let kept = try shelf.facts(of: plan, session)
                return (kept.version, kept.facts.parties.values.map(\.name))
            }
            let first = try await world.desk.read(kept)
            try await #expect(world.desk.read(kept).version == first.version)
            try await world.desk.write(by: .operator) { work in
                let owner = try People().findOrAdd(name: "GM Halloran", work)
                try People().change(owner.id, version: owner.version, to: NewParty(kind: .person, name: "AM Halloran"), work)
            }
            let second = try await world.desk.read(kept)
            #expect(second.version > first.version && second.owners == ["AM Halloran"])
        }
    }
}
