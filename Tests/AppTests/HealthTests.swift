@testable import App
import Kernel
import Logging
import Storage
import TestBrowser
import TestSupport
import Testing

struct HealthTests {
    private let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    private struct Malformed: Error {}

    @Test func `a check tells a refusal in its words, and keeps a fault's to the log`() async {
        let findings = await [
            Probe(name: "well") {},
            Probe(name: "refused") { throw Refusal.conflict("copies-too-old", "The last copy is 9 days old.") },
            Probe(name: "faulty") { throw Malformed() },
            Probe(name: "endless") { try await Task.sleep(for: .seconds(3600)) },
        ].asyncMap { await $0.finding(within: $0.name == "endless" ? 0 : 60, log: log) }
        #expect(findings == [nil, "The last copy is 9 days old.", "It failed; the log says why.", "No answer within 0 seconds."])
    }

    @Test(arguments: Engine.allCases) func `a service in order passes every check, and one of another version does not`(engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let store = world.desk.store
            let findings = { await Probe.standard(store).asyncMap { await $0.finding(within: 60, log: log) } }
            #expect(await findings() == [nil, nil, nil, nil])
            try await store.write { session in _ = try session.run("INSERT INTO migration (name, place, applied_at) VALUES ('later-1', 99, 'now')") }
            let amiss = await findings()
            #expect(amiss[0] == nil && amiss[2] == nil && amiss[3] == nil && amiss[1]?.contains("they differ in later-1") == true)
        }
    }

    @Test(arguments: Engine.allCases) func `how copies stand is measured`(engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let health = HealthSite(world.muster, world.muster.site, log: log)
            let before = Measure.text(await health.measures())
            #expect(before.contains("muster_copy_warnings 1\n") && !before.contains("muster_copy_proven_time_seconds"))
            try await world.muster.copyDesk.begin(by: .operator)
            await world.muster.copyDesk.settle()
            let after = Measure.text(await health.measures())
            #expect(after.contains("muster_copy_warnings 0\n") && after.contains("muster_copy_proven_time_seconds \(AppWorld.start.milliseconds / 1000)"))
        }
    }

    @Test(arguments: Engine.allCases) func `one visitor's tries are remembered from one address of the site to the next`(engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            var statuses: [Int] = []
            for _ in 0..<6 {
                statuses.append(try await Browser(world.muster.site).post("/sign-in", ["email": "a@b.example", "password": "guess guess guess"]).status)
            }
            #expect(statuses == [422, 422, 422, 422, 422, 429])
        }
    }

    @Test(arguments: Engine.allCases) func `everything is measured under one name each`(engine: Engine) async throws {
        try await AppWorld.with(engine) { world in
            let health = HealthSite(world.muster, world.muster.site, log: log)
            let measures = await health.measures()
            #expect(Set(measures.map(\.name)).count == measures.count)
            let described = try #require(Documents.metrics)
            for measure in measures { #expect(described.contains("`\(measure.name)`"), "docs/metrics.md does not name \(measure.name)") }
        }
    }
}

extension Array {
    fileprivate func asyncMap<T>(_ body: (Element) async -> T) async -> [T] {
        var all: [T] = []
        for one in self { all.append(await body(one)) }
        return all
    }
}
