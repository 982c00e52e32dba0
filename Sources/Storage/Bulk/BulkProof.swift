public import Kernel

/// Shows that one record is what an entry of the journal made of it together with many others: its salted state is a leaf of the tree whose
/// root that entry's own state holds, what the entry holds is what its leaf was made from, and that leaf is in the journal whose head is known.
public struct BulkProof: Hashable, Sendable, Codable {
    /// The record's canonical JSON: the leaf is `SHA-256(0x00 ‖ salt ‖ state)`.
    public let state: String
    /// Sixteen bytes in hexadecimal.
    public let salt: String
    /// The leaf's index in the entry's tree, from 0, and how many leaves there are.
    public let place: Int64
    public let count: Int64
    /// The hashes from the leaf upward.
    public let path: [Hash]
    public let root: Hash
    /// What the entry holds, the root among it.
    public let payload: EnteredState
    /// The way from the entry's leaf to the journal's head.
    public let entry: InclusionProof

    /// Whether each step leads to the next: from the state to the root, from there to the entry that holds it, and from its leaf to the head.
    public var holds: Bool {
        guard let salt = [UInt8](hex: salt), salt.count == BulkSalts.size else { return false }
        let leaf = MerkleTree.leaf(state.utf8, salt: salt)
        return InclusionProof(sequence: place + 1, leaf: leaf, head: Head(size: count, root: root, at: nil), path: path).holds
            && payload.commits(to: root, count: count) && payload.leaf(entry.sequence) == entry.leaf && entry.holds
    }
}

extension Journal {
    /// The proof of what the last bulk made of a record; nil where none did.
    ///
    /// - Throws: `state-not-kept` where what it made of it was removed
    public func bulkProof<R: BulkRecord>(of id: ID<R>) throws -> BulkProof? {
        guard let made = try session.bulkVersions(of: R.subject(id)).first,
              let (line, place) = try session.bulkPlace(of: R.subject(id), version: made.version) else { return nil }
        let leaves = BulkLeaves(R.self)
        guard let own = try leaves.leaves(session, line, place..<place + 1).first, let payload = try enteredState(line.sequence) else { return nil }
        if own.isRemoved {
            throw Refusal.missing("state-not-kept", "What entry \(line.sequence) made of \(R.subject(id)) was removed, so it can be proven no more.")
        }
        guard let state = own.state, let salt = own.salt else { return nil }
        // Below the kept level only leaves of the blocks that the path touches are made anew.
        var blocks: [Int64: [Hash]] = [:]
        func node(_ level: Int64, _ at: Int64) throws -> Hash {
            if level > Bulk.keptLevel { return MerkleTree.parent(try node(level - 1, 2 * at), try node(level - 1, 2 * at + 1)) }
            if level == Bulk.keptLevel, let kept: Hash = try session.value("SELECT hash FROM bulk_node WHERE bulk = \(line.number) AND place = \(at)") { return kept }
            if level > 0 { return MerkleTree.parent(try node(level - 1, 2 * at), try node(level - 1, 2 * at + 1)) }
            let block = at >> Bulk.keptLevel
            let hashes = try blocks[block] ?? leaves
                .leaves(session, line, block << Bulk.keptLevel..<min((block + 1) << Bulk.keptLevel, line.commitment.count)).map { $0.hash ?? MerkleTree.empty }
            blocks[block] = hashes
            return hashes[Int(at & (Bulk.block - 1))]
        }
        return BulkProof(
            state: String(decoding: state, as: UTF8.self), salt: salt.hex, place: place, count: line.commitment.count,
            path: try MerkleTree(size: line.commitment.count, node: node).inclusionPath(of: place), root: line.commitment.root, payload: payload,
            entry: try inclusionProof(of: line.sequence))
    }
}
