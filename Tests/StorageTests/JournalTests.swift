internal import Foundation
internal import Kernel
internal import Storage
internal import Testing
internal import TestSupport

@Suite struct JournalTests {
    private static let start = Moment(milliseconds: 1_600_000_000_000)
    private let folder = Subject(kind: "folder", number: 1)

    /// Letters added and changed, an hour between one work and the next.
    private func live(_ store: Store, _ count: Int) async throws {
        for number in 1...count {
            let desk = Desk(store, clock: .fixed(Self.start.adding(seconds: number * 3600)))
            try await desk.write(by: .operator, because: number % 3 == 0 ? "it was due" : nil) { work in
                _ = try work.add("sent the letter", in: number % 2 == 0 ? folder : nil) { Letter(id: $0, reference: "L\(number)") }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `the database refuses to change, remove or replace what the journal holds`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await live(store, 4)
            let before = try await store.read { try Journal($0).head() }
            let hash = Hash(of: [1])
            var attempts: [SQL] = [
                "UPDATE journal SET who = 'person/9'", "UPDATE journal SET verb = verb WHERE sequence = 1",
                "DELETE FROM journal", "DELETE FROM journal WHERE sequence = 4",
                "UPDATE journal_payload SET state = '{}'", "DELETE FROM journal_payload",
                "UPDATE journal_node SET hash = \(hash)", "DELETE FROM journal_node",
                "INSERT INTO journal SELECT sequence + 5, at, who, verb, subject, scope, commitment, leaf FROM journal WHERE sequence = 4",
                "INSERT INTO journal SELECT 0, at, who, verb, subject, scope, commitment, leaf FROM journal WHERE sequence = 4",
                "INSERT INTO journal_node (level, place, hash) VALUES (1, 0, \(hash)) ON CONFLICT (level, place) DO UPDATE SET hash = excluded.hash",
                "INSERT INTO journal SELECT * FROM journal WHERE sequence = 2 ON CONFLICT (sequence) DO UPDATE SET who = 'x'",
            ]
            switch engine {
            case .sqlite:
                attempts += [
                    "REPLACE INTO journal SELECT * FROM journal WHERE sequence = 2",
                    "INSERT OR REPLACE INTO journal_payload SELECT sequence, salt, 'x', state FROM journal_payload WHERE sequence = 2",
                    "INSERT OR REPLACE INTO journal_node (level, place, hash) VALUES (1, 0, \(hash))",
                    "UPDATE OR REPLACE journal SET sequence = 1 WHERE sequence = 2",
                ]
            case .postgres:
                attempts += ["TRUNCATE journal CASCADE", "TRUNCATE journal_payload", "TRUNCATE journal_node"]
            }
            for attempt in attempts {
                await #expect(throws: StorageFault.self, "\(attempt.text)") { try await store.write { try $0.run(attempt) } }
            }
            let check = try await store.read { try Journal($0).verify() }
            #expect(check == JournalCheck(entries: 4, root: before.root, mismatch: nil))
        }
    }

    @Test(arguments: Engine.allCases)
    func `an entry says when, who, what, within what and why`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await live(store, 6)
            let (of3, within, newest, page, last, fourth) = try await store.read { [folder] session in
                let journal = Journal(session)
                return (
                    try journal.entries(about: Subject(kind: "letter", number: 3)), try journal.entries(within: folder),
                    try journal.entries(within: folder, limit: 1, newestFirst: true), try journal.entries(after: 2, limit: 2),
                    try journal.entries(before: 6, limit: 2), try journal.entry(4))
            }
            #expect(of3 == [Entry(
                sequence: 3, moment: Self.start.adding(seconds: 3 * 3600), who: "operator", verb: "sent the letter",
                subject: Subject(kind: "letter", number: 3), scope: Subject(kind: "letter", number: 3), reason: "it was due",
                state: of3.first?.state)])
            let state = try JSONDecoder().decode(Letter.self, from: Data(of3[0].state?.utf8 ?? "".utf8))
            #expect(state.reference == "L3")
            #expect(within.map(\.sequence) == [2, 4, 6])
            #expect(newest.map(\.sequence) == [6])
            #expect(page.map(\.sequence) == [3, 4])
            #expect(last.map(\.sequence) == [5, 4])
            #expect(fourth?.scope == folder)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a record can be read as it was known at a moment`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await live(store, 4)
            let later = Self.start.adding(seconds: 10 * 3600)
            try await Desk(store, clock: .fixed(later)).write(by: .operator) { [folder] work in
                for number in [2, 4] {
                    var letter = try #require(try work.session.find(ID<Letter>(Int64(number))))
                    letter.note = "answered"
                    // The fourth goes elsewhere.
                    try work.change("answered", letter, in: number == 2 ? folder : Subject(kind: "folder", number: 2))
                }
            }
            func notes(_ moment: Moment) async throws -> [String: String?] {
                try await store.read { [folder] session in
                    let letters = try Journal(session).states(of: Letter.self, within: folder, asKnownAt: moment)
                    return Dictionary(uniqueKeysWithValues: letters.map { ($0.reference, $0.note) })
                }
            }
            func second(_ moment: Moment) async throws -> Letter? {
                try await store.read { try Journal($0).state(of: ID<Letter>(2), asKnownAt: moment) }
            }
            let hour = { Self.start.adding(seconds: $0 * 3600) }
            try await #expect(notes(hour(1)) == [:])
            try await #expect(notes(hour(2)) == ["L2": nil])
            try await #expect(notes(hour(9)) == ["L2": nil, "L4": nil])
            try await #expect(notes(later) == ["L2": "answered"])
            try await #expect(second(hour(1)) == nil)
            try await #expect(second(hour(9))?.version == 1)
            try await #expect(second(later)?.note == "answered")
            try await #expect(second(later.adding(seconds: -1))?.note == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `every proof of the kept tree holds, and its heads are those it had`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            var heads = [try await store.read { try Journal($0).head() }]
            for number in 1...40 {
                try await Desk(store, clock: .fixed(Self.start)).write(by: .muster) {
                    _ = try $0.add("sent") { Letter(id: $0, reference: "\(number)") }
                }
                heads.append(try await store.read { try Journal($0).head() })
            }
            let sizes = Array(Int64(0)...40)
            let all = try await store.read { session in try sizes.map { try Journal(session).head(ofSize: $0) } }
            let inclusion = try await store.read { session in
                var proofs: [InclusionProof] = []
                for size in sizes { for number in 0..<size { proofs.append(try Journal(session).inclusionProof(of: number + 1, inTreeOf: size)) } }
                return proofs
            }
            let consistency = try await store.read { session in
                var proofs: [ConsistencyProof] = []
                for size in sizes { for older in 0...size { proofs.append(try Journal(session).consistencyProof(from: older, to: size)) } }
                return proofs
            }
            #expect((inclusion.count, consistency.count) == (820, 861))
            #expect(all == heads)
            #expect(Set(heads.map(\.root)).count == 41)
            #expect(inclusion.allSatisfy { $0.holds && $0.head == heads[Int($0.head.size)] })
            #expect(consistency.allSatisfy { $0.holds && $0.older == heads[Int($0.older.size)] })
        }
    }

    @Test(arguments: Engine.allCases)
    func `proofs that can't be are refused`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await live(store, 3)
            func code(_ ask: @escaping @Sendable (Journal) throws -> Void) async -> String? {
                do { try await store.read { try ask(Journal($0)) } } catch { return (error as? Refusal)?.code }
                return nil
            }
            #expect(await code { _ = try $0.inclusionProof(of: 4) } == "journal-entry-unknown")
            #expect(await code { _ = try $0.inclusionProof(of: 0) } == "journal-entry-unknown")
            #expect(await code { _ = try $0.inclusionProof(of: 1, inTreeOf: 4) } == "journal-not-so-long")
            #expect(await code { _ = try $0.consistencyProof(from: 3, to: 2) } == "journal-sizes-out-of-order")
            #expect(await code { _ = try $0.head(ofSize: -1) } == "journal-not-so-long")
        }
    }

    /// Recomputed in Python with `hashlib` and `json.dumps(…, ensure_ascii=False, separators=(",", ":"))`.
    @Test(arguments: Engine.allCases)
    func `a leaf is what the documents say it is, character for character`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let actor = Actor(person: 3, name: "Ada", roles: [])
            try await Desk(store, clock: .fixed(Self.start)).write(by: actor, because: "dû / 🚒") { work in
                _ = try work.add("said \"no\"\\\u{1}\u{1f}\t\n\r\u{8}\u{c}\u{7f} é/🚒") { Letter(id: $0, reference: "a/b", weight: 0.25) }
            }
            let (state, leaf) = try await store.read { session in
                (try Journal(session).entry(1)?.state, try Journal(session).inclusionProof(of: 1).leaf)
            }
            #expect(state == #"{"id":1,"pages":1,"reference":"a/b","sealed":false,"version":1,"weight":0.25}"#)
            #expect(leaf.description == "24116d6028f4a5ba7d3699b0333d0d93dd2efb99a53a80f98ae96183cafed11e")
        }
    }
}
