public import Kernel

/// The tries to make copies, read and kept inside a transaction.
public struct CopyRounds {
    let session: Session

    public init(_ session: Session) { self.session = session }

    public static let migrations = [
        Migration("copies-1") { dialect in
            [
                """
                CREATE TABLE copy_round (
                    \(dialect.id),
                    begun_at TEXT NOT NULL, asked_by TEXT NOT NULL, place TEXT NOT NULL, ended_at TEXT,
                    outcome TEXT CHECK (outcome IN ('kept', 'unchanged', 'failed')), sentence TEXT,
                    file TEXT, bytes BIGINT, sha256 TEXT, entries BIGINT, root TEXT,
                    proven_at TEXT, proving BIGINT, removed_at TEXT,
                    CHECK ((ended_at IS NULL) = (outcome IS NULL))
                )
                """
            ]
        }
    ]

    /// Tables that no copy holds: what was copied here says nothing of another place.
    public static let staysBehind: Set = ["copy_round"]

    /// Newest first.
    public func latest(limit: Int = 100) throws -> [CopyRound] { try read("ORDER BY id DESC LIMIT \(limit)") }

    /// Those whose file was not removed, newest first.
    public func withFiles() throws -> [CopyRound] { try read("WHERE outcome = 'kept' AND removed_at IS NULL ORDER BY id DESC") }

    /// Begins a round in the one write transaction there is, so that of several servers one makes it.
    ///
    /// - Throws: `copy-under-way`
    public func begin(by who: String, in place: String, at moment: Moment) throws -> CopyRound {
        if let other = try read("WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1").first, other.isUnderWay(at: moment) {
            throw Refusal.conflict("copy-under-way", "A copy is being made since \(other.begunAt.inWords). Look again when it is done.")
        }
        let next: Int64 = try session.value("SELECT COALESCE(MAX(id), 0) + 1 FROM copy_round") ?? 1
        try session.run("""
            INSERT INTO copy_round (id, begun_at, asked_by, place) VALUES (\(next), \(moment), \(who), \(place))
            """)
        // What is told of long-gone files is of no more use, but numbers are never used twice.
        try session.run("DELETE FROM copy_round WHERE id < \(next - 1000) AND (removed_at IS NOT NULL OR outcome <> 'kept')")
        return CopyRound(id: next, begunAt: moment, askedBy: who, place: place)
    }

    public func save(_ round: CopyRound) throws {
        try session.run("""
            UPDATE copy_round SET ended_at = \(round.endedAt), outcome = \(round.outcome), sentence = \(round.sentence),
            file = \(round.file), bytes = \(round.bytes), sha256 = \(round.sha256), entries = \(round.entries), root = \(round.root),
            proven_at = \(round.provenAt), proving = \(round.proving), removed_at = \(round.removedAt) WHERE id = \(round.id)
            """)
    }

    /// Ends what this machine had begun and never ended, when it begins to serve anew.
    public func endInterrupted(in place: String, at moment: Moment) throws {
        let sentence = "The server stopped before it was done."
        try session.run("""
            UPDATE copy_round SET ended_at = \(moment), outcome = 'failed', sentence = \(sentence)
            WHERE ended_at IS NULL AND place = \(place)
            """)
    }

    private func read(_ clause: SQL) throws -> [CopyRound] {
        try session.rows("SELECT \(CopyRound.columns) FROM copy_round \(clause)") { try CopyRound(&$0) }
    }
}
