public import Kernel

/// The journal's size and the root of its tree at that size: what a paper prints, and what proofs are checked against.
public struct Head: Hashable, Sendable, Codable {
    public let size: Int64
    public let root: Hash

    /// When the last of these entries was made; nil when there is none.
    public let at: Moment?

    public init(size: Int64, root: Hash, at: Moment?) {
        self.size = size
        self.root = root
        self.at = at
    }
}

/// Shows that one entry is in the journal whose head is known (RFC 9162, section 2.1.3).
public struct InclusionProof: Hashable, Sendable, Codable {
    /// The entry's number, from 1; its leaf's index in the tree is one less.
    public let sequence: Int64
    public let leaf: Hash
    public let head: Head
    public let path: [Hash]

    public init(sequence: Int64, leaf: Hash, head: Head, path: [Hash]) {
        self.sequence = sequence
        self.leaf = leaf
        self.head = head
        self.path = path
    }

    /// Whether the path leads from the leaf to the head's root.
    public var holds: Bool {
        guard (1...max(1, head.size)).contains(sequence) else { return false }
        var (index, last) = (sequence - 1, head.size - 1)
        var hash = leaf
        for step in path {
            guard last != 0 else { return false }
            if index & 1 == 1 || index == last {
                hash = MerkleTree.parent(step, hash)
                while index & 1 == 0, index != 0 { (index, last) = (index >> 1, last >> 1) }
            } else {
                hash = MerkleTree.parent(hash, step)
            }
            (index, last) = (index >> 1, last >> 1)
        }
        return last == 0 && hash == head.root
    }
}

/// Shows that the journal with one head is the beginning of the journal with a later head (RFC 9162, section 2.1.4).
public struct ConsistencyProof: Hashable, Sendable, Codable {
    public let older: Head
    public let newer: Head
    public let path: [Hash]

    public init(older: Head, newer: Head, path: [Hash]) {
        self.older = older
        self.newer = newer
        self.path = path
    }

    /// Whether the path leads to both heads' roots.
    public var holds: Bool {
        guard older.size >= 0, older.size <= newer.size else { return false }
        if older.size == newer.size { return path.isEmpty && older.root == newer.root }
        if older.size == 0 { return path.isEmpty && older.root == MerkleTree.empty }
        // A list of 2^n entries is a subtree of the newer one, so its root isn't repeated in the path.
        var steps = older.size & (older.size - 1) == 0 ? [older.root] + path : path
        guard !steps.isEmpty else { return false }
        var (index, last) = (older.size - 1, newer.size - 1)
        while index & 1 == 1 { (index, last) = (index >> 1, last >> 1) }
        let first = steps.removeFirst()
        var (old, new) = (first, first)
        for step in steps {
            guard last != 0 else { return false }
            if index & 1 == 1 || index == last {
                (old, new) = (MerkleTree.parent(step, old), MerkleTree.parent(step, new))
                while index & 1 == 0, index != 0 { (index, last) = (index >> 1, last >> 1) }
            } else {
                new = MerkleTree.parent(new, step)
            }
            (index, last) = (index >> 1, last >> 1)
        }
        return last == 0 && old == older.root && new == newer.root
    }
}
