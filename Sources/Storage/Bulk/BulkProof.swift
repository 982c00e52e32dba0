public import Kernel

/// Shows that one record is what an entry of the journal made of it together with many others: its state is a leaf of the tree whose root
/// that entry holds, and the entry is in the journal whose head is known.
public struct BulkProof: Hashable, Sendable, Codable {
    /// The record's canonical JSON: the leaf is `SHA-256(0x00 ‖ state)`.
    public let state: String
    /// The leaf's index in the entry's tree, from 0, and how many leaves there are.
    public let place: Int64
    public let count: Int64
    /// The hashes from the leaf upward.
    public let path: [Hash]
    public let root: Hash
    /// The entry whose state holds the root.
    public let entry: InclusionProof

    /// Whether the path leads from the state to the root, and the entry's to the journal's head.
    public var holds: Bool {
        let head = Head(size: count, root: root, at: nil)
        return InclusionProof(sequence: place + 1, leaf: MerkleTree.leaf(state.utf8), head: head, path: path).holds && entry.holds
    }
}

extension Journal {
    /// The proof of what the last bulk made of a record; nil where none did.
    public func bulkProof<R: BulkRecord>(of id: ID<R>) throws -> BulkProof? {
        guard let made = try session.bulkVersions(of: R.subject(id)).first,
              let line = try BulkLine.all("WHERE sequence = \(made.sequence)", session).first else { return nil }
        let commitment = line.commitment
        let place: Int64
        if made.version == 1, commitment.numbers.contains(id.number) {
            place = id.number - commitment.first
        } else {
            let among: Int64? = try session.value("SELECT place FROM bulk_change WHERE bulk = \(line.number) AND kind = \(R.table.name) AND record = \(id)")
            place = commitment.added + (among ?? 0)
        }
        let leaves = BulkLeaves(R.self)
        guard let state = try leaves.states(session, line, place..<place + 1).first ?? nil else { return nil }
        // Below the kept level only leaves of the blocks that the path touches are made anew.
        var blocks: [Int64: [Hash]] = [:]
        func node(_ level: Int64, _ at: Int64) throws -> Hash {
            if level > Bulk.keptLevel { return MerkleTree.parent(try node(level - 1, 2 * at), try node(level - 1, 2 * at + 1)) }
            if level == Bulk.keptLevel, let kept: Hash = try session.value("SELECT hash FROM bulk_node WHERE bulk = \(line.number) AND place = \(at)") { return kept }
            if level > 0 { return MerkleTree.parent(try node(level - 1, 2 * at), try node(level - 1, 2 * at + 1)) }
            let block = at >> Bulk.keptLevel
            let hashes = try blocks[block] ?? leaves.states(session, line, block << Bulk.keptLevel..<min((block + 1) << Bulk.keptLevel, commitment.count))
                .map { MerkleTree.leaf($0 ?? []) }
            blocks[block] = hashes
            return hashes[Int(at & (Bulk.block - 1))]
        }
        let path = try MerkleTree(size: commitment.count, node: node).inclusionPath(of: place)
        return BulkProof(
            state: String(decoding: state, as: UTF8.self), place: place, count: commitment.count, path: path, root: commitment.root,
            entry: try inclusionProof(of: line.sequence))
    }
}
