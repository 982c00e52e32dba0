internal import Foundation
internal import GRDB
internal import Kernel

/// SQLite in one file: a pool of readers that never wait, and one writer.
///
/// A commit is on the disk before it is answered (write-ahead log, `synchronous=FULL`).
final class SQLiteEngine: Engine {
    private let pool: DatabasePool
    /// For what every request asks: one statement, answered where it is asked, with no way to another thread and back.
    private let asking: DatabaseQueue
    private let queue = WriteQueue()

    /// Opens the file, and makes it and its folder when they are missing.
    ///
    /// - Throws: `database-not-opened`
    init(path: String) throws {
        var configuration = Configuration()
        configuration.label = "muster"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { database in
            // LIKE tells capitals from small letters on both engines; triggers see the rows that REPLACE takes away.
            try database.execute(sql: """
                PRAGMA cache_size = -4000; PRAGMA journal_size_limit = 67108864; PRAGMA recursive_triggers = ON;
                PRAGMA case_sensitive_like = ON
                """)
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            // GRDB chooses NORMAL while it opens the writer, which could lose the last commits when the power fails.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            configuration.readonly = true
            // Whoever asks there waits on a thread that others need too.
            configuration.busyMode = .timeout(1)
            asking = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            let reason = (error as? DatabaseError)?.message ?? error.localizedDescription
            throw Refusal.databaseNotOpened(path, reason)
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await translating {
            try await pool.read { database in try body(SQLiteConnection(database)) }
        }
    }

    func ask<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        do { return try answer(body) } catch let error as DatabaseError { throw SQLiteConnection.failure(error) }
    }

    private func answer<T>(_ body: (any Connection) throws -> T) throws -> T {
        try asking.unsafeRead { database in try body(SQLiteConnection(database)) }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await queue.write(body) { serveWriters() }
    }

    var writersWaiting: Int { queue.count }

    /// One group at a time, so that whoever else needs the writer is not kept waiting.
    private func serveWriters() {
        pool.asyncWriteWithoutTransaction { [self] database in
            WriteGroup.serve(queue) {
                let connection = SQLiteConnection(database)
                try connection.begin()
                return connection
            }
            if queue.isStillWanted() { serveWriters() }
        }
    }

    /// On a thread of its own: whoever closes waits for the last writer and for the disk, and others need the thread they came on.
    func close() async throws {
        try await withCheckedThrowingContinuation { (closed: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async { [self] in closed.resume(with: Result { try closeNow() }) }
        }
    }

    /// The writer closes last, and whatever became of the others: only it can bring the log's pages home and take the log away.
    private func closeNow() throws {
        pool.invalidateReadOnlyConnections()
        let closed = Result { try asking.close() }
        try pool.close()
        try closed.get()
    }

    /// Opening and ending a transaction is GRDB's work, and so are the errors it meets there.
    private func translating<T>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as DatabaseError { throw SQLiteConnection.failure(error) }
    }
}
