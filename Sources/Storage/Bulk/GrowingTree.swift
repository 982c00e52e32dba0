/// The tree of RFC 9162 over leaves as they come: only the roots of the complete subtrees are in memory.
struct GrowingTree {
    private(set) var count: Int64 = 0
    private var peaks: [Hash] = []
    /// The nodes of the kept level that are complete, in their order.
    private(set) var kept: [Hash] = []

    mutating func add(_ leaf: Hash) {
        count += 1
        var hash = leaf
        for level in 0..<Int64(count.trailingZeroBitCount) {
            hash = MerkleTree.parent(peaks.removeLast(), hash)
            if level + 1 == Bulk.keptLevel { kept.append(hash) }
        }
        peaks.append(hash)
    }

    var root: Hash {
        guard let last = peaks.last else { return MerkleTree.empty }
        return peaks.dropLast().reversed().reduce(last) { MerkleTree.parent($1, $0) }
    }
}
