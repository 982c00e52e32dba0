internal import GRDB
internal import Kernel

/// What a list of steps makes: the tables in an order in which each comes after those it refers to, and the rest.
struct CopySchema: Sendable {
    let tables: [CopyTable]
    /// The statements that make the tables, and those for what belongs to them: indexes and triggers.
    let makingTables, makingTheRest: [String]

    /// A table that no copy can be made of: it has no key, a column of a strange type, or refers to itself in a circle.
    struct NotCopyable: Error {
        let table: String
    }

    /// Takes the steps in an empty database in memory, and looks at what is there then.
    ///
    /// - Parameter staysBehind: the tables whose rows no copy holds.
    init(steps: [Migration], staysBehind: Set<String>) throws {
        (tables, makingTables, makingTheRest) = try DatabaseQueue().inDatabase { database in
            let connection = SQLiteConnection(database)
            try Migrations.begin(on: connection)
            for (place, step) in steps.enumerated() {
                _ = try Migrations.apply(step, at: place, Moment(milliseconds: 0), on: connection)
            }
            let session = Session(connection, salt: .random)
            let names: [String] = try session.column(Dialect.tablesWithRows)
            // A full-text index is made of the rows it is over, so it is not copied, and neither is what keeps it right.
            let indexes: [String] = try session.column(Dialect.fullTexts)
            func statements(_ which: SQL) throws -> [String] {
                try session.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type \(which) ORDER BY rowid") {
                    (name: try $0.next() as String, sql: try $0.next() as String)
                }.filter { statement in !indexes.contains { statement.name.hasPrefix($0 + "_") } }.map(\.sql)
            }
            return (
                try Self.tables(session, names, staysBehind), try statements("= 'table' AND name IN (\(list: names))"), try statements("<> 'table'"))
        }
    }

    var travelling: [CopyTable] { tables.filter(\.travels) }

    /// Those whose rows a copy holds by its own word: which stay behind may have been another question when it was made.
    func tables(named names: [String]) -> [CopyTable] { tables.filter { names.contains($0.name) } }
    func tables(notNamed names: [String]) -> [CopyTable] { tables.filter { !names.contains($0.name) } }

    private static func tables(_ session: Session, _ names: [String], _ staysBehind: Set<String>) throws -> [CopyTable] {
        var left = names
        var tables: [CopyTable] = []
        while !left.isEmpty {
            let free = try left.filter { name in
                let parents: [String] = try session.column("SELECT \"table\" FROM pragma_foreign_key_list(\(name))")
                // A row that refers to another of its own table waits for it: such a key is checked at the end.
                return parents.allSatisfy { parent in parent == name || !left.contains(parent) }
            }
            guard !free.isEmpty else { throw NotCopyable(table: left[0]) }
            for name in free { tables.append(try table(name, session, travels: !staysBehind.contains(name))) }
            left.removeAll(where: free.contains)
        }
        return tables
    }

    private static func table(_ name: String, _ session: Session, travels: Bool) throws -> CopyTable {
        var (columns, key): ([CopyTable.Column], [(rank: Int, place: Int)]) = ([], [])
        try session.each("SELECT name, type, pk FROM pragma_table_info(\(name)) ORDER BY cid") { row in
            let (column, type, rank): (String, String, Int) = try (row.next(), row.next(), row.next())
            let kinds: [String: CopyTable.Kind] = [
                "TEXT": .text, "BIGINT": .integer, "INTEGER": .integer, "DOUBLE PRECISION": .real, "BLOB": .blob,
            ]
            guard let kind = kinds[type] else { throw NotCopyable(table: name) }
            if rank > 0 { key.append((rank, columns.count)) }
            columns.append(.init(name: column, kind: kind))
        }
        guard !key.isEmpty else { throw NotCopyable(table: name) }
        return CopyTable(name: name, columns: columns, key: key.sorted { $0.rank < $1.rank }.map(\.place), travels: travels)
    }
}
