/// The words of some columns of a table, found by their beginnings as somebody types.
///
///     static let words = FullText("premises_words", of: "premises", columns: ["name", "address", "postcode"])
///     Migration("premises-words-1") { words.making(on: $0) }
///     Migration("premises-words-2") { words.learning(on: $0) }
///     let numbers = try words.rows(matching: "harb hou", session)
///
/// The database itself keeps the index right, in the transaction that changes a row: by triggers over FTS5 on SQLite, by a
/// generated column under a GIN index on PostgreSQL, beside a table of the words that there are. No copy holds it, and a restore makes it anew row by row. Capitals and the
/// accents of Western European letters and of Welsh make no difference; what is no letter or digit divides words.
public struct FullText: Sendable {
    let name, table: String
    let columns: [String]

    /// The longest beginning that SQLite keeps an index of. A longer one is looked for by so much of it first.
    static let longestIndexed = 6

    /// - Parameters:
    ///   - name: of the index; it begins with the table's.
    ///   - columns: of text, the one that tells most first.
    public init(_ name: String, of table: String, columns: [String]) { (self.name, self.table, self.columns) = (name, table, columns) }

    /// The statements of a migration that comes after the one that makes the table. Rows that are there already are taken in.
    public func making(on dialect: Dialect) -> [SQL] { dialect.making(self) }

    /// The statements of the migration after that: PostgreSQL keeps the words that there are, so that a beginning can be asked for as whole words.
    /// A word that no row has any more stays there, and finds nothing.
    public func learning(on dialect: Dialect) -> [SQL] { dialect.learning(self) }
}
