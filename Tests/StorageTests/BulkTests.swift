internal import Foundation
internal import Kernel
@testable internal import Storage
internal import Testing
internal import TestSupport

/// A kind of record that comes in bulk, and one whose entry stands for those that came.
struct Parcel: BulkRecord {
    let id: ID<Parcel>
    var version = 1
    var label: String
    var weight: Double?

    static let table = Table("parcel", ["id", "version", "label", "weight"])

    init(id: ID<Parcel>, label: String, weight: Double? = nil) { (self.id, self.label, self.weight) = (id, label, weight) }

    init(_ row: inout Row) throws { (id, version, label, weight) = (try row.next(), try row.next(), try row.next(), try row.next()) }

    var values: [Value] { Value.row(id, version, label, weight) }

    func writeState(onto bytes: inout [UInt8]) { bytes += ((try? CanonicalJSON().text(self)) ?? "").utf8 }
}

struct Delivery: Committing {
    let id: ID<Delivery>
    var version = 1
    let commitment: Commitment

    static let table = Table("delivery", ["id", "version", "commitment"])

    init(id: ID<Delivery>, _ commitment: Commitment) { (self.id, self.commitment) = (id, commitment) }

    init(_ row: inout Row) throws {
        (id, version) = (try row.next(), try row.next())
        commitment = try CanonicalJSON().value(row.next())
    }

    var values: [Value] { Value.row(id, version, (try? CanonicalJSON().text(commitment)) ?? "") }

    static let migrations = [
        Migration("deliveries-1") { dialect in [
            "CREATE TABLE parcel (\(dialect.id), version BIGINT NOT NULL, label TEXT NOT NULL UNIQUE, weight DOUBLE PRECISION)",
            "CREATE TABLE delivery (\(dialect.id), version BIGINT NOT NULL, commitment TEXT NOT NULL)",
        ] },
    ]
    static let records = [RecordKind(Parcel.self), RecordKind(Delivery.self)]
}

/// Many records under one entry: proven together and each alone, on both engines.
@Suite struct BulkTests {
    static func with(_ engine: Engine, _ body: (Store, Desk, MovingClock) async throws -> Void) async throws {
        try await TestStore.with(engine, Delivery.migrations) { store in
            let clock = MovingClock(Moment(milliseconds: 1000))
            try await body(store, Desk(store, clock: clock.clock), clock)
        }
    }

    @discardableResult
    static func deliver(_ count: Int, by desk: Desk, changing changes: [Int64: String] = [:]) async throws -> Delivery {
        try await desk.write(by: .operator) { work in
            try work.bring(Parcel.self, "took a delivery") { bulk in
                for number in 0..<count { try bulk.add { Parcel(id: $0, label: "\($0)\t\\ \"new\"\n\(number)", weight: number % 3 == 0 ? nil : Double(number) / 4) } }
                for (number, label) in changes.sorted(by: { $0.key < $1.key }) {
                    let old = try #require(try work.session.find(ID<Parcel>(number)))
                    var new = old
                    new.label = label
                    try bulk.change(old, to: new)
                }
            } _: { Delivery(id: $0, $1) }
        }
    }

    /// RFC 2104, written out.
    static func hmac(_ secret: [UInt8], _ number: Int64) -> [UInt8] {
        let key = secret + [UInt8](repeating: 0, count: 32)
        let message = withUnsafeBytes(of: number.bigEndian) { Array($0) }
        return Hash(of: key.map { $0 ^ 0x5C }, Hash(of: key.map { $0 ^ 0x36 }, message).bytes).bytes
    }

    static func check(_ store: Store) async throws -> FullCheck { try await store.read { try FullCheck.make($0, of: Delivery.records) } }

    @Test(arguments: Engine.allCases)
    func `a thousand rows are one entry, and the check proves each`(_ engine: Engine) async throws {
        try await Self.with(engine) { store, desk, _ in
            let delivery = try await Self.deliver(3000, by: desk)
            #expect(delivery.commitment.added == 3000)
            let (entries, last) = try await store.read { (try Journal($0).size(), try $0.find(ID<Parcel>(3000))) }
            #expect(entries == 1)
            #expect(last?.label == "3000\t\\ \"new\"\n2999")
            let check = try await Self.check(store)
            #expect(check.departures == [])
            #expect(check.records == 3001)
            let (parcels, secrets): ([Parcel], [[UInt8]]) = try await store.read { session in
                (try session.all(Parcel.self, "ORDER BY id"), try session.column("SELECT secret FROM bulk_secret ORDER BY block"))
            }
            #expect(secrets.count == 3 && Set(secrets).count == 3 && secrets.allSatisfy { $0.count == 32 })
            var tree = GrowingTree()
            for (place, parcel) in parcels.enumerated() {
                let salt = Self.hmac(secrets[place / 1024], Int64(place % 1024)).prefix(16)
                tree.add(Hash(of: [0], Array(salt), Array(try CanonicalJSON().text(parcel).utf8)))
            }
            #expect(tree.root == delivery.commitment.root)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a row that is changed behind the back is found`(_ engine: Engine) async throws {
        for harm in ["UPDATE parcel SET weight = 7 WHERE id = 1500", "DELETE FROM parcel WHERE id = 2600", "UPDATE parcel SET version = 2 WHERE id = 1"] as [SQL] {
            try await Self.with(engine) { store, desk, _ in
                try await Self.deliver(2600, by: desk)
                _ = try await store.write { try $0.run(harm) }
                #expect(try await Self.check(store).departures.count == 1)
            }
        }
        try await Self.with(engine) { store, desk, _ in
            try await Self.deliver(5, by: desk)
            _ = try await store.write { try $0.run("INSERT INTO parcel (id, version, label) VALUES (6, 1, 'stray')") }
            #expect(try await Self.check(store).departures.map(\.subject.description) == ["parcel/6"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change afterwards is an entry like any other, and what was before is known`(_ engine: Engine) async throws {
        try await Self.with(engine) { store, desk, clock in
            try await Self.deliver(1200, by: desk)
            clock.set(Moment(milliseconds: 2000))
            _ = try await desk.write(by: .operator) { work in
                var parcel = try #require(try work.session.find(ID<Parcel>(7)))
                parcel.label = "by hand"
                try work.change("relabelled", parcel)
            }
            clock.set(Moment(milliseconds: 3000))
            try await Self.deliver(10, by: desk, changing: [7: "by the second", 8: "by the second too"])
            clock.set(Moment(milliseconds: 4000))
            _ = try await desk.write(by: .operator) { work in
                var parcel = try #require(try work.session.find(ID<Parcel>(8)))
                parcel.label = "by hand again"
                try work.change("relabelled", parcel)
            }
            #expect(try await Self.check(store).departures == [])
            let known = try await store.read { session in
                try [500, 1000, 2000, 3000, 4000].map { moment in
                    try [7, 8, 9, 1205].map { try Journal(session).state(of: ID<Parcel>($0), asKnownAt: Moment(milliseconds: moment))?.label ?? "none" }
                }
            }
            let first = ["7\t\\ \"new\"\n6", "8\t\\ \"new\"\n7", "9\t\\ \"new\"\n8"]
            #expect(known[0] == ["none", "none", "none", "none"])
            #expect(known[1] == first + ["none"])
            #expect(known[2] == ["by hand", first[1], first[2], "none"])
            #expect(known[3] == ["by the second", "by the second too", first[2], "1205\t\\ \"new\"\n4"])
            #expect(known[4] == ["by the second", "by hand again", first[2], "1205\t\\ \"new\"\n4"])
            let earlier = try await store.read { session in
                try [1, 2, 3, 4].map { size in
                    try session.all(Parcel.self, "WHERE id IN (7, 8) ORDER BY id", Journal(session).known(within: [Subject(kind: "parcel", number: 7), Subject(kind: "parcel", number: 8)], at: size)).map(\.label)
                }
            }
            #expect(earlier == [[first[0], first[1]], ["by hand", first[1]], ["by the second", "by the second too"], ["by the second", "by hand again"]])
        }
    }

    @Test(arguments: Engine.allCases)
    func `one row is proven by a path that an RFC 9162 reader follows`(_ engine: Engine) async throws {
        try await Self.with(engine) { store, desk, _ in
            try await Self.deliver(2500, by: desk)
            try await Self.deliver(3, by: desk, changing: [40: "x", 41: "y"])
            for number in [1, 40, 41, 1024, 1025, 2048, 2049, 2500, 2501, 2503] as [Int64] {
                let proof = try #require(try await store.read { try Journal($0).bulkProof(of: ID<Parcel>(number)) })
                #expect(proof.holds, "\(number)")
                #expect(proof.state.contains("\"id\":\(number),"))
                for harm in Self.harms { #expect(!harm(proof).holds) }
            }
            #expect(try await store.read { try Journal($0).bulkProof(of: ID<Parcel>(2504)) } == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what throws on the way leaves nothing, and a copy holds it all`(_ engine: Engine) async throws {
        try await Self.with(engine) { store, desk, _ in
            await #expect(throws: (any Error).self) {
                _ = try await desk.write(by: .operator) { work in
                    try work.bring(Parcel.self, "took a delivery") { bulk in
                        for _ in 0..<5000 { try bulk.add { Parcel(id: $0, label: "the same") } }
                    } _: { Delivery(id: $0, $1) }
                }
            }
            #expect(try await store.read { try ($0.count(Parcel.self), Journal($0).size()) } == (0, 0))
            try await Self.deliver(1500, by: desk)
            try await Self.deliver(1, by: desk, changing: [3: "x"])
            let copies = Copies(migrations: Delivery.migrations, staysBehind: [])
            let file = try TestStore.folder() + "/copy"
            _ = try await copies.make(of: store, at: file)
            let place = try await TestStore.empty(engine == .sqlite ? .postgres : .sqlite)
            try await copies.restore(file, into: place)
            let restored = try await TestStore.open(place, Delivery.migrations)
            #expect(try await Self.check(restored).departures == [])
            #expect(try await restored.read { try Journal($0).head() } == store.read { try Journal($0).head() })
            try await restored.close()
        }
    }

    /// What somebody could put in the place of a part of a proof.
    static let harms: [@Sendable (BulkProof) -> BulkProof] = [
        { of($0, state: $0.state + " ") }, { of($0, salt: String($0.salt.reversed())) }, { of($0, salt: "") }, { of($0, count: $0.count + 1) },
        // A whole tree of one's own, beside an entry that is in the journal and says nothing of it.
        { of($0, place: 0, count: 1, path: [], root: MerkleTree.leaf($0.state.utf8, salt: [UInt8](hex: $0.salt) ?? [])) },
        { proof in
            let own = MerkleTree.leaf(proof.state.utf8, salt: [UInt8](hex: proof.salt) ?? [])
            return of(proof, place: 0, count: 1, path: [], root: own, payload: payload(proof.payload, #"{"root":"\(own)","added":1,"changed":0}"#))
        },
        { of($0, payload: payload($0.payload, $0.payload.state + " ")) },
    ]

    private static func of(
        _ proof: BulkProof, state: String? = nil, salt: String? = nil, place: Int64? = nil, count: Int64? = nil, path: [Hash]? = nil, root: Hash? = nil,
        payload: EnteredState? = nil
    ) -> BulkProof {
        BulkProof(
            state: state ?? proof.state, salt: salt ?? proof.salt, place: place ?? proof.place, count: count ?? proof.count, path: path ?? proof.path,
            root: root ?? proof.root, payload: payload ?? proof.payload, entry: proof.entry)
    }

    private static func payload(_ own: EnteredState, _ state: String) -> EnteredState {
        EnteredState(at: own.at, who: own.who, verb: own.verb, subject: own.subject, scope: own.scope, salt: own.salt, reason: own.reason, state: state)
    }
}
