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
        do {
            try await open(address).close()
            return nil
        } catch let refusal as Refusal { return refusal.code }
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

    @Test func `a database with fewer changes than were noted is refused`() async throws {
        guard case .sqlite(let path) = try await TestStore.address(.sqlite, Letter.migrations) else { return }
        try "entries 7\nprocess 1 since then\n".write(toFile: path + ".lock", atomically: false, encoding: .utf8)
        try await #expect(opened(.sqlite(path: path)) == "database-lacks-changes")
        try FileManager.default.removeItem(atPath: path)
        try await #expect(opened(.sqlite(path: path)) == "database-lacks-changes")
    }
}
