public import Kernel
public import Logging

/// The database, whichever engine keeps it. One writer at a time on both.
public final class Store: Sendable {
    private let engine: any Engine
    private let salt: Salt

    private init(_ engine: any Engine, salt: Salt) {
        self.engine = engine
        self.salt = salt
    }

    /// Opens the database and brings its schema up to date: the journal's steps first, then those given.
    ///
    /// - Throws: `database-not-opened`, `database-unreachable`, `database-too-old`, `database-not-utf8`, `database-newer`,
    ///   `restore-unfinished`
    public static func open(
        _ address: DatabaseAddress, migrations: [Migration], log: Logger, clock: Clock = .system, salt: Salt = .random
    ) async throws -> Store {
        try Copies.refuseUnfinished(address)
        let engine: any Engine = switch address {
        case .sqlite(let path): try SQLiteEngine(path: path)
        case .postgres(let url): try await PostgresEngine(url: url)
        }
        do {
            try await Migrations(steps: Journal.migrations + migrations, clock: clock).run(on: engine, log: log)
        } catch {
            try await engine.close()
            throw error
        }
        return Store(engine, salt: salt)
    }

    /// Reads from one unchanging view of the data.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await engine.read { [salt] connection in try body(Session(connection, salt: salt)) }
    }

    /// Runs `body` in a transaction of its own, with no other writer beside it. What it throws undoes all of it.
    ///
    /// Only `Desk` and what keeps the database itself call this: all else that writes leaves an entry in the journal.
    public func write<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await engine.write { [salt] connection in
            let session = Session(connection, salt: salt)
            let result = try body(session)
            try session.checkUnharmed()
            return result
        }
    }

    /// Closes the database in order; nothing may be asked of it afterwards.
    public func close() async throws { try await engine.close() }
}
