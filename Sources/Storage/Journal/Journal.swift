internal import Kernel

/// The append-only record of every change, read and written inside a transaction.
public struct Journal {
    let session: Session

    public init(_ session: Session) { self.session = session }

    /// Writes the entry of a change, its payload, and the nodes of the tree that it completes.
    func append<R: Record>(_ verb: String, _ record: R, in scope: Subject?, _ work: Work) throws {
        let state = try session.json.text(record)
        let salt = session.salt.make()
        let entry = EntryBytes(
            sequence: try size() + 1, at: work.moment.iso, who: work.actor.subject, verb: verb,
            subject: record.subject.description, scope: (scope ?? record.subject).description,
            commitment: EntryBytes.commitment(salt: salt, reason: work.reason, state: state))
        let leaf = entry.leaf
        try session.run("""
            INSERT INTO journal (sequence, at, who, verb, subject, scope, commitment, leaf)
            VALUES (\(entry.sequence), \(entry.at), \(entry.who), \(entry.verb), \(entry.subject), \(entry.scope),
            \(entry.commitment), \(leaf))
            """)
        try session.run("""
            INSERT INTO journal_payload (sequence, salt, reason, state)
            VALUES (\(entry.sequence), \(salt), \(work.reason), \(state))
            """)
        try complete(with: leaf, at: entry.sequence)
        session.entriesAdded = entry.sequence
    }

    /// An entry whose number is odd completes no subtree; every second one completes one, every fourth another …
    private func complete(with leaf: Hash, at sequence: Int64) throws {
        var hash = leaf
        for level in 0..<Int64(sequence.trailingZeroBitCount) {
            let place = sequence >> level - 1
            hash = MerkleTree.parent(try node(level, place - 1), hash)
            try session.run(
                "INSERT INTO journal_node (level, place, hash) VALUES (\(level + 1), \(place >> 1), \(hash))")
        }
    }

    /// How many entries there are.
    public func size() throws -> Int64 {
        try session.value("SELECT COALESCE(MAX(sequence), 0) FROM journal") ?? 0
    }
}
