internal import Kernel

/// Heads and proofs, each in a number of rows that grows as the logarithm of the journal's size.
extension Journal {
    /// The head now, or when the journal had so many entries.
    ///
    /// - Throws: `journal-not-so-long`
    public func head(ofSize size: Int64? = nil) throws -> Head {
        let tree = try tree(ofSize: size)
        return try head(of: tree)
    }

    private func head(of tree: MerkleTree) throws -> Head {
        let at: Moment? = try session.value("SELECT at FROM journal WHERE sequence = \(tree.size)")
        return Head(size: tree.size, root: try tree.root(), at: at)
    }

    /// - Throws: `journal-entry-unknown`, `journal-not-so-long`
    public func inclusionProof(of sequence: Int64, inTreeOf size: Int64? = nil) throws -> InclusionProof {
        let tree = try tree(ofSize: size)
        guard sequence >= 1, sequence <= tree.size else {
            throw Refusal.missing(
                "journal-entry-unknown", "There is no entry \(sequence) among the journal's first \(tree.size). Give a number from 1.")
        }
        return InclusionProof(
            sequence: sequence, leaf: try node(0, sequence - 1), head: try head(of: tree),
            path: try tree.inclusionPath(of: sequence - 1))
    }

    /// - Throws: `journal-sizes-out-of-order`, `journal-not-so-long`
    public func consistencyProof(from older: Int64, to newer: Int64? = nil) throws -> ConsistencyProof {
        let tree = try tree(ofSize: newer)
        guard older >= 0, older <= tree.size else {
            throw Refusal.invalid(
                "journal-sizes-out-of-order", "A journal of \(older) entries is not the beginning of one of \(tree.size). Give the smaller size first.")
        }
        return ConsistencyProof(
            older: try head(ofSize: older), newer: try head(of: tree),
            path: try tree.consistencyPath(from: older))
    }

    func tree(ofSize asked: Int64?) throws -> MerkleTree {
        let size = try size()
        guard (0...size).contains(asked ?? size) else {
            throw Refusal.missing("journal-not-so-long", "The journal has \(size) entries, not \(asked ?? size).")
        }
        return MerkleTree(size: asked ?? size) { level, place in try node(level, place) }
    }

    /// The hash of a complete subtree; a leaf is kept with its entry.
    ///
    /// - Throws: `journal-node-missing`
    func node(_ level: Int64, _ place: Int64) throws -> Hash {
        let found: Hash? = level == 0
            ? try session.value("SELECT leaf FROM journal WHERE sequence = \(place + 1)")
            : try session.value("SELECT hash FROM journal_node WHERE level = \(level) AND place = \(place)")
        guard let found else {
            throw Refusal.missing(
                "journal-node-missing", "The journal's tree lacks node \(place) of level \(level). Run muster journal verify.")
        }
        return found
    }
}
