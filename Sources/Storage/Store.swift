public import Kernel
public import Logging
internal import Synchronization

/// The database, whichever engine keeps it. One writer at a time on both.
public final class Store: Sendable {
    private let engine: any Engine
    private let salt: Salt
    private let lock: ServerLock?
    /// Told the journal's size after each change.
    private let note: @Sendable (Int64) -> Void
    /// Every kind of record there is, as a check knows them.
    public let records: [RecordKind]
    let health: Mutex<Health>
    /// What is counted of its work.
    public let watch: StoreWatch
    /// How long the journal has become, as soon as it has.
    public let changes = Changes()
    private let listener = Mutex<PostgresListener?>(nil)

    private init(_ opened: Opened, salt: Salt, records: [RecordKind], log: Logger) {
        engine = opened.engine
        lock = opened.lock
        note = opened.note
        health = Mutex(opened.health)
        self.salt = salt
        self.records = records
        watch = StoreWatch(log: log)
    }

    /// Looks whether the database is whole and known, opens it and brings its schema up to date: the journal's steps
    /// first, then those given. A database that is refused is not written to.
    ///
    /// - Parameter serves: whether this process is to be the only server of an SQLite file.
    /// - Throws: `database-not-opened`, `database-empty`, `database-damaged`, `database-lacks-changes`, `database-newer`,
    ///   `database-of-another-program`, `database-in-use`, `database-unreachable`, `database-too-old`, `database-not-utf8`,
    ///   `restore-unfinished`
    public static func open(
        _ address: DatabaseAddress, migrations: [Migration], records: [RecordKind] = [], serves: Bool = false,
        log: Logger, clock: Clock = .system, salt: Salt = .random
    ) async throws -> Store {
        try Copies.refuseUnfinished(address)
        let steps = Journal.migrations + migrations
        let opened = try await Opened.open(address, steps: steps, records: records, serves: serves, at: clock.now)
        let store = Store(opened, salt: salt, records: records, log: log)
        do {
            try await Migrations(steps: steps, clock: clock).run(on: opened.engine, log: log)
            if serves {
                let size = try await store.read { try Journal($0).size() }
                store.note(size)
                store.changes.tell(size)
                if case .postgres(let url) = address {
                    store.listener.withLock { $0 = PostgresListener(url: url, changes: store.changes, log: log) }
                }
            }
        } catch {
            // What comes of closing would hide why it was not opened.
            try? await store.close()
            throw error
        }
        return store
    }

    /// Reads from one unchanging view of the data.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        let turn = Turn(.read, watch)
        return try await turn.around {
            try await engine.read { [salt] connection in try body(Session(turn.began(on: connection), salt: salt, isReading: true)) }
        }
    }

    /// Asks what one statement answers, with no transaction around it: for what every request must know.
    public func ask<T: Sendable>(_ sql: SQL, _ make: @escaping @Sendable (inout Row) throws -> T) async throws -> [T] {
        let turn = Turn(.read, watch)
        return try await turn.around {
            try await engine.ask { [salt] connection in try Session(turn.began(on: connection), salt: salt).rows(sql, make) }
        }
    }

    /// Runs `body` with no other writer beside it. What it throws undoes all of it; otherwise it is kept when this returns.
    ///
    /// Writers who wait at the same time share a transaction, each with a savepoint of its own. Cancelling one that waits
    /// takes it out of the line; one that has begun goes on.
    ///
    /// Only `Desk` and what keeps the database itself call this: all else that writes leaves an entry in the journal.
    public func write<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        let turn = Turn(.write, watch)
        let (result, entries) = try await turn.around {
            try await engine.write { [salt] connection in
                let session = Session(turn.began(on: connection), salt: salt)
                defer { turn.bodyEnded() }
                let result = try body(session)
                try session.checkUnharmed()
                if let entries = session.entriesAdded, let announcement = session.dialect.announcement(entries) { try session.run(announcement) }
                return (result, session.entriesAdded)
            }
        }
        if let entries {
            note(entries)
            changes.tell(entries)
        }
        return result
    }

    /// How many changes wait for their turn in this process.
    public var writersWaiting: Int { engine.writersWaiting }

    /// Closes the database in order; nothing may be asked of it afterwards.
    public func close() async throws {
        changes.end()
        listener.withLock { $0 }?.close()
        try await engine.close()
        lock?.release()
    }
}
