internal import GRDB
internal import GRDBSQLite
internal import Kernel

/// One connection, for as long as one transaction lasts.
final class SQLiteConnection: Connection {
    private let database: Database
    private(set) var statements = 0

    init(_ database: Database) { self.database = database }

    var dialect: Dialect { .sqlite }

    func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        try with(sql) { statement in
            while true {
                switch sqlite3_step(statement) {
                case SQLITE_ROW:
                    var row = Row(.sqlite(statement))
                    try body(&row)
                case SQLITE_DONE: return
                default: throw Self.failure(statement, sql.text)
                }
            }
        }
    }

    func run(_ sql: SQL) throws -> Int {
        try with(sql) { statement in
            var result = sqlite3_step(statement)
            while result == SQLITE_ROW { result = sqlite3_step(statement) }
            guard result == SQLITE_DONE else { throw Self.failure(statement, sql.text) }
            return Int(sqlite3_changes(sqlite3_db_handle(statement)))
        }
    }

    func insert(_ values: [Value], into table: Table) throws {
        let places = table.columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let text = "INSERT INTO \(table.name) (\(table.columns.joined(separator: ", "))) VALUES (\(places))"
        let width = table.columns.count
        let statement = try prepared(SQL(trusted: text))
        statements += 1
        try withExtendedLifetime(statement) {
            let raw = statement.sqliteStatement
            defer {
                sqlite3_reset(raw)
                sqlite3_clear_bindings(raw)
            }
            for start in stride(from: 0, to: values.count, by: width) {
                for column in 0..<width {
                    guard bind(values[start + column], to: raw, Int32(column + 1)) == SQLITE_OK else { throw Self.failure(raw, text) }
                }
                guard sqlite3_step(raw) == SQLITE_DONE else { throw Self.failure(raw, text) }
                sqlite3_reset(raw)
            }
        }
    }

    func define(_ text: String) throws {
        statements += 1
        do { try database.execute(sql: text) } catch let error as DatabaseError { throw Self.failure(error) }
    }

    private func with<T>(_ sql: SQL, _ body: (OpaquePointer) throws -> T) throws -> T {
        let statement = try prepared(sql)
        statements += 1
        return try withExtendedLifetime(statement) {
            let raw = statement.sqliteStatement
            defer {
                sqlite3_reset(raw)
                sqlite3_clear_bindings(raw)
            }
            for (index, value) in sql.values.enumerated() {
                guard bind(value, to: raw, Int32(index + 1)) == SQLITE_OK else { throw Self.failure(raw, sql.text) }
            }
            return try body(raw)
        }
    }

    private func prepared(_ sql: SQL) throws -> Statement {
        do {
            if sql.values.count <= mostValuesKeptPrepared {
                let kept = try database.cachedStatement(sql: sql.text)
                // The same question may be asked again while the rows of the first answer are being read.
                if sqlite3_stmt_busy(kept.sqliteStatement) == 0 { return kept }
            }
            return try database.makeStatement(sql: sql.text)
        } catch let error as DatabaseError {
            throw Self.failure(error)
        }
    }

    private func bind(_ value: Value, to statement: OpaquePointer, _ index: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(statement, index)
        case .integer(let number): return sqlite3_bind_int64(statement, index, number)
        case .real(let number): return sqlite3_bind_double(statement, index, number)
        case .text(let text): return sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), copied)
        case .blob(let bytes):
            return bytes.isEmpty
                ? sqlite3_bind_zeroblob(statement, index, 0)
                : sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), copied)
        }
    }
}

/// SQLITE_TRANSIENT, which C writes as a cast: SQLite copies the bytes before the call returns.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension SQLiteConnection: WritingConnection {
    /// Waits for another process that writes.
    func begin() throws { _ = try run("BEGIN IMMEDIATE") }

    func mark() throws { _ = try run("SAVEPOINT writer") }

    func settle(marked: Bool) throws {
        var (broken, highest): (Int32, Int32) = (0, 0)
        sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &highest, 0)
        guard broken == 0 else {
            throw StorageFault(cause: .foreignKey, code: "787", message: "a deferred foreign key has no row", statement: nil)
        }
        if marked { _ = try run("RELEASE SAVEPOINT writer") }
    }

    /// When the disk is full SQLite may have undone the whole transaction by itself.
    func undo() throws { try define("ROLLBACK TO SAVEPOINT writer; RELEASE SAVEPOINT writer") }

    func commit() throws { _ = try run("COMMIT") }

    /// What can't even be rolled back was rolled back by SQLite itself.
    func rollBack() { try? database.rollback() }

    var isSound: Bool { database.isInsideTransaction }
}

/// What an engine's code means to Muster.
extension SQLiteConnection {
    private static func failure(_ statement: OpaquePointer, _ text: String) -> any Error {
        let connection = sqlite3_db_handle(statement)
        return failure(
            sqlite3_extended_errcode(connection), sqlite3_errmsg(connection).map { String(cString: $0) } ?? "no message", text)
    }

    static func failure(_ error: DatabaseError) -> any Error {
        failure(error.extendedResultCode.rawValue, error.message ?? "no message", error.sql)
    }

    private static func failure(_ code: Int32, _ message: String, _ text: String?) -> any Error {
        let cause: StorageFault.Cause
        switch (code & 0xFF, code) {
        case (SQLITE_BUSY, _), (SQLITE_LOCKED, _): return Refusal.databaseBusy
        case (SQLITE_INTERRUPT, _): return CancellationError()
        case (_, 1555), (_, 2067): cause = .unique
        case (_, 787): cause = .foreignKey
        case (_, 275): cause = .check
        case (_, 1299): cause = .notNull
        case (SQLITE_FULL, _): cause = .full
        case (SQLITE_READONLY, _), (SQLITE_PERM, _): cause = .readOnly
        case (SQLITE_CORRUPT, _), (SQLITE_NOTADB, _): cause = .damaged
        case (SQLITE_IOERR, _), (SQLITE_CANTOPEN, _): cause = .disk
        default: cause = .other
        }
        return StorageFault(cause: cause, code: String(code), message: message, statement: text)
    }
}
