public import Kernel

/// Which journal a snapshot holds, told by its last line.
///
/// Two snapshots with one mark hold the same records: each change of a record adds a line, no line is ever changed,
/// and a line's hash is unlike any other's, because random bytes are in it.
public struct JournalMark: Hashable, Sendable {
    /// How many entries there are.
    public let size: Int64
    /// The last line's; nil while there is none.
    let leaf: Hash?
}

extension JournalMark {
    /// What a query selects, and joins, that tells its mark besides: one statement sees one snapshot.
    public static let columns: SQL = "last_line.sequence, last_line.leaf"
    public static let join: SQL = "LEFT JOIN journal last_line ON last_line.sequence = (SELECT MAX(sequence) FROM journal)"

    /// Reads the columns in the order of `columns`.
    public init(_ row: inout Row) throws {
        size = try row.next() ?? 0
        leaf = try row.next()
    }
}

extension Journal {
    public func mark() throws -> JournalMark {
        try session.rows("SELECT \(JournalMark.columns) FROM (SELECT 1 AS one) here \(JournalMark.join)") { try JournalMark(&$0) }.first
            ?? JournalMark(size: 0, leaf: nil)
    }

    /// What was written about since a mark: subject and scope of each line, oldest first.
    ///
    /// Nil when that can't be told: more lines than the limit, or the mark is of another journal.
    public func news(since mark: JournalMark, limit: Int) throws -> [(subject: Subject, scope: Subject)]? {
        var isSame = mark.size == 0
        var news: [(Subject, Subject)] = []
        try session.each("""
            SELECT sequence, leaf, subject, scope FROM journal WHERE sequence >= \(mark.size) ORDER BY sequence LIMIT \(limit + 2)
            """) { row in
            let (sequence, leaf): (Int64, Hash) = (try row.next(), try row.next())
            if sequence == mark.size { isSame = leaf == mark.leaf } else { news.append((try row.next(), try row.next())) }
        }
        return isSame && news.count <= limit ? news : nil
    }
}
