internal import Kernel
internal import Logging

/// One step in the life of the schema. Its name is kept in the database, so a step runs once.
///
///     Migration("plans-1") { dialect in ["CREATE TABLE letter (\(dialect.id), version BIGINT NOT NULL, scan \(dialect.blob))"] }
public struct Migration: Sendable {
    public let name: String
    public let statements: @Sendable (Dialect) -> [SQL]

    /// - Parameter name: slice and number: `plans-1`.
    public init(_ name: String, _ statements: @escaping @Sendable (Dialect) -> [SQL]) {
        self.name = name
        self.statements = statements
    }
}

/// Brings a database's schema up to date, one transaction a step.
struct Migrations {
    let steps: [Migration]
    let clock: Clock

    /// - Throws: `database-newer` when the database holds a step that this program does not know.
    func run(on engine: any Engine, log: Logger) async throws {
        let done = try await engine.write { connection in
            try Self.begin(on: connection)
            return try Self.done(connection)
        }
        try Self.checkKnown(done, among: steps)
        for (place, step) in steps.enumerated() where !done.contains(step.name) {
            let moment = clock.now
            let ran = try await engine.write { connection in try Self.apply(step, at: place, moment, on: connection) }
            if ran { log.info("The database took a step", metadata: ["step": "\(step.name)"]) }
        }
    }

    /// - Throws: `database-newer`
    static func checkKnown(_ taken: [String], among steps: [Migration]) throws(Refusal) {
        guard let unknown = taken.first(where: { name in !steps.contains { $0.name == name } }) else { return }
        throw .invalid("database-newer", """
            The database was written by a newer Muster (its step “\(unknown)” is not known here). Nothing was written to it. \
            Install that version or a later one.
            """)
    }

    /// The table that tells which steps were taken.
    static func begin(on connection: any Connection) throws {
        try connection.define(
            "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY NOT NULL, place BIGINT NOT NULL, applied_at TEXT NOT NULL)")
    }

    private static func done(_ connection: any Connection) throws -> [String] {
        var names: [String] = []
        try connection.each("SELECT name FROM migration ORDER BY place, name") { names.append(try $0.next()) }
        return names
    }

    /// Whether the database has still to take one of the steps.
    static func isStepLeft(of steps: [Migration], _ connection: any Connection) throws -> Bool {
        let tables: [String] = try Session(connection, salt: .random).column(connection.dialect.tables)
        guard tables.contains("migration") else { return true }
        let taken = try done(connection)
        return steps.contains { !taken.contains($0.name) }
    }

    /// False when another process was quicker.
    static func apply(_ step: Migration, at place: Int, _ moment: Moment, on connection: any Connection) throws -> Bool {
        guard try !done(connection).contains(step.name) else { return false }
        for statement in step.statements(connection.dialect) {
            if statement.values.isEmpty { try connection.define(statement.text) } else { _ = try connection.run(statement) }
        }
        if let question = connection.dialect.columnsSortedOtherwise {
            var columns: [(String, String)] = []
            try connection.each(question) { columns.append((try $0.next(), try $0.next())) }
            for (table, column) in columns { try connection.define(connection.dialect.sortedByteByByte(table, column)) }
        }
        _ = try connection.run("INSERT INTO migration (name, place, applied_at) VALUES (\(step.name), \(place), \(moment))")
        return true
    }
}
