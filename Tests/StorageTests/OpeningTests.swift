internal import Foundation
internal import Kernel
internal import Logging
internal import Storage
internal import Testing
internal import TestSupport

/// What is seen of a database before and after it is opened.
@Suite struct OpeningTests {
    private let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func open(_ address: DatabaseAddress, serves: Bool = false) async throws -> Store {
        try await Store.open(address, migrations: Letter.migrations, records: [RecordKind(Letter.self)], serves: serves, log: log)
    }

    private func send(_ count: Int, _ store: Store) async throws {
        for number in 1...count {
            try await Desk(store).write(by: .operator) { work in
                try work.add("sent the letter") { Letter(id: $0, reference: "\($0.number) of \(number)", weight: 0.1, note: "naïve", scan: [0, 1]) }
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `each size of journal is found whole at the start, and each change at its end is not`(_ engine: Engine) async throws {
        let address = try await TestStore.address(engine, Letter.migrations)
        for size in 1...20 {
            let store = try await open(address)
            try await send(1, store)
            try await store.close()
            try await #expect(opened(address) == nil, "\(size)")
        }
        for statement in ["UPDATE letter SET pages = pages + 1 WHERE id = 20", "UPDATE letter SET scan = NULL WHERE id = 20"] as [SQL] {
            let store = try await open(address)
            try await store.write { _ = try $0.run(statement) }
            try await store.close()
            try await #expect(opened(address) == "database-damaged")
            let undone = try await TestStore.open(address, Letter.migrations)
            try await undone.write { _ = try $0.run("UPDATE letter SET pages = 1, scan = \([0, 1] as [UInt8]) WHERE id = 20") }
            try await undone.close()
        }
    }

    private func opened(_ address: DatabaseAddress) async throws -> String? {
        try await refusal { try await open(address).close() }?.code
    }

    @Test(arguments: Engine.allCases)
    func `a full check compares every record with the journal`(_ engine: Engine) async throws {
        try await TestStore.with(engine, Letter.migrations) { store in
            try await send(3, store)
            func found() async throws -> [String] {
                try await store.read { try FullCheck.make($0, of: [RecordKind(Letter.self)]) }.departures.map { "\($0.subject)" }
            }
            try await #expect(found() == [])
            try await store.write { session in
                _ = try session.run("UPDATE letter SET weight = 0.2 WHERE id = 2")
                _ = try session.run("DELETE FROM letter WHERE id = 3")
                _ = try session.run("INSERT INTO letter (id, version, reference, pages, weight, sealed) VALUES (9, 1, 'x', 1, 1, 0)")
            }
            try await #expect(found() == ["letter/2", "letter/3", "letter/9"])
            let unknown = try await store.read { try FullCheck.make($0, of: []) }
            #expect(unknown.departures.count == 3 && !unknown.isWhole)
        }
    }

    @Test func `a file has one server, and a stop in order leaves nothing beside it`() async throws {
        guard case .sqlite(let path) = try await TestStore.empty(.sqlite) else { return }
        let server = try await open(.sqlite(path: path), serves: true)
        let refusal = await #expect(throws: Refusal.self) { try await open(.sqlite(path: path), serves: true) }
        #expect(refusal?.code == "database-in-use")
        let command = try await open(.sqlite(path: path))
        try await send(1, command)
        try await command.close()
        try await send(2, server)
        let noted = try String(contentsOfFile: path + ".lock", encoding: .utf8)
        #expect(noted.hasPrefix("entries 3 "))
        try await server.close()
        #expect(!FileManager.default.fileExists(atPath: path + ".lock"))
        try await open(.sqlite(path: path), serves: true).close()
    }

    @Test func `a command of another version changes no tables under a server`() async throws {
        guard case .sqlite(let path) = try await TestStore.empty(.sqlite) else { return }
        let later = Letter.migrations + [Migration("letters-2") { _ in ["ALTER TABLE letter ADD COLUMN colour TEXT"] }]
        let command = { try await Store.open(.sqlite(path: path), migrations: later, log: log).close() }
        let server = try await open(.sqlite(path: path), serves: true)
        let refusal = await #expect(throws: Refusal.self) { try await command() }
        #expect(refusal?.code == "database-in-use" && refusal?.sentence.contains("Restart the server with this version first") == true)
        try await #expect(server.stepsAmiss(of: Letter.migrations) == [])
        try await send(1, server)
        try await server.close()
        try await command()
    }

    @Test func `a large file is read through beside the work, and damage in it is found`() async throws {
        guard case .sqlite(let path) = try await TestStore.address(.sqlite, Letter.migrations) else { return }
        let store = try await open(.sqlite(path: path))
        try await Desk(store).write(by: .operator) { work in
            for _ in 0..<20 { try work.add("sent the letter") { Letter(id: $0, reference: "\($0.number)", scan: [UInt8](repeating: 7, count: 1 << 20)) } }
        }
        #expect(store.lastHealth == .sound)
        try await store.close()
        let whole = try await open(.sqlite(path: path))
        #expect(whole.lastHealth == .unknown)
        try await #expect(whole.lookThrough() == .sound)
        #expect(whole.lastHealth == .sound)
        try await whole.close()
        // A page in the middle, which nothing at a start looks at: the beginning of an index or of what is too long for a page.
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let pages = try file.seekToEnd() / 4096
        for page in stride(from: pages / 10, to: pages / 6, by: 7) {
            try file.seek(toOffset: page * 4096)
            try file.write(contentsOf: Data(repeating: 0xFF, count: 8))
        }
        try file.close()
        let damaged = try await open(.sqlite(path: path))
        guard case .damaged = try await damaged.lookThrough() else { Issue.record("\(damaged.lastHealth)"); return }
        guard case .damaged = damaged.lastHealth else { Issue.record("it was not kept"); return }
        try await damaged.close()
    }

    @Test func `what another program made is told from what SQLite did, and is no empty place`() async throws {
        let folder = try TestStore.folder()
        func made(_ name: String, _ statement: String) throws -> String {
            let shell = Process()
            shell.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            shell.arguments = ["python3", "-c", "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()", "\(folder)/\(name)", statement]
            try shell.run()
            shell.waitUntilExit()
            return "\(folder)/\(name)"
        }
        for (name, statement) in [("a", "CREATE TABLE sqliteish (a)"), ("b", "CREATE VIEW theirs AS SELECT 1")] {
            try await #expect(opened(.sqlite(path: made(name, statement))) == "database-of-another-program")
        }
        try await TestStore.with(.sqlite, Letter.migrations) { store in _ = try await CopyTests.copies.make(of: store, at: folder + "/copy") }
        let place = try await TestStore.empty(.postgres)
        let theirs = try await TestStore.open(place)
        try await theirs.close()
        let refusal = await #expect(throws: Refusal.self) { try await CopyTests.copies.restore(folder + "/copy", into: place) }
        #expect(refusal?.code == "place-not-empty")
    }

    @Test func `a database with fewer changes than were noted is refused`() async throws {
        guard case .sqlite(let path) = try await TestStore.address(.sqlite, Letter.migrations) else { return }
        try "entries 7\nprocess 1 since then\n".write(toFile: path + ".lock", atomically: false, encoding: .utf8)
        try await #expect(opened(.sqlite(path: path)) == "database-lacks-changes")
        try FileManager.default.removeItem(atPath: path)
        try await #expect(opened(.sqlite(path: path)) == "database-lacks-changes")
    }
}
