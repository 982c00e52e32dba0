public import Kernel

/// One transaction's view of the database. Not Sendable: it lives and ends inside one `read` or `write`.
public final class Session {
    /// Whether nothing is added in it, so that all it sees is kept. What one that writes sees may yet be undone.
    public let isReading: Bool
    private let connection: any Connection
    private var fault: StorageFault?
    let salt: Salt
    /// The journal's size after the last entry that this transaction added; nil while it added none.
    var entriesAdded: Int64?
    /// The newest node that this transaction added on each level and that waits for its neighbour.
    var loneNodes: [Int: Hash] = [:]
    /// Made once a transaction, as every entry of the journal needs it.
    lazy var json = CanonicalJSON()
    /// What records of other slices say in numbers, as whoever works here offers it.
    public internal(set) var figures = Figures()
    /// The day it is where this was begun at a desk; nil elsewhere, and then nothing is known of figures.
    public internal(set) var today: Day?

    private var workedOut: [String: any Sendable] = [:]

    init(_ connection: any Connection, salt: Salt, isReading: Bool = false) {
        self.isReading = isReading
        self.connection = connection
        self.salt = salt
    }

    public var dialect: Dialect { connection.dialect }

    /// Hands each row of the answer over in turn. On PostgreSQL the whole answer is fetched first, so what may be long
    /// is asked for in pieces.
    public func each(_ sql: SQL, _ body: (inout Row) throws -> Void) throws {
        try guarding(sql) { try connection.each(sql, body) }
    }

    /// Runs a statement and tells how many rows it changed.
    @discardableResult
    public func run(_ sql: SQL) throws -> Int {
        try guarding(sql) { try connection.run(sql) }
    }

    public func rows<T>(_ sql: SQL, _ make: (inout Row) throws -> T) throws -> [T] {
        var rows: [T] = []
        try each(sql) { rows.append(try make(&$0)) }
        return rows
    }

    /// The first column of each row.
    public func column<T: Stored>(_ sql: SQL, as type: T.Type = T.self) throws -> [T] {
        try rows(sql) { try $0.next() }
    }

    /// The first column of the first row, or nil when there is none.
    public func value<T: Stored>(_ sql: SQL, as type: T.Type = T.self) throws -> T? {
        try column(sql, as: type).first
    }

    /// After a fault a transaction does nothing more and is never committed: PostgreSQL has it so, and SQLite follows.
    func checkUnharmed() throws {
        if let fault { throw fault }
    }

    /// What is worked out once for all who ask for it under a name, as long as nothing changes: while this only reads.
    public func once<T: Sendable>(_ name: String, _ work: () throws -> T) rethrows -> T {
        guard isReading else { return try work() }
        if let held = workedOut[name] as? T { return held }
        let made = try work()
        workedOut[name] = made
        return made
    }

    /// Whether very many rows are being added.
    func hasten(_ isBegun: Bool) throws {
        for statement in dialect.hastening(isBegun) { try connection.define(statement) }
    }

    /// Adds many rows to a table by the engine's quickest way: one statement that is bound again and again on SQLite, COPY on PostgreSQL.
    ///
    /// - Parameter values: of all columns of the table, row after row.
    public func insert(_ values: [Value], into table: Table) throws {
        guard !values.isEmpty else { return }
        let sql = SQL(trusted: "INSERT INTO \(table.name) (\(table.columns.joined(separator: ", ")))")
        try SQL.check(values)
        try guarding(sql) { try connection.insert(values, into: table) }
    }

    private func guarding<T>(_ sql: SQL, _ body: () throws -> T) throws -> T {
        try checkUnharmed()
        try sql.checkValues()
        do { return try body() } catch let new as StorageFault {
            fault = new
            throw new
        }
    }
}

extension Session {
    /// The records of one kind that a clause selects: `all(Action.self, "WHERE plan = \(id) ORDER BY place")`.
    public func all<R: Record>(_ type: R.Type = R.self, _ clause: SQL = "") throws -> [R] { try R.all(clause, self) }

    /// The rows of a record's own table alone, for a kind of record that brings along what other tables keep of it.
    public func rows<R: Record>(of type: R.Type, _ clause: SQL) throws -> [R] {
        try rows("SELECT \(R.table.all) FROM \(R.table) \(clause)") { try R(&$0) }
    }

    public func first<R: Record>(_ type: R.Type = R.self, _ clause: SQL) throws -> R? {
        try all(type, clause).first
    }

    /// The record that a clause selects.
    ///
    /// - Throws: the refusal, where there is none.
    public func first<R: Record>(_ type: R.Type = R.self, _ clause: SQL, or refusal: @autoclosure () -> Refusal) throws -> R {
        guard let record = try first(type, clause) else { throw refusal() }
        return record
    }

    /// Those with these numbers, by number.
    public func byNumber<R: Record>(_ type: R.Type = R.self, _ ids: Set<ID<R>>) throws -> [ID<R>: R] {
        Dictionary(uniqueKeysWithValues: try all(type, "WHERE id IN (\(list: ids.sorted()))").map { ($0.id, $0) })
    }

    public func find<R: Record>(_ id: ID<R>) throws -> R? {
        try first(R.self, "WHERE id = \(id)")
    }

    public func count<R: Record>(_ type: R.Type, _ clause: SQL = "") throws -> Int {
        try value("SELECT COUNT(*) FROM \(R.table) \(clause)") ?? 0
    }
}
