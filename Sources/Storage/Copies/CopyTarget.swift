internal import GRDBSQLite
internal import Kernel

/// The file that a copy is written to: what fails here is the disk's doing, not the database's that is copied.
struct CopyTarget {
    let connection: SQLiteConnection

    func define(_ text: String) throws {
        do { try connection.define(text) } catch let fault as StorageFault { throw CopyNotWritten(fault) }
    }

    func run(_ statement: SQL) throws {
        do { _ = try connection.run(statement) } catch let fault as StorageFault { throw CopyNotWritten(fault) }
    }
}

/// SQLite could not write the copy, or the place for one.
struct CopyNotWritten: Error {
    let code: Int32
    let reason: String

    init(code: Int32, reason: String) {
        self.code = code
        self.reason = reason
    }

    init(_ fault: StorageFault) { self.init(code: Int32(fault.code) ?? SQLITE_ERROR, reason: fault.message) }

    func refusal(_ path: String) -> any Error {
        switch code & 0xFF {
        case SQLITE_FULL: Refusal.noRoom(path)
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM:
            Refusal.invalid("folder-not-usable", "\(path) can't be written (\(reason)). Name a file in a folder that Muster may write to.")
        default: StorageFault(cause: .other, code: String(code), message: reason, statement: nil)
        }
    }
}

/// Rows on their way into a table, added together: one statement for each would take most of the time.
struct RowBatch {
    let table: CopyTable
    private var rows: [[Value]] = []
    private var bytes = 0

    init(_ table: CopyTable) { self.table = table }

    /// A statement when there is enough for one.
    mutating func take(_ row: [Value]) -> SQL? {
        rows.append(row)
        for case .text(let text) in row { bytes += text.utf8.count }
        for case .blob(let blob) in row { bytes += blob.count }
        return rows.count >= 100 || bytes > 1 << 20 ? rest() : nil
    }

    mutating func rest() -> SQL? {
        guard !rows.isEmpty else { return nil }
        defer { (rows, bytes) = ([], 0) }
        return table.adding(rows)
    }
}
