internal import Kernel
@testable internal import Storage
internal import Testing
internal import TestSupport

/// What a file made of a record can go, and all else still proves, on both engines.
@Suite struct RemovalTests {
    private static func with(_ engine: Engine, _ body: (Store, Desk) async throws -> Void) async throws {
        try await BulkTests.with(engine) { store, desk, _ in
            try await BulkTests.deliver(1100, by: desk)
            try await BulkTests.deliver(2, by: desk, changing: [40: "changed", 41: "changed too"])
            try await body(store, desk)
        }
    }

    private static func remove(_ number: Int64, _ version: Int, _ desk: Desk) async throws -> Removal {
        try await desk.write(by: .operator, because: "asked for") { try $0.removeState(of: Subject(kind: "parcel", number: number), version: version) }
    }

    private static func check(_ store: Store) async throws -> FullCheck { try await store.read { try FullCheck.make($0, of: Delivery.records + Removal.records) } }

    @Test(arguments: Engine.allCases)
    func `a state is removed with its salt, and every other still proves`(_ engine: Engine) async throws {
        try await Self.with(engine) { store, desk in
            let removal = try await Self.remove(40, 1, desk)
            #expect(removal.entry == 1 && removal.place == 39)
            let check = try await Self.check(store)
            #expect(check.isWhole && check.removed == 1)
            let (states, salts): ([String], [UInt8]?) = try await store.read { session in
                (try session.column("SELECT state FROM bulk_state"), try session.value("SELECT salts FROM bulk_secret WHERE bulk = 1 AND block = 0 AND secret IS NULL"))
            }
            #expect(states.count == 1 && states[0].contains("\"id\":41,"))
            #expect(salts?.count == 1024 * 16 && salts?[39 * 16..<40 * 16].allSatisfy { $0 == 0 } == true)
            for number in [1, 39, 40, 41, 42, 1024, 1025, 1101] as [Int64] {
                #expect(try await store.read { try Journal($0).bulkProof(of: ID<Parcel>(number)) }?.holds == true, "\(number)")
            }
            _ = try await Self.remove(41, 1, desk)
            #expect(try await Self.check(store).removed == 2)
            #expect(try await store.read { try Journal($0).entries(about: removal.subject) }.map(\.reason) == ["asked for"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what still stands, was removed or never was is refused`(_ engine: Engine) async throws {
        try await Self.with(engine) { _, desk in
            _ = try await Self.remove(40, 1, desk)
            for (number, version, code) in [(40, 1, "state-not-kept"), (40, 2, "state-still-stands"), (1, 1, "state-still-stands"), (1, 2, "state-not-kept"), (9999, 1, "state-not-kept")] {
                let refusal = await #expect(throws: Refusal.self) { try await Self.remove(Int64(number), version, desk) }
                #expect(refusal?.code == code, "\(number) \(version)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a state that was removed after its record came again is proven no more`(_ engine: Engine) async throws {
        try await Self.with(engine) { store, desk in
            _ = try await desk.write(by: .operator) { work in
                var parcel = try #require(try work.session.find(ID<Parcel>(40)))
                parcel.label = "by hand"
                try work.change("relabelled", parcel)
            }
            _ = try await Self.remove(40, 2, desk)
            let refusal = await #expect(throws: Refusal.self) { try await store.read { try Journal($0).bulkProof(of: ID<Parcel>(40)) } }
            #expect(refusal?.code == "state-not-kept")
            #expect(try await Self.check(store).isWhole)
        }
    }

    @Test(arguments: Engine.allCases)
    func `behind Muster’s back no state can be taken, and one that lacks is found`(_ engine: Engine) async throws {
        try await Self.with(engine) { store, desk in
            await #expect(throws: (any Error).self) { _ = try await store.write { try $0.run("DELETE FROM bulk_state WHERE record = 40") } }
            await #expect(throws: (any Error).self) { _ = try await store.write { try $0.run("UPDATE bulk_state SET state = 'x' WHERE record = 40") } }
            // Without its secret no leaf of a block can be made anew.
            _ = try await store.write { try $0.run("DELETE FROM bulk_secret WHERE block = -1") }
            #expect(try await Self.check(store).departures.count == 1)
        }
    }
}
