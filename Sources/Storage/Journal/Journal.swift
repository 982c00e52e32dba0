internal import Kernel

/// The append-only record of every change, read and written inside a transaction.
public struct Journal {
    let session: Session

    public init(_ session: Session) { self.session = session }

    /// Writes the entry of a change, its payload, and the nodes of the tree that it completes.
    func append<R: Record>(_ verb: String, _ record: R, in scope: Subject?, _ work: Work) throws {
        let state = try session.json.text(record)
        let salt = session.salt.make()
        let sequence = try (session.entriesAdded ?? size()) + 1
        let texts = [
            work.moment.iso, work.actor.subject, verb, record.subject.description, (scope ?? record.subject).description,
        ]
        let commitment = EntryBytes.commitment(salt: salt, reason: work.reason?.utf8, state: state.utf8)
        var entryBytes = EntryBytes()
        let leaf = entryBytes.leaf(sequence, texts.lazy.map(\.utf8), commitment)
        try session.run("""
            INSERT INTO journal (sequence, at, who, verb, subject, scope, commitment, leaf)
            VALUES (\(sequence), \(texts[0]), \(texts[1]), \(texts[2]), \(texts[3]), \(texts[4]), \(commitment), \(leaf))
            """)
        try session.run("""
            INSERT INTO journal_payload (sequence, salt, reason, state)
            VALUES (\(sequence), \(salt), \(work.reason), \(state))
            """)
        try complete(with: leaf, at: sequence)
        session.entriesAdded = sequence
    }

    /// An entry whose number is odd completes no subtree; every second one completes one, every fourth another …
    private func complete(with leaf: Hash, at sequence: Int64) throws {
        var hash = leaf
        let levels = sequence.trailingZeroBitCount
        for level in 0..<levels {
            let place = sequence >> Int64(level) - 1
            hash = MerkleTree.parent(try session.loneNodes[level] ?? node(Int64(level), place - 1), hash)
            try session.run(
                "INSERT INTO journal_node (level, place, hash) VALUES (\(level + 1), \(place >> 1), \(hash))")
        }
        session.loneNodes[levels] = hash
    }

    /// How many entries there are.
    public func size() throws -> Int64 {
        try session.value("SELECT COALESCE(MAX(sequence), 0) FROM journal") ?? 0
    }
}
