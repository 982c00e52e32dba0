import Foundation
import Kernel
import People
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Register

/// Other services' registers taken over, on both engines, from sources that are well and from sources that are not.
@Suite struct HarvestTests {
    /// What is at each address: bytes, or what is wrong there.
    private final class Internet: Sendable {
        let files: Mutex<[String: Result<[UInt8], Fetching.Fault>]> = .init([:])

        func put(_ address: String, _ text: String) { files.withLock { $0[address] = .success(Array(text.utf8)) } }
        func fail(_ address: String, _ sentence: String) { files.withLock { $0[address] = .failure(Fetching.Fault(sentence)) } }

        func publish(_ host: String, _ references: [String]) {
            put("https://\(host)/register/datapackage.json", #"{"resources":[{"name":"notices-lines","path":"export/notices.jsonl"}]}"#)
            let lines = references.map { reference in
                let entry = PublicEntry(
                    reference: reference, articles: [], persons: [.init(name: "Lets")], premises: "House of \(host)", address: [], full: .init(
                        kind: .prohibition, status: .inForce, served: Day(2026, 1, 4)!, entered: Day(2026, 1, 26)!, changed: Day(2026, 1, 26)!,
                        retainUntil: Day(2029, 1, 4)!, premisesType: .hotel))
                var json = JSONText()
                json.entry(entry, at: "https://\(host)")
                return String(decoding: json.bytes, as: UTF8.self)
            }
            put("https://\(host)/register/export/notices.jsonl", lines.joined(separator: "\n"))
        }

        var fetching: Fetching {
            Fetching { address, _, _ in
                try self.files.withLock { try ($0[address.text] ?? .failure(Fetching.Fault("Nothing answers."))).get() }
            }
        }
    }

    private struct World: Sendable {
        let desk: Desk
        let clock: MovingClock
        let internet = Internet()
        let manager = Actor(person: nil, name: "operator", roles: [.reader, .manager])
        var round: HarvestRound { HarvestRound(desk: desk, fetching: internet.fetching) }

        func add(_ name: String) async throws -> HarvestSource {
            let package = WebAddress("https://\(name.lowercased()).example/register/datapackage.json")!
            return try await desk.write(by: manager) { try Harvests().add(NewHarvestSource(name: name, package: package), $0) }
        }

        func shown() async throws -> [String] { try await desk.read { try HarvestedCopies().entries($0).map(\.key) } }
    }

    private func with(_ engine: Engine, _ body: (World) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Harvesting.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2026, 11, 27)!, hour: 9))
            try await body(World(desk: Desk(store, clock: clock.clock), clock: clock))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a source that is down or sends what is no register harms no other, and its last good copy stays`(_ engine: Engine) async throws {
        try await with(engine) { world in
            for name in ["Alpha", "Beta", "Gamma"] { _ = try await world.add(name) }
            world.internet.publish("alpha.example", ["N-1", "N-2"])
            world.internet.publish("beta.example", ["N-1"])
            let first = try await world.round.run()
            #expect(first.map(\.source) == ["alpha", "beta", "gamma"] && first.map(\.entries) == [2, 1, 0])
            #expect(first.map(\.fault) == [nil, nil, "Nothing answers."])
            #expect(try await world.shown() == ["alpha~N-1", "alpha~N-2", "beta~N-1"])
            world.internet.fail("https://alpha.example/register/datapackage.json", "It answers with status 500.")
            world.internet.put("https://beta.example/register/export/notices.jsonl", "<html>")
            world.internet.publish("gamma.example", ["N-9"])
            #expect(try await world.round.run().map { $0.fault == nil } == [false, false, true])
            #expect(try await world.shown() == ["alpha~N-1", "alpha~N-2", "beta~N-1", "gamma~N-9"])
            let tries = try await world.desk.read { session in try session.harvestSources().map { (try session.harvestTries()[$0.id], $0) } }
            #expect(tries.map { $0.0?.failures } == [1, 1, 0])
            #expect(tries.map { HarvestStanding(of: $0.1, lastTry: $0.0, at: world.clock.clock.now.adding(seconds: 47 * 3600)) } == [.fresh, .fresh, .fresh])
            #expect(tries.map { HarvestStanding(of: $0.1, lastTry: $0.0, at: world.clock.clock.now.adding(seconds: 49 * 3600)) } == [.stale, .stale, .stale])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a copy that says the same leaves no entry in the journal, and another leaves one with its hash`(_ engine: Engine) async throws {
        try await with(engine) { world in
            let source = try await world.add("Alpha")
            world.internet.publish("alpha.example", ["N-1"])
            try await world.round.run()
            try await world.round.run()
            #expect(try await world.desk.told(source.subject) == ["operator added the other service’s register", "muster took over the other service’s register"])
            world.internet.publish("alpha.example", ["N-1", "N-2"])
            try await world.round.run()
            let entries = try await world.desk.read { try Journal($0).entries(about: source.subject) }
            #expect(entries.count == 3 && entries.last?.who == "muster")
            let kept: HarvestSource? = entries.last?.record()
            #expect(kept?.copy?.entries == 2 && kept?.copy?.hash.utf8.count == 64)
        }
    }

    @Test(arguments: Engine.allCases)
    func `sources are kept by managers, under a code of their own, and go with all that was taken over`(_ engine: Engine) async throws {
        try await with(engine) { world in
            let source = try await world.add("Alpha")
            let reader = Actor(person: 7, name: "A. Reader", roles: [.reader])
            let package = source.package
            let unasked = try await refusal { _ = try await world.desk.write(by: reader) { try Harvests().remove(source, $0) } }
            #expect(unasked?.code == "not-allowed")
            let twice = try await refusal {
                _ = try await world.desk.write(by: world.manager) { try Harvests().add(NewHarvestSource(name: "Another", code: try Reference("ALPHA"), package: package), $0) }
            }
            #expect(twice?.code == "harvest-source-taken")
            world.internet.publish("alpha.example", ["N-1"])
            try await world.round.run()
            try await world.desk.write(by: world.manager) { try Harvests().remove($0.session.harvestSource("alpha"), $0) }
            #expect(try await world.shown().isEmpty)
            let gone = try await refusal { _ = try await world.round.run(only: "alpha") }
            #expect(gone?.code == "harvest-source-not-found")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a source is asked when it is due`(_ engine: Engine) async throws {
        try await with(engine) { world in
            _ = try await world.add("Alpha")
            #expect(try await world.round.run(every: 60).count == 1)
            world.clock.set(world.clock.clock.now.adding(seconds: 3600))
            #expect(try await world.round.run(every: 60).isEmpty, "it failed once, so it is left alone for two hours")
            world.clock.set(world.clock.clock.now.adding(seconds: 3600))
            #expect(try await world.round.run(every: 60).count == 1)
        }
    }
}
