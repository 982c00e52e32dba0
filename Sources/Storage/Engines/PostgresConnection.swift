internal import CLibpq
internal import Kernel

/// One connection to a PostgreSQL server, with the statements that were prepared on it.
///
/// Unchecked: libpq allows a connection to be used from any thread, by one thread at a time. The engine sees to that:
/// a connection is either idle in its locked list or held by the one thread that took it from there.
final class PostgresConnection: WritingConnection, @unchecked Sendable {
    let handle: OpaquePointer
    private var prepared: [Signature: String] = [:]
    private var mustClose = false
    private(set) var statements = 0

    /// A statement's text and the types of its values, which together decide what it means.
    private struct Signature: Hashable {
        let text: String
        let types: [Oid]
    }

    private static let mostPrepared = 400

    /// - Throws: `database-unreachable`, `database-too-old`, `database-not-utf8`
    init(_ url: String) throws {
        handle = try Self.connect(url)
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        guard PQserverVersion(handle) >= 150_000 else {
            throw Refusal.invalid("database-too-old", "The PostgreSQL server is older than version 15. Use version 15 or later.")
        }
        guard PQparameterStatus(handle, "server_encoding").map({ String(cString: $0) }) == "UTF8" else {
            throw Refusal.invalid(
                "database-not-utf8", "The PostgreSQL database is not in UTF-8. Create it with ENCODING 'UTF8' and try again.")
        }
        try command("SET client_min_messages = warning; SET TimeZone = 'UTC'; SET lock_timeout = '10s'")
    }

    deinit { PQfinish(handle) }

    private static func connect(_ url: String) throws -> OpaquePointer {
        // A server that vanishes without a word, machine and all, is given up after a minute where nothing is under way, and after
        // twenty seconds where it was sent something. What stands before the address gives way to it.
        let settings = [
            ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"), ("tcp_user_timeout", "20000"),
            ("dbname", url), ("client_encoding", "UTF8"), ("fallback_application_name", "muster"), ("connect_timeout", "10"),
        ]
        let handle = withCStrings(settings.map(\.0)) { names in
            withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let handle else { throw StorageFault(cause: .connection, code: "08001", message: "no memory", statement: nil) }
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = (PQerrorMessage(handle).map { String(cString: $0) } ?? "no reason given")
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            PQfinish(handle)
            throw Refusal.invalid(
                "database-unreachable",
                "PostgreSQL did not let us in (\(reason)). Check the server and the address postgres://USER@HOST/NAME.")
        }
        return handle
    }

    var dialect: Dialect { .postgres }

    var isBroken: Bool { !isSound || PQtransactionStatus(handle) != PQTRANS_IDLE }

    func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        let result = try execute(sql)
        defer { PQclear(result) }
        for index in 0..<PQntuples(result) {
            var row = Row(.postgres(result, row: index))
            try body(&row)
        }
    }

    func run(_ sql: SQL) throws -> Int {
        let result = try execute(sql)
        defer { PQclear(result) }
        return PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
    }

    func define(_ text: String) throws {
        try command(text)
        // What was prepared may have been about what is now different.
        try forgetPrepared()
    }

    /// Runs what has neither values nor an answer.
    func command(_ text: String) throws {
        statements += 1
        PQclear(try checked(PQexec(handle, text), text))
    }

    var isSound: Bool { !mustClose && PQstatus(handle) == CONNECTION_OK }

    func mark() throws { try command("SAVEPOINT writer") }

    /// To make deferred constraints immediate is to check them.
    func settle(marked: Bool) throws {
        try command("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED" + (marked ? "; RELEASE SAVEPOINT writer" : ""))
    }

    func undo() throws { try command("ROLLBACK TO SAVEPOINT writer; RELEASE SAVEPOINT writer") }

    /// A transaction in which a statement failed ends in ROLLBACK though COMMIT was said.
    func commit() throws {
        let result: OpaquePointer
        do { result = try checked(PQexec(handle, "COMMIT"), "COMMIT") } catch let fault as StorageFault { throw fault.whileCommitting }
        defer { PQclear(result) }
        guard PQcmdStatus(result).map({ String(cString: $0) }) == "COMMIT" else {
            throw StorageFault(cause: .other, code: "25P02", message: "the transaction had failed and was undone", statement: nil)
        }
    }

    func rollBack() {
        if PQtransactionStatus(handle) != PQTRANS_IDLE { PQclear(PQexec(handle, "ROLLBACK")) }
    }

    func insert(_ values: [Value], into table: Table) throws {
        let text = "COPY \(table.name) (\(table.columns.joined(separator: ", "))) FROM STDIN"
        let begun = PQexec(handle, text)
        guard PQresultStatus(begun) == PGRES_COPY_IN else {
            PQclear(try checked(begun, text))
            throw StorageFault(cause: .other, code: "08P01", message: "COPY did not begin", statement: text)
        }
        PQclear(begun)
        statements += 1
        let width = table.columns.count
        var copy = CopyText()
        for (place, value) in values.enumerated() {
            let isLast = place % width == width - 1
            copy.add(value, isLast: isLast)
            if isLast, copy.bytes.count > 1 << 16 || place == values.count - 1 {
                _ = copy.bytes.withUnsafeBytes { PQputCopyData(handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count)) }
                copy.removeAll()
            }
        }
        // What went wrong on the way is told at the end.
        PQputCopyEnd(handle, nil)
        let ended = PQgetResult(handle)
        while let more = PQgetResult(handle) { PQclear(more) }
        PQclear(try checked(ended, text))
    }

    private func execute(_ sql: SQL) throws -> OpaquePointer {
        statements += 1
        let text = sql.text
        let parameters = PostgresParameters(sql.values)
        guard sql.values.count <= mostValuesKeptPrepared else {
            return try checked(parameters.with { values, lengths, formats in
                PQexecParams(handle, text, parameters.count, parameters.types, values, lengths, formats, 0)
            }, text)
        }
        let name = try prepare(text, parameters)
        return try checked(parameters.with { values, lengths, formats in
            PQexecPrepared(handle, name, parameters.count, values, lengths, formats, 0)
        }, text)
    }

    private func prepare(_ text: String, _ parameters: PostgresParameters) throws -> String {
        let signature = Signature(text: text, types: parameters.types)
        if let name = prepared[signature] { return name }
        if prepared.count >= Self.mostPrepared { try forgetPrepared() }
        let name = "s\(prepared.count)"
        PQclear(try checked(PQprepare(handle, name, text, parameters.count, parameters.types), text))
        prepared[signature] = name
        return name
    }

    private func forgetPrepared() throws {
        guard !prepared.isEmpty else { return }
        try command("DEALLOCATE ALL")
        prepared.removeAll()
    }

    private func checked(_ result: OpaquePointer?, _ text: String) throws -> OpaquePointer {
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY:
            if let result { return result }
        default: break
        }
        defer { PQclear(result) }
        let code = field(result, 67 /* PG_DIAG_SQLSTATE, 'C' */) ?? "08006"
        // The first line only: what follows may quote values.
        let message = field(result, 77 /* PG_DIAG_MESSAGE_PRIMARY, 'M' */)
            ?? PQerrorMessage(handle).map { String(cString: $0) } ?? "the connection was lost"
        let cause: StorageFault.Cause
        switch code {
        case "23505": cause = .unique
        case "23503": cause = .foreignKey
        case "23514": cause = .check
        case "23502": cause = .notNull
        case "55P03", "40P01": throw Refusal.databaseBusy
        case "53100": cause = .full
        case "25006": cause = .readOnly
        case "58030": cause = .disk
        case "XX001", "XX002": cause = .damaged
        case _ where code.hasPrefix("08") || code.hasPrefix("57P"): cause = .connection
        default: cause = .other
        }
        // A plan that was prepared before another process changed the schema is of no more use.
        if code == "0A000" || code == "26000" { mustClose = true }
        throw StorageFault(cause: cause, code: code, message: String(message.trimmed.prefix { !$0.isNewline }), statement: text)
    }

    private func field(_ result: OpaquePointer?, _ code: Int32) -> String? {
        PQresultErrorField(result, code).map { String(cString: $0) }
    }
}

/// Texts as C takes them: a list of addresses that ends in no address.
private func withCStrings<T>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T) -> T {
    let bytes = texts.map { Array($0.utf8CString) }
    let starts = bytes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    return Array(bytes.joined()).withUnsafeBufferPointer { all in
        var addresses: [UnsafePointer<CChar>?] = zip(bytes, starts).map { all.baseAddress.map { [start = $0.1] in $0 + start } }
        addresses.append(nil)
        return body(addresses)
    }
}
