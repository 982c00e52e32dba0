internal import Foundation
internal import Kernel
internal import Storage
internal import Testing
internal import TestSupport

/// What is no copy, or no longer one, is refused with a sentence.
@Suite struct DamagedCopyTests {
    private static let copies = CopyTests.copies

    private func code(_ path: String) async -> String? {
        await #expect(throws: Refusal.self) { _ = try await Self.copies.check(path) }?.code
    }

    @Test func `any byte of any row that is not what it was is found`() async throws {
        try await TestStore.with(.sqlite, Letter.migrations) { store in
            try await CopyTests.write(12, into: store)
            let folder = try TestStore.folder()
            _ = try await Self.copies.make(of: store, at: folder + "/copy")
            let whole = try CopyTests.bytes(folder + "/copy")
            var dice = Dice(seed: 7)
            // In a record, in a reason that only the journal has, in a hash of the tree, and where a thing is told twice.
            for words in ["naïve", "because 7", "letter 11", "long long long", "operator", "journal-1", "CREATE TABLE letter"] {
                var places: [Range<Data.Index>] = []
                while let next = whole.range(of: Data(words.utf8), in: (places.last?.upperBound ?? 0)..<whole.count) { places.append(next) }
                let place = try #require(places.randomElement(using: &dice))
                var damaged = whole
                damaged[place.lowerBound + 1] ^= 1
                let path = "\(folder)/\(words.count)-\(place.lowerBound)"
                try damaged.write(to: URL(fileURLWithPath: path))
                let code = await code(path)
                #expect(["copy-damaged", "copy-newer"].contains(code), "\(words) at \(place.lowerBound): \(code ?? "")")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(".") } == [])
            }
            for length in [whole.count / 2, 4096, 5000, whole.count - 1] {
                try whole.prefix(length).write(to: URL(fileURLWithPath: "\(folder)/cut\(length)"))
                #expect(await code("\(folder)/cut\(length)") == "copy-damaged", "cut to \(length) bytes")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a damaged copy is not restored, and the place stays empty`(_ engine: Engine) async throws {
        try await TestStore.with(.sqlite, Letter.migrations) { store in
            try await CopyTests.write(3, into: store)
            let folder = try TestStore.folder()
            _ = try await Self.copies.make(of: store, at: folder + "/copy")
            var damaged = try CopyTests.bytes(folder + "/copy")
            let place = try #require(damaged.range(of: Data("letter 1".utf8)))
            damaged[place.lowerBound] ^= 1
            try damaged.write(to: URL(fileURLWithPath: folder + "/damaged"))
            let target = try await TestStore.empty(engine)
            let refusal = await #expect(throws: Refusal.self) { try await Self.copies.restore(folder + "/damaged", into: target) }
            #expect(refusal?.code == "copy-damaged")
            try await Self.copies.restore(folder + "/copy", into: target)
        }
    }

    @Test func `what is no copy is told apart`() async throws {
        let folder = try TestStore.folder()
        func file(_ name: String, _ text: String) -> String {
            _ = FileManager.default.createFile(atPath: folder + "/" + name, contents: Data(text.utf8))
            return folder + "/" + name
        }
        #expect(await code(folder + "/not there") == "copy-not-found")
        #expect(await code(folder) == "copy-not-found")
        #expect(await code(file("text", "Not a copy.")) == "copy-not-a-copy")
        #expect(await code(file("nothing", "")) == "copy-not-a-copy")
        #expect(await code(file("headed", "SQLite format 3\0 and no more")) == "copy-damaged")
        let address = try await TestStore.address(.sqlite, Letter.migrations)
        guard case .sqlite(let path) = address else { return }
        let refusal = await #expect(throws: Refusal.self) { _ = try await Self.copies.check(path) }
        #expect(refusal?.sentence.contains("is a database in use, not a copy") == true)
    }

    @Test(arguments: Engine.allCases)
    func `a journal that was changed behind its back is not copied as if it were whole`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await CopyTests.write(5, into: store)
            try await store.write { session in
                try session.run(engine == .sqlite ? "DROP TRIGGER journal_payload_no_update" : "DROP TRIGGER journal_payload_no_change ON journal_payload")
                try session.run("UPDATE journal_payload SET reason = 'another' WHERE sequence = 3")
            }
            let folder = try TestStore.folder()
            let refusal = await #expect(throws: Refusal.self) { _ = try await Self.copies.make(of: store, at: folder + "/copy") }
            #expect(refusal?.code == "journal-does-not-match")
            #expect(refusal?.sentence.contains("entry 3") == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        }
    }

    @Test func `a folder that is not there, or is none, is refused`() async throws {
        try await TestStore.with(.sqlite, Letter.migrations) { store in
            for path in ["/no/such/folder/copy", "/dev/null/copy", "/proc/copy"] {
                let refusal = await #expect(throws: Refusal.self) { _ = try await Self.copies.make(of: store, at: path) }
                #expect(refusal?.code == "folder-not-usable", "\(path)")
            }
        }
    }
}
