internal import Foundation
internal import Kernel
internal import Storage
internal import Synchronization
internal import Testing
internal import TestSupport

/// How each engine's connections begin, are lost and end.
@Suite struct LifeTests {
    @Test func `closing waits on a thread of its own, so that all else goes on`() async throws {
        let count = ProcessInfo.processInfo.activeProcessorCount + 2
        let held = DispatchSemaphore(value: 0)
        let isLate = Atomic(false)
        let letGo = { @Sendable in for _ in 0..<count { held.signal() } }
        var (closing, writing): ([Task<Void, any Error>], [Task<Void, any Error>]) = ([], [])
        for _ in 0..<count {
            let store = try await TestStore.open(.sqlite)
            let (begun, begins) = AsyncStream.makeStream(of: Void.self)
            writing.append(Task {
                try await store.write { _ in
                    begins.yield()
                    held.wait()
                }
            })
            _ = await begun.first { _ in true }
            closing.append(Task { try await store.close() })
        }
        DispatchQueue.global().asyncAfter(deadline: .now() + 180) {
            isLate.store(true, ordering: .relaxed)
            letGo()
        }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<count { group.addTask { await Task.yield() } }
        }
        let wasLate = isLate.load(ordering: .relaxed)
        #expect(!wasLate, "whoever closed kept every thread")
        letGo()
        for task in writing + closing { try await task.value }
    }

    @Test func `a lost connection is replaced the next time it is needed`() async throws {
        try await TestStore.with(.postgres, Letter.migrations) { store in
            func count() async throws -> Int { try await store.read { try $0.count(Letter.self) } }
            try await #expect(count() == 0)
            let fault = await #expect(throws: StorageFault.self) {
                try await store.write { try $0.run("SELECT pg_terminate_backend(pg_backend_pid())") }
            }
            #expect(fault?.cause == .connection)
            try await Desk(store).write(by: .operator) { _ = try $0.add("sent") { Letter(id: $0, reference: "a") } }
            // All others, as when the server is started again.
            try await store.write { session in
                _ = try session.run("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE pid <> pg_backend_pid() AND datname = current_database()
                    """)
            }
            for _ in 0..<5 { try await #expect(count() == 1) }
        }
    }

    @Test func `a server that lets nobody in any more is a fault for the log, and is found again`() async throws {
        try await TestStore.with(.postgres) { other in
            try await TestStore.with(.postgres, Letter.migrations) { store in
                let name: String = try await store.read { try $0.value("SELECT current_database()") ?? "" }
                func admit(_ answer: SQL) async throws {
                    _ = try await other.write { try $0.run("UPDATE pg_database SET datallowconn = \(answer) WHERE datname = \(name)") }
                    _ = try await other.write { try $0.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = \(name)") }
                }
                try await admit("false")
                // A refusal would be shown to whoever asked, with the server's name in it.
                for _ in 0..<3 {
                    let fault = await #expect(throws: StorageFault.self) { try await store.read { try $0.count(Letter.self) } }
                    #expect(fault?.cause == .connection)
                }
                try await admit("true")
                try await #expect(store.read { try $0.count(Letter.self) } == 0)
            }
        }
    }

    @Test func `many ask at once and each is answered`() async throws {
        for engine in Engine.allCases {
            try await TestStore.with(engine, Letter.migrations) { store in
                let sum = try await withThrowingTaskGroup { group in
                    for number in 1...200 { group.addTask { try await store.read { try $0.value("SELECT \(number)") ?? 0 } } }
                    return try await group.reduce(0, +)
                }
                #expect(sum == 20_100)
            }
        }
    }

    @Test func `a closed SQLite database is one file, in a folder that only its owner may open`() async throws {
        let folder = NSTemporaryDirectory() + "/muster-life-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try await TestStore.open(.sqlite(path: folder + "/deep/muster.db"), Letter.migrations)
        try await Desk(store).write(by: .operator) { _ = try $0.add("sent") { Letter(id: $0, reference: "a") } }
        _ = try await store.read { try $0.all(Letter.self) }
        try await store.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/deep") == ["muster.db"])
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/deep")[.posixPermissions] as? Int
        #expect(mode == 0o700)
    }

    @Test func `what SQLite has committed is on the disk, and keys must exist`() async throws {
        try await TestStore.with(.sqlite) { store in
            try await store.write { session in
                try #expect(session.value("SELECT synchronous FROM pragma_synchronous") == 2)
                try #expect(session.value("SELECT journal_mode FROM pragma_journal_mode") == "wal")
                try #expect(session.value("SELECT foreign_keys FROM pragma_foreign_keys") == 1)
            }
        }
    }
}
