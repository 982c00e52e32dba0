internal import Kernel

/// What a store does its work with: SQLite in a file, or a PostgreSQL server.
protocol Engine: Sendable {
    /// Runs `body` on one unchanging view of the data. Writing is refused.
    func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
    /// Runs `body` outside any transaction, where each of its statements sees a snapshot of its own. It reads only, and may
    /// be run again where a connection was lost.
    func ask<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
    /// Runs `body` while nobody else writes. What it throws undoes all that it did, and nothing else.
    func write<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T
    var writersWaiting: Int { get }
    func close() async throws
}

/// What an engine does for a session. Synchronous: no transaction ever awaits.
protocol Connection: AnyObject {
    var dialect: Dialect { get }
    func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws
    /// Runs a statement and tells how many rows it changed.
    func run(_ sql: SQL) throws -> Int
    /// Adds rows by the quickest way there is.
    ///
    /// - Parameter values: of all columns of the table, row after row.
    func insert(_ values: [Value], into table: Table) throws
    /// Runs a statement of the schema, which is never prepared for a second time.
    func define(_ text: String) throws
}

/// Statements with more values than this hold a long list; they are seldom asked twice, so they are not kept prepared.
let mostValuesKeptPrepared = 48

extension Refusal {
    /// Another process holds the write lock for longer than anyone should wait.
    static let databaseBusy = Refusal(
        "database-busy", .unavailable, "The database is busy with another change, so nothing was saved. Try again in a moment.", wait: 5)
}
