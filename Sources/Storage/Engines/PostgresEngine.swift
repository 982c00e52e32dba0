internal import CLibpq
internal import Kernel
internal import NIOPosix
internal import Synchronization

/// A PostgreSQL server, spoken to through libpq on threads of its own: one for writing, the others for reading.
///
/// Writers of all processes take one advisory lock, so there is one at a time, as on SQLite. Readers see one snapshot.
final class PostgresEngine: Engine {
    private let url: String
    private let readers: NIOThreadPool
    private let writer = NIOThreadPool(numberOfThreads: 1)
    private let queue = WriteQueue()
    private let idle = Mutex<[PostgresConnection]>([])

    /// The number that stands for "writing to Muster's tables" among a database's advisory locks.
    private static let writing = "SELECT pg_advisory_xact_lock(7815696117)"

    /// Starts the threads and makes the first connection.
    ///
    /// - Throws: `database-unreachable`, `database-too-old`, `database-not-utf8`
    init(url: String, connections: Int = 4) async throws {
        self.url = url
        readers = NIOThreadPool(numberOfThreads: max(1, connections - 1))
        readers.start()
        writer.start()
        do {
            try await writer.runIfActive { [self] in giveBack(try PostgresConnection(url)) }
        } catch {
            try await close()
            throw error
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await readers.runIfActive { [self] in
            let connection = try begun("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            defer { giveBack(connection) }
            do {
                let result = try body(connection)
                // There is nothing to keep.
                connection.rollBack()
                return result
            } catch {
                connection.rollBack()
                throw error
            }
        }
    }

    func ask<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await readers.runIfActive { [self] in
            if let connection = idle.withLock({ $0.popLast() }) {
                defer { giveBack(connection) }
                do { return try body(connection) } catch {
                    guard connection.isBroken else { throw error }
                }
            }
            let connection = try reconnected()
            defer { giveBack(connection) }
            return try body(connection)
        }
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
        try await queue.write(body) { serveWriters() }
    }

    var writersWaiting: Int { queue.count }

    /// One group at a time. Each statement sees what was committed when it starts, so what follows the lock sees the last
    /// writer's work.
    private func serveWriters() {
        writer.submit { [self] state in
            guard state == .active else { return queue.close() }
            WriteGroup.serve(queue) {
                try begun("BEGIN ISOLATION LEVEL READ COMMITTED; \(Self.writing)")
            } end: { giveBack($0) }
            if queue.isStillWanted() { serveWriters() }
        }
    }

    func close() async throws {
        try await readers.shutdownGracefully()
        try await writer.shutdownGracefully()
        idle.withLock { $0.removeAll() }
    }

    /// A connection with an open transaction. One that was lost while it lay idle is replaced, once.
    private func begun(_ begin: String) throws -> PostgresConnection {
        if let connection = idle.withLock({ $0.popLast() }) {
            do {
                try connection.command(begin)
                return connection
            } catch {
                connection.rollBack()
                giveBack(connection)
                guard connection.isBroken else { throw error }
            }
        }
        let connection = try reconnected()
        do { try connection.command(begin) } catch {
            connection.rollBack()
            giveBack(connection)
            throw error
        }
        return connection
    }

    /// What keeps the server from us is for the log: whoever asked a page can put none of it right.
    private func reconnected() throws -> PostgresConnection {
        do { return try PostgresConnection(url) } catch let refusal as Refusal {
            throw StorageFault(cause: .connection, code: "08001", message: refusal.sentence, statement: nil)
        }
    }

    /// There are never more connections than threads: each is held by the thread that uses it.
    private func giveBack(_ connection: PostgresConnection) {
        if !connection.isBroken { idle.withLock { $0.append(connection) } }
    }
}
