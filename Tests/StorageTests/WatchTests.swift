import Kernel
import Logging
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct `the watch over a store` {
    private func with(_ engine: Engine, _ body: (Store, Lines) async throws -> Void) async throws {
        let lines = Lines()
        let log = Logger(label: "test") { _ in lines }
        let store = try await Store.open(TestStore.address(engine, Letter.migrations), migrations: Letter.migrations, log: log)
        lines.all.withLock { $0.removeAll() }
        try await body(store, lines)
        try await store.close()
    }

    @Test(arguments: Engine.allCases) func `tells a slow statement by its text, never by its values, and whose request it was`(engine: Engine) async throws {
        try await with(engine) { store, lines in
            store.watch.tellWhatTakes(longerThan: 0)
            try await RequestID.$current.withValue("request-7") {
                let count = try await store.read { session in
                    try session.rows("SELECT name FROM migration WHERE name <> \("a secret")") { (row) -> String in try row.next() }.count
                }
                let said = try #require(lines.all.withLock { $0 }.first)
                #expect(said.contains("A statement took long") && said.contains("SELECT name FROM migration WHERE name <> $1"))
                #expect(said.contains("hb.request.id=request-7") && said.contains("rows=\(count)") && !said.contains("a secret"))
                try await store.write { session in _ = try session.run("UPDATE migration SET place = place WHERE name = \("a secret")") }
            }
            let said = lines.all.withLock { $0.joined(separator: "\n") }
            #expect(said.contains("rows=0") && said.contains("A change kept other writers out for long") && !said.contains("a secret"))
        }
    }

    @Test(arguments: Engine.allCases) func `tells a statement that failed as one of unknown rows`(engine: Engine) async throws {
        try await with(engine) { store, lines in
            store.watch.tellWhatTakes(longerThan: 0)
            await #expect(throws: StorageFault.self) { try await store.write { session in _ = try session.run("UPDATE nothing_of_that_name SET a = 1") } }
            #expect(lines.all.withLock { $0.first }?.contains("rows=unknown") == true)
        }
    }

    @Test(arguments: Engine.allCases) func `says nothing of what was quick, and counts all`(engine: Engine) async throws {
        try await with(engine) { store, lines in
            store.watch.tellWhatTakes(longerThan: 3_600_000)
            for _ in 0..<3 { #expect(try await store.answers()) }
            try await store.tryWriting()
            await #expect(throws: Refusal.self) { try await store.write { _ in throw Refusal.conflict("x", "x") } }
            await #expect(throws: Refusal.self) { try await store.read { _ in throw Refusal.conflict("x", "x") } }
            let text = Measure.text(store.watch.measures)
            for line in [
                "muster_transaction_duration_seconds_count{kind=\"read\"} 4", "muster_transaction_duration_seconds_count{kind=\"write\"} 2",
                "muster_writer_wait_seconds_count 2", "muster_transactions_undone_total{kind=\"read\"} 1",
                "muster_transactions_undone_total{kind=\"write\"} 1", "muster_slow_statements_total 0",
            ] { #expect(text.contains(line + "\n"), "\(line)") }
            #expect(lines.all.withLock { $0.isEmpty })
        }
    }

    @Test(arguments: Engine.allCases) func `knows the size of the database and the steps that differ`(engine: Engine) async throws {
        try await with(engine) { store, _ in
            #expect(try await store.bytes() > 10_000)
            #expect(try await store.stepsAmiss(of: Letter.migrations).isEmpty)
            #expect(try await store.stepsAmiss(of: Letter.migrations + [Migration("letters-99") { _ in [] }]) == ["letters-99"])
            try await store.write { session in _ = try session.run("INSERT INTO migration (name, place, applied_at) VALUES ('later-1', 99, 'now')") }
            #expect(try await store.stepsAmiss(of: Letter.migrations) == ["later-1"])
            #expect(try await store.journalSize() == 0)
        }
    }
}

/// A log that keeps its lines.
private final class Lines: LogHandler {
    let all = Mutex<[String]>([])
    var metadata: Logger.Metadata { get { [:] } set {} }
    var logLevel: Logger.Level { get { .info } set {} }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? { get { nil } set {} }

    func log(event: LogEvent) {
        let pairs = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted()
        all.withLock { $0.append(([event.message.description] + pairs).joined(separator: " ")) }
    }
}
