internal import Kernel

/// A table as a copy knows it: what its columns hold, and the key by which its rows are put in order.
struct CopyTable: Sendable {
    enum Kind: Sendable { case text, integer, real, blob }

    struct Column: Sendable {
        let name: String
        let kind: Kind
    }

    let name: String
    let columns: [Column]
    /// The places of the key's columns among `columns`.
    let key: [Int]
    /// Whether its rows are in a copy, or the table alone.
    let travels: Bool

    /// An answer's bytes on PostgreSQL, where the whole answer is fetched first.
    private static let mostBytes: Int64 = 8 << 20

    private func names(_ places: some Sequence<Int>) -> String { places.map { "\"\(columns[$0].name)\"" }.joined(separator: ", ") }

    func count(_ session: Session) throws -> Int {
        try session.value(SQL(trusted: "SELECT COUNT(*) FROM \"\(name)\"")) ?? 0
    }

    /// Hands every row over, ordered by the key, so that the same rows always come in the same order.
    func eachRow(_ session: Session, _ body: ([Value]) throws -> Void) throws {
        guard let limit = try rowsAtOnce(session) else { return try eachRow(session, "", body) }
        var last: [Value]?
        while true {
            var clause: SQL = ""
            if let last { clause = SQL(trusted: "WHERE (\(names(key))) > (") + "\(list: last)) " }
            var taken = 0
            try eachRow(session, clause, limit: limit) { row in
                taken += 1
                last = key.map { row[$0] }
                try body(row)
            }
            if taken < limit { return }
        }
    }

    private func eachRow(_ session: Session, _ clause: SQL, limit: Int? = nil, _ body: ([Value]) throws -> Void) throws {
        var sql = SQL(trusted: "SELECT \(names(columns.indices)) FROM \"\(name)\" ") + clause + SQL(trusted: "ORDER BY \(names(key))")
        if let limit { sql += " LIMIT \(limit)" }
        try session.each(sql) { row in try body(columns.enumerated().map { try value(row, $0.offset, $0.element.kind) }) }
    }

    private func value(_ row: Row, _ place: Int, _ kind: Kind) throws -> Value {
        if row.isNull(place) { return .null }
        switch kind {
        case .text: return .text(row.text(place))
        case .integer: return .integer(row.integer(place))
        // SQLite knows no negative nought.
        case .real: return .real(row.real(place) == 0 ? 0 : row.real(place))
        case .blob: return .blob(row.blob(place))
        }
    }

    /// How many rows may be asked for at a time; nil where rows are read one by one anyway.
    private func rowsAtOnce(_ session: Session) throws -> Int? {
        guard session.dialect == .postgres else { return nil }
        let long = columns.filter { $0.kind == .text || $0.kind == .blob }.map { "COALESCE(LENGTH(\"\($0.name)\"), 0)" }
        guard !long.isEmpty else { return 4000 }
        let widest: Int64 = try session.value(
            SQL(trusted: "SELECT COALESCE(MAX(CAST(\(long.joined(separator: " + ")) AS BIGINT)), 0) FROM \"\(name)\"")) ?? 0
        return Int(min(4000, max(1, Self.mostBytes / max(1, widest))))
    }

    /// The statement that adds these rows.
    func adding(_ rows: [[Value]]) -> SQL {
        var sql = SQL(trusted: "INSERT INTO \"\(name)\" (\(names(columns.indices))) VALUES ")
        for (index, row) in rows.enumerated() {
            sql.append(index == 0 ? "(" : ", (")
            for (place, value) in row.enumerated() {
                if place > 0 { sql.append(", ") }
                sql.append(value)
            }
            sql.append(")")
        }
        return sql
    }
}
