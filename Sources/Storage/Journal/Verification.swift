extension Journal {
    /// The next thousand entries, as they are kept, with the nodes that they complete.
    func chunk(after done: Int64) throws -> Chunk {
        var chunk = Chunk()
        try session.each("""
            SELECT j.sequence, j.at, j.who, j.verb, j.subject, j.scope, j.commitment, j.leaf, p.salt, p.reason, p.state
            FROM journal j LEFT JOIN journal_payload p ON p.sequence = j.sequence
            WHERE j.sequence > \(done) ORDER BY j.sequence LIMIT 1024
            """) { chunk.entries.append(try KeptEntry(&$0)) }
        let end = done + Int64(chunk.entries.count)
        for level in 1..<Int64(64) where end >> level > 0 {
            try session.each("""
                SELECT place, hash FROM journal_node
                WHERE level = \(level) AND place >= \(done >> level) AND place < \(end >> level)
                """) { chunk.nodes[NodeName(level: level, place: try $0.next())] = try $0.next() }
        }
        return chunk
    }
}

struct NodeName: Hashable {
    let level: Int64
    let place: Int64
}

struct Chunk {
    var entries: [KeptEntry] = []
    var nodes: [NodeName: [UInt8]] = [:]
}

/// An entry with nothing about it taken for granted.
struct KeptEntry {
    let sequence: Int64
    let texts: [String]
    let commitment, leaf: [UInt8]
    let salt: [UInt8]?
    let reason, state: String?

    init(_ row: inout Row) throws {
        sequence = try row.next()
        texts = [try row.next(), try row.next(), try row.next(), try row.next(), try row.next()]
        commitment = try row.next()
        leaf = try row.next()
        salt = try row.next()
        reason = try row.next()
        state = try row.next()
    }
}

/// The tree made anew: of all that was read, only the roots of the complete subtrees are kept in memory.
struct Verification {
    let known: Head?
    private(set) var done: Int64 = 0
    var mismatch: JournalCheck.Mismatch?
    private var peaks: [Hash] = []

    init(known: Head?) {
        self.known = known
        check()
    }

    var root: Hash {
        guard let last = peaks.last else { return MerkleTree.empty }
        return peaks.dropLast().reversed().reduce(last) { MerkleTree.parent($1, $0) }
    }

    mutating func takeOn(_ chunk: Chunk) throws {
        if chunk.entries.isEmpty { refuse(done + 1, "Entry \(done + 1) is missing.") }
        for entry in chunk.entries {
            take(entry, chunk.nodes)
            if mismatch != nil { return }
        }
    }

    private mutating func take(_ entry: KeptEntry, _ nodes: [NodeName: [UInt8]]) {
        let number = done + 1
        guard entry.sequence == number else { return refuse(number, "Entry \(number) is missing.") }
        guard let salt = entry.salt, let state = entry.state else {
            return refuse(number, "The reason and the state of entry \(number) are missing.")
        }
        let commitment = EntryBytes.commitment(salt: salt, reason: entry.reason, state: state)
        guard commitment.bytes == entry.commitment else {
            return refuse(number, "The reason or the state of entry \(number) is not what was recorded.")
        }
        let texts = entry.texts
        let leaf = EntryBytes(
            sequence: number, at: texts[0], who: texts[1], verb: texts[2], subject: texts[3], scope: texts[4],
            commitment: commitment).leaf
        guard leaf.bytes == entry.leaf else {
            return refuse(number, "The time, the actor, the verb, the subject or the scope of entry \(number) is not what was recorded.")
        }
        var hash = leaf
        for level in 0..<Int64(number.trailingZeroBitCount) {
            hash = MerkleTree.parent(peaks.removeLast(), hash)
            guard nodes[NodeName(level: level + 1, place: number >> (level + 1) - 1)] == hash.bytes else {
                return refuse(number, "The tree above entry \(number) is not the tree of the entries up to it: one of them was changed.")
            }
        }
        peaks.append(hash)
        done = number
        check()
    }

    private mutating func check() {
        if let known, known.size == done, known.root != root {
            refuse(max(1, done), "The first \(done) entries do not give the head that was noted: one of them was changed since.")
        }
    }

    private mutating func refuse(_ sequence: Int64, _ sentence: String) {
        mismatch = .init(sequence: sequence, sentence: sentence)
    }
}
