extension Journal {
    /// The next thousand entries, as they are kept, with the nodes that they complete.
    ///
    /// - Parameter chunk: its room is used again.
    func read(_ chunk: inout Chunk, after done: Int64) throws {
        chunk.removeAll()
        let last = done + 1024
        // Both sides are bounded: PostgreSQL would otherwise read the payloads from their beginning for every chunk.
        try session.each("""
            SELECT j.sequence, j.at, j.who, j.verb, j.subject, j.scope, j.commitment, j.leaf, p.salt, p.reason, p.state
            FROM journal j LEFT JOIN journal_payload p ON p.sequence = j.sequence AND p.sequence > \(done) AND p.sequence <= \(last)
            WHERE j.sequence > \(done) AND j.sequence <= \(last) ORDER BY j.sequence
            """) { try chunk.takeEntry(&$0) }
        let end = done + Int64(chunk.count)
        for level in 1..<Int64(64) where end >> level > done >> level {
            let places = (done >> level)..<(end >> level)
            chunk.beginLevel(places)
            try session.each("""
                SELECT place, hash FROM journal_node
                WHERE level = \(level) AND place >= \(places.lowerBound) AND place < \(places.upperBound)
                """) { try chunk.takeNode(&$0) }
        }
    }
}

/// Entries with nothing about them taken for granted: the bytes of their columns, one after the other.
struct Chunk {
    /// The columns that are kept as bytes, in the order in which they are asked for.
    enum Column: Int, CaseIterable { case at, who, verb, subject, scope, commitment, leaf, salt, reason, state }

    private(set) var sequences: [Int64] = []
    private var bytes: [UInt8] = []
    /// Where each column ends and whether it holds anything.
    private var ends: [(end: Int, isNull: Bool)] = []
    /// For each level from 1 the place of its first node, and 32 bytes a node; zeros where a node is missing.
    private var levels: [(first: Int64, hashes: [UInt8])] = []

    var count: Int { sequences.count }

    mutating func removeAll() {
        sequences.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        levels.removeAll(keepingCapacity: true)
    }

    mutating func takeEntry(_ row: inout Row) throws {
        sequences.append(try row.next())
        for _ in Column.allCases {
            let isNull = !row.next(onto: &bytes)
            ends.append((bytes.count, isNull))
        }
    }

    mutating func beginLevel(_ places: Range<Int64>) {
        levels.append((places.lowerBound, [UInt8](repeating: 0, count: places.count * 32)))
    }

    mutating func takeNode(_ row: inout Row) throws {
        let place: Int64 = try row.next()
        let hash: [UInt8] = try row.next()
        let start = Int(place - levels[levels.count - 1].first) * 32
        if hash.count == 32 { levels[levels.count - 1].hashes.replaceSubrange(start..<(start + 32), with: hash) }
    }

    subscript(_ index: Int, _ column: Column) -> ArraySlice<UInt8>? {
        let place = index * Column.allCases.count + column.rawValue
        if ends[place].isNull { return nil }
        return bytes[(place == 0 ? 0 : ends[place - 1].end)..<ends[place].end]
    }

    /// What comes of making an entry anew from all that is kept of it.
    enum Remade {
        case leaf(Hash)
        /// What is not as it was recorded, in a sentence.
        case mismatch(String)
    }

    /// - Parameter number: the one that the entry must have.
    func remade(_ index: Int, as number: Int64, _ entryBytes: inout EntryBytes) -> Remade {
        guard sequences[index] == number else { return .mismatch("Entry \(number) is missing.") }
        guard let salt = self[index, .salt], let state = self[index, .state] else {
            return .mismatch("The reason and the state of entry \(number) are missing.")
        }
        let commitment = EntryBytes.commitment(salt: salt, reason: self[index, .reason], state: state)
        guard let kept = self[index, .commitment], kept.elementsEqual(commitment.bytes) else {
            return .mismatch("The reason or the state of entry \(number) is not what was recorded.")
        }
        let texts = [Column.at, .who, .verb, .subject, .scope].map { self[index, $0] ?? [] }
        let leaf = entryBytes.leaf(number, texts, commitment)
        guard let kept = self[index, .leaf], kept.elementsEqual(leaf.bytes) else {
            return .mismatch("The time, the actor, the verb, the subject or the scope of entry \(number) is not what was recorded.")
        }
        return .leaf(leaf)
    }

    func holds(_ hash: Hash, level: Int64, place: Int64) -> Bool {
        guard levels.indices.contains(Int(level) - 1) else { return false }
        let (first, hashes) = levels[Int(level) - 1]
        let start = Int(place - first) * 32
        return hashes.indices.contains(start) && hashes[start..<(start + 32)].elementsEqual(hash.bytes)
    }
}
