internal import Foundation
internal import Kernel
internal import Storage
internal import Testing
internal import TestSupport

/// What both engines promise. Each test runs on each.
@Suite struct StoreTests {
    private let moment = Moment(milliseconds: 1_600_000_000_123)

    private func desk(_ store: Store) -> Desk { Desk(store, clock: .fixed(moment)) }

    private func letters(_ store: Store) async throws -> Int { try await store.read { try $0.count(Letter.self) } }
    private func entries(_ store: Store) async throws -> Int64 { try await store.read { try Journal($0).size() } }

    @Test(arguments: Engine.allCases)
    func `a record of every type comes back as it went in`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let scan = [UInt8](0...255) + [0, 0, 92, 39]
            let note = "Ω, naïve, 🚒, e\u{301} and é; \\ ' \" $1 \n\t "
            let saved = try await desk(store).write(by: .operator) { work in
                [
                    try work.add("sent the letter") { Letter(
                        id: $0, reference: "", pages: .max, weight: 0.1 + 0.2, sealed: true, sent: Day(iso: "2021-02-28"),
                        note: note, scan: scan) },
                    try work.add("sent the letter") { Letter(id: $0, reference: "b", weight: -1e-300, note: "", scan: []) },
                    try work.add("sent the letter") { Letter(id: $0, reference: "c", weight: .greatestFiniteMagnitude) },
                ]
            }
            let read = try await store.read { try $0.all(Letter.self, "ORDER BY id") }
            #expect(read == saved)
            #expect(read.map(\.id.number) == [1, 2, 3])
            #expect(read[0].note?.utf8.elementsEqual(note.utf8) == true)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is typed is a value and never SQL`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let typed = ["'; DROP TABLE letter; --", "$1", "\" OR 1=1 --", "%", "\\'); DELETE FROM letter; --", "::text", "?1", ":a", "@b"]
            try await desk(store).write(by: .operator) { work in
                for text in typed { try work.add("sent") { Letter(id: $0, reference: text, note: text) } }
            }
            for text in typed {
                let found = try await store.read { try $0.all(Letter.self, "WHERE reference = \(text) AND note = \(text)") }
                #expect(found.map(\.reference) == [text])
            }
            let (all, none) = try await store.read { session in
                (try session.count(Letter.self, "WHERE reference IN (\(list: typed))"),
                 try session.count(Letter.self, "WHERE reference IN (\(list: [String]()))"))
            }
            #expect((all, none) == (typed.count, 0))
        }
    }

    @Test(arguments: Engine.allCases)
    func `parameters mean the same wherever they stand`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await desk(store).write(by: .operator) { work in
                for number in 1...5 { try work.add("sent") { Letter(id: $0, reference: "L\(number)", pages: number) } }
            }
            let (missing, two, word): (Int?, Int, String) = (nil, 2, "x")
            try await store.read { session in
                try #expect(session.column("SELECT id FROM letter ORDER BY id LIMIT \(two) OFFSET \(1)") == [2, 3])
                try #expect(session.value("SELECT COALESCE(\(missing), \(two))") == 2)
                try #expect(session.value("SELECT \(word) || \("y")") == "xy")
                try #expect(session.value("SELECT \(two)") == 2)
                try #expect(session.value("SELECT \([UInt8]([1, 0, 2]))") == [UInt8]([1, 0, 2]))
                try #expect(session.value("SELECT CASE WHEN \(two) > 1 THEN \(word) ELSE 'no' END") == "x")
                try #expect(session.value("SELECT pages = \(two) FROM letter WHERE id = \(two)") == true)
                try #expect(session.value("SELECT EXISTS (SELECT 1 FROM letter WHERE pages > \(99))") == false)
                try #expect(session.value("SELECT SUM(pages) FROM letter") == 15)
                try #expect(session.value("SELECT AVG(weight) FROM letter") == 0.5)
                try #expect(session.value("SELECT id FROM letter WHERE reference LIKE 'l%'", as: Int.self) == nil)
                try #expect(session.value("SELECT note FROM letter WHERE id = 1", as: String?.self) == .some(nil))
                try #expect(session.count(Letter.self, "WHERE pages IN (\(list: Array(1...3000)))") == 5)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `text is sorted byte by byte`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let words = ["a", "B", "é", "e", "Z", "_", "10", "9", "ab"]
            try await desk(store).write(by: .operator) { work in
                for word in words { try work.add("sent") { Letter(id: $0, reference: word) } }
            }
            let sorted = try await store.read { try $0.column("SELECT reference FROM letter ORDER BY reference", as: String.self) }
            #expect(sorted == ["10", "9", "B", "Z", "_", "a", "ab", "e", "é"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `the same question may be asked while its answer is read`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await desk(store).write(by: .operator) { work in
                for number in 1...3 { try work.add("sent") { Letter(id: $0, reference: "\(number)") } }
            }
            let pairs = try await store.read { session in
                var pairs = 0
                try session.each("SELECT id FROM letter") { _ in try session.each("SELECT id FROM letter") { _ in pairs += 1 } }
                return pairs
            }
            #expect(pairs == 9)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a write that throws leaves nothing behind`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            await #expect(throws: Refusal.self) {
                try await desk(store).write(by: .operator) { work in
                    try work.add("sent") { Letter(id: $0, reference: "a") }
                    throw Refusal.invalid("no", "No.")
                }
            }
            try await #expect(letters(store) == 0)
            try await #expect(entries(store) == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a transaction with a fault in it is never kept, even when the fault is swallowed`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let fault = await #expect(throws: StorageFault.self) {
                try await desk(store).write(by: .operator) { work in
                    try work.add("sent") { Letter(id: $0, reference: "same") }
                    _ = try? work.add("sent") { Letter(id: $0, reference: "same", note: "secret") }
                }
            }
            #expect(fault?.isUniqueViolation == true)
            #expect(fault?.description.contains("secret") == false)
            #expect(fault?.statement?.hasPrefix("INSERT INTO letter") == true)
            try await #expect(letters(store) == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `broken rules of the schema say which kind they are`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            func cause(_ sql: SQL) async -> StorageFault.Cause? {
                do { _ = try await store.write { try $0.run(sql) } } catch { return (error as? StorageFault)?.cause }
                return nil
            }
            #expect(await cause("INSERT INTO reply (id, letter) VALUES (1, 7)") == .foreignKey)
            #expect(await cause("INSERT INTO letter (id, version, reference, pages, weight, sealed) VALUES (1, 1, 'a', 0, 1, 0)") == .check)
            #expect(await cause("INSERT INTO letter (id, version) VALUES (1, 1)") == .notNull)
            #expect(await cause("SELEC 1") == .other)
        }
    }

    @Test(arguments: Engine.allCases)
    func `nothing is written by a reader`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            await #expect(throws: StorageFault.self) { try await store.read { try $0.run("DELETE FROM letter") } }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a NUL in a text and an endless number are refused`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            func refused(_ letter: @escaping @Sendable (ID<Letter>) -> Letter) async throws -> String? {
                try await refusal { _ = try await desk(store).write(by: .operator) { try $0.add("sent", letter) } }?.code
            }
            try await #expect(refused { Letter(id: $0, reference: "a\u{0}b") } == "text-has-nul")
            try await #expect(refused { Letter(id: $0, reference: "a", weight: .nan) } == "number-not-finite")
            try await #expect(refused { Letter(id: $0, reference: "a", weight: .infinity) } == "number-not-finite")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change made on an old version is refused`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let first = try await desk(store).write(by: .operator) { try $0.add("sent") { Letter(id: $0, reference: "a") } }
            let second = try await desk(store).write(by: .operator) { work in
                var letter = first
                letter.note = "mine"
                return try work.change("noted", letter)
            }
            #expect(second.version == 2)
            let refusal = await #expect(throws: Refusal.self) {
                try await desk(store).write(by: .operator) { try $0.change("noted", first) }
            }
            #expect(refusal?.code == "changed-meanwhile")
            // As a form may say that was not sent from a page of ours.
            for version in [Int.max, .min, 0, 3] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await desk(store).write(by: .operator) { work in
                        var other = second
                        other.version = version
                        try work.change("noted", other)
                    }
                }
                #expect(refusal?.code == "changed-meanwhile")
            }
            let kept = try await store.read { try $0.find(first.id) }
            #expect(kept == second)
        }
    }

    @Test(arguments: Engine.allCases)
    func `one writer works at a time, and numbers have no gap`(_ engine: Engine) async throws {
        let address = try await TestStore.address(engine, Letter.migrations)
        // Two stores on one database stand for two processes.
        let stores = [try await TestStore.open(address, Letter.migrations), try await TestStore.open(address, Letter.migrations)]
        try await withThrowingTaskGroup { group in
            for number in 0..<40 {
                let desk = desk(stores[number % 2])
                group.addTask {
                    _ = try await desk.write(by: .operator) { try $0.add("sent") { Letter(id: $0, reference: "\(number)") } }
                }
            }
            try await group.waitForAll()
        }
        let numbers = try await stores[0].read { try $0.column("SELECT id FROM letter ORDER BY id", as: Int.self) }
        #expect(numbers == Array(1...40))
        try await #expect(entries(stores[1]) == 40)
        for store in stores { try await store.close() }
    }

    @Test(arguments: Engine.allCases)
    func `a reader sees one view of the data while another writes`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            let (seen, hasSeen) = AsyncStream.makeStream(of: Void.self)
            let written = DispatchSemaphore(value: 0)
            async let counts = store.read { session in
                let before = try session.count(Letter.self)
                hasSeen.finish()
                written.wait()
                return [before, try session.count(Letter.self)]
            }
            for await _ in seen {}
            do {
                defer { written.signal() }
                try await desk(store).write(by: .operator) { _ = try $0.add("sent") { Letter(id: $0, reference: "a") } }
            }
            try await #expect(counts == [0, 0])
            try await #expect(letters(store) == 1)
        }
    }
}
