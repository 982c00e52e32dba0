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
        let first = max(1, size - count + 1)
        var (chunk, entryBytes) = (Chunk(), EntryBytes())
        try read(&chunk, after: first - 1)
        for index in 0..<chunk.count {
            let sequence = first + Int64(index)
            if case .mismatch(let sentence) = chunk.remade(index, as: sequence, &entryBytes) { return .init(sequence: sequence, sentence: sentence) }
        }
        let next = first + Int64(chunk.count)
        guard next == size + 1 else { return .init(sequence: next, sentence: "Entry \(next) is missing.") }
        for sequence in first..<(size + 1) {
            for level in 1..<Int64(sequence.trailingZeroBitCount + 1) {
                let place = sequence >> level - 1
                guard try node(level, place) == MerkleTree.parent(node(level - 1, 2 * place), node(level - 1, 2 * place + 1)) else {
                    return .init(sequence: sequence, sentence: "The tree above entry \(sequence) of the journal is not the tree of its entries.")
                }
            }
        }
        return nil
    }
}
