internal import CLibpq
internal import GRDBSQLite

/// One row of an answer, good only while the closure that was given it runs.
public struct Row {
    enum Source {
        case sqlite(OpaquePointer)
        case postgres(OpaquePointer, row: Int32)
    }

    let source: Source
    private var column = 0

    init(_ source: Source) { self.source = source }

    /// The next column, as the type that is asked for.
    public mutating func next<T: Stored>() throws -> T {
        defer { column += 1 }
        return try T.read(self, column)
    }

    /// The bytes of the next column as they are kept, without making a text of them.
    ///
    /// - Returns: false when there are none because the column is NULL.
    mutating func next(onto bytes: inout [UInt8]) -> Bool {
        defer { column += 1 }
        if isNull(column) { return false }
        switch source {
        case .sqlite(let statement):
            let start = sqlite3_column_type(statement, Int32(column)) == SQLITE_BLOB
                ? sqlite3_column_blob(statement, Int32(column)) : UnsafeRawPointer(sqlite3_column_text(statement, Int32(column)))
            bytes += UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
        case .postgres(let result, let row):
            // Type 17 is bytea, which comes in hexadecimal.
            if PQftype(result, Int32(column)) == 17 {
                bytes += blob(column)
            } else {
                let start = UnsafeRawPointer(PQgetvalue(result, row, Int32(column)))
                bytes += UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, Int32(column))))
            }
        }
        return true
    }

    func isNull(_ column: Int) -> Bool {
        switch source {
        case .sqlite(let statement): sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
        case .postgres(let result, let row): PQgetisnull(result, row, Int32(column)) == 1
        }
    }

    func text(_ column: Int) -> String {
        switch source {
        case .sqlite(let statement):
            sqlite3_column_text(statement, Int32(column)).map { String(cString: $0) } ?? ""
        case .postgres(let result, let row):
            PQgetvalue(result, row, Int32(column)).map { String(cString: $0) } ?? ""
        }
    }

    func integer(_ column: Int) -> Int64 {
        switch source {
        case .sqlite(let statement): sqlite3_column_int64(statement, Int32(column))
        case .postgres(let result, _):
            // A comparison is a number on SQLite and `t` or `f` on PostgreSQL, where type 16 is boolean.
            PQftype(result, Int32(column)) == 16 ? (text(column) == "t" ? 1 : 0) : Int64(text(column)) ?? 0
        }
    }

    func real(_ column: Int) -> Double {
        switch source {
        case .sqlite(let statement): sqlite3_column_double(statement, Int32(column))
        case .postgres: Double(text(column)) ?? 0
        }
    }

    func blob(_ column: Int) -> [UInt8] {
        switch source {
        case .sqlite(let statement):
            guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
            return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
        case .postgres(let result, let row):
            var length = 0
            guard let start = PQunescapeBytea(PQgetvalue(result, row, Int32(column)), &length) else { return [] }
            defer { PQfreemem(start) }
            return Array(UnsafeBufferPointer(start: start, count: length))
        }
    }
}
