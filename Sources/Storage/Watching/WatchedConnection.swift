internal import Kernel
internal import Logging

/// A connection whose slow statements are told to the log: their text, never their values.
final class WatchedConnection: Connection {
    private let connection: any Connection
    private let watch: StoreWatch
    private let request: String?
    private let slow: Int

    init(_ connection: any Connection, _ watch: StoreWatch, request: String?) {
        self.connection = connection
        self.watch = watch
        self.request = request
        slow = watch.slowNanoseconds
    }

    var dialect: Dialect { connection.dialect }

    func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        let time = Stopwatch()
        var rows = 0
        defer { tell(sql, time, rows) }
        try connection.each(sql) { row in
            rows += 1
            try body(&row)
        }
    }

    func run(_ sql: SQL) throws -> Int {
        let time = Stopwatch()
        var rows: Int?
        defer { tell(sql, time, rows) }
        let changed = try connection.run(sql)
        rows = changed
        return changed
    }

    func insert(_ values: [Value], into table: Table) throws { try connection.insert(values, into: table) }

    func define(_ text: String) throws { try connection.define(text) }

    private func tell(_ sql: SQL, _ time: Stopwatch, _ rows: Int?) {
        let took = time.nanoseconds
        guard took > slow else { return }
        // One event is one line of the log.
        let text = sql.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        watch.slowStatements.add()
        watch.tellSlow("A statement took long", nanoseconds: took, request: request, [
            "statement": "\(text.prefix(4000))", "rows": "\(rows.map { String($0) } ?? "unknown")",
        ])
    }
}
