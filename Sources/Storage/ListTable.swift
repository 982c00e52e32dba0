public import Kernel

/// A table that keeps what a record has several of, in their order: an action's owners, what a decision is about.
///
/// The database so knows each of them. They belong to their record: whoever reads it has them with it, and its entry in
/// the journal holds them. Beside the two columns named here the table has `place`.
public struct ListTable: Sendable {
    let name, record, item: SQL

    /// - Parameters:
    ///   - record: the column that names the record.
    ///   - item: the column of what the record has several of.
    public init(_ name: String, of record: String, item: String) {
        self.name = SQL(trusted: name)
        self.record = SQL(trusted: record)
        self.item = SQL(trusted: item)
    }
}

extension Session {
    /// The records that a clause selects, each with its list.
    public func rows<R: Record, Item: Stored>(
        of type: R.Type, _ clause: SQL, with list: WritableKeyPath<R, [Item]>, from table: ListTable
    ) throws -> [R] {
        var records = try rows(of: type, clause)
        let places = Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.id, $0) })
        try each("""
            SELECT \(table.record), \(table.item) FROM \(table.name)
            WHERE \(table.record) IN (SELECT id FROM \(R.table) \(clause)) ORDER BY \(table.record), place
            """) { row in
            let id: ID<R> = try row.next()
            if let place = places[id] { records[place][keyPath: list].append(try row.next()) }
        }
        return records
    }
}

extension Work {
    /// Puts a list in place of the one that a record had.
    public func save<R: Record>(_ list: [some Stored], of id: ID<R>, in table: ListTable) throws {
        try session.run("DELETE FROM \(table.name) WHERE \(table.record) = \(id)")
        for (place, item) in list.enumerated() {
            try session.run("INSERT INTO \(table.name) (\(table.record), place, \(table.item)) VALUES (\(id), \(place), \(item))")
        }
    }
}
