/// What a copy holds: equal contents are the same service, on whichever engine and in whichever file.
public struct CopyContents: Hashable, Sendable, Codable {
    /// The journal's head.
    public let entries: Int64
    public let root: Hash
    public let tables: [Table]

    public struct Table: Hashable, Sendable, Codable {
        public let name: String
        public let rows: Int
        /// Over the rows in the order of the key, as `docs/copies.md` says.
        public let sha256: String
    }

    public var rows: Int { tables.reduce(0) { $0 + $1.rows } }
    public var head: Head { Head(size: entries, root: root, at: nil) }
}

/// A copy that was checked: what it holds, and the file it is.
public struct CheckedCopy: Hashable, Sendable, Codable {
    public let contents: CopyContents
    public let bytes: Int64
    /// Of the whole file: what `sha256sum` prints.
    public let sha256: Hash
}

/// How far long work is: on a copy, or on a check of all there is.
public struct CopyProgress: Sendable {
    /// `Copying`, `Checking the journal` …
    public let step: String
    public let done, all: Int

    public init(step: String, done: Int, all: Int) { (self.step, self.done, self.all) = (step, done, all) }
}

/// Told of progress now and then. What it throws stops the work, and leaves nothing of it.
public typealias CopyWatch = @Sendable (CopyProgress) throws -> Void

extension CopyContents {
    /// Reads all rows of the tables and makes the journal anew.
    ///
    /// - Throws: `JournalNotWhole`
    static func read(_ session: Session, _ tables: [CopyTable], watch: CopyWatch) throws -> CopyContents {
        let all = try tables.reduce(0) { try $0 + $1.count(session) }
        var (done, found): (Int, [Table]) = (0, [])
        for table in tables {
            var hash = RowsHash()
            try table.eachRow(session) { row in
                hash.take(row)
                done += 1
                if done % 1000 == 0 { try watch(CopyProgress(step: "Comparing every row", done: done, all: all)) }
            }
            found.append(Table(name: table.name, rows: hash.rows, sha256: hash.finish()))
        }
        let check = try Journal(session).verify { done, all in
            try watch(CopyProgress(step: "Proving the journal", done: Int(done), all: Int(all)))
        }
        if let mismatch = check.mismatch { throw JournalNotWhole(sentence: mismatch.sentence) }
        return CopyContents(entries: check.entries, root: check.root, tables: found)
    }
}

/// The journal under a copy does not prove itself.
struct JournalNotWhole: Error {
    let sentence: String
}
