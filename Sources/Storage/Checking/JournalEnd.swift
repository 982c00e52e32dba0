internal import Kernel

extension Journal {
    /// Makes the last entries' leaves anew, and the nodes that they complete, and compares each with what is kept.
    ///
    /// A few dozen rows whatever the journal's size, so that it can be done at every start; `verify` does all of it.
    func mismatchAtEnd(entries count: Int64 = 16) throws -> JournalCheck.Mismatch? {
        let size = try size()
        let payloads = try session.value("SELECT COALESCE(MAX(sequence), 0) FROM journal_payload", as: Int64.self)
        let pairs = try session.value("SELECT COALESCE(MAX(place) + 1, 0) FROM journal_node WHERE level = 1", as: Int64.self)
        guard payloads == size, pairs == size / 2 else {
            return .init(sequence: size, sentence: "The journal ends with entry \(size), but what belongs to its entries ends elsewhere.")
        }
        var expected = max(1, size - count + 1)
        for (sequence, isRight) in try kept(from: expected) {
            guard sequence == expected, isRight else {
                return .init(sequence: expected, sentence: "Entry \(expected) of the journal is not what was recorded.")
            }
            expected += 1
        }
        guard expected == size + 1 else { return .init(sequence: expected, sentence: "Entry \(expected) of the journal is missing.") }
        for sequence in max(1, size - count + 1)..<(size + 1) {
            for level in 1..<Int64(sequence.trailingZeroBitCount + 1) {
                let place = sequence >> level - 1
                guard try node(level, place) == MerkleTree.parent(node(level - 1, 2 * place), node(level - 1, 2 * place + 1)) else {
                    return .init(sequence: sequence, sentence: "The tree above entry \(sequence) of the journal is not the tree of its entries.")
                }
            }
        }
        return nil
    }

    /// Whether each entry's commitment and leaf are those of what is kept.
    private func kept(from first: Int64) throws -> [(sequence: Int64, isRight: Bool)] {
        var entryBytes = EntryBytes()
        return try session.rows("""
            SELECT j.sequence, j.at, j.who, j.verb, j.subject, j.scope, j.commitment, j.leaf, p.salt, p.reason, p.state
            FROM journal j JOIN journal_payload p ON p.sequence = j.sequence WHERE j.sequence >= \(first) ORDER BY j.sequence
            """) { row in
            let sequence: Int64 = try row.next()
            let texts: [String] = [try row.next(), try row.next(), try row.next(), try row.next(), try row.next()]
            let (commitment, leaf): (Hash, Hash) = (try row.next(), try row.next())
            let (salt, reason, state): ([UInt8], String?, String) = (try row.next(), try row.next(), try row.next())
            let made = EntryBytes.commitment(salt: salt, reason: reason?.utf8, state: state.utf8)
            return (sequence, made == commitment && entryBytes.leaf(sequence, texts.lazy.map(\.utf8), made) == leaf)
        }
    }
}
