/// The tree made anew: of all that was read, only the roots of the complete subtrees are kept in memory.
struct Verification {
    let known: Head?
    private(set) var done: Int64 = 0
    var mismatch: JournalCheck.Mismatch?
    private var peaks: [Hash] = []
    private var entryBytes = EntryBytes()

    init(known: Head?) {
        self.known = known
        check()
    }

    var root: Hash {
        guard let last = peaks.last else { return MerkleTree.empty }
        return peaks.dropLast().reversed().reduce(last) { MerkleTree.parent($1, $0) }
    }

    mutating func takeOn(_ chunk: Chunk) {
        if chunk.count == 0 { refuse(done + 1, "Entry \(done + 1) is missing.") }
        for index in 0..<chunk.count {
            take(index, of: chunk)
            if mismatch != nil { return }
        }
    }

    private mutating func take(_ index: Int, of chunk: Chunk) {
        let number = done + 1
        let leaf: Hash
        switch chunk.remade(index, as: number, &entryBytes) {
        case .mismatch(let sentence): return refuse(number, sentence)
        case .leaf(let made): leaf = made
        }
        var hash = leaf
        for level in 0..<Int64(number.trailingZeroBitCount) {
            hash = MerkleTree.parent(peaks.removeLast(), hash)
            guard chunk.holds(hash, level: level + 1, place: number >> (level + 1) - 1) else {
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
