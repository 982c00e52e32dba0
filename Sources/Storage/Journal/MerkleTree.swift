internal import Kernel

/// The Merkle tree of RFC 9162 (section 2.1) over a list that only grows.
///
/// Only complete subtrees are asked for: their hashes never change. `node` gives the hash of the subtree of
/// 2^level leaves that is number `place`, from 0, on its level; level 0 is the leaves.
public struct MerkleTree {
    public let size: Int64
    private let node: (_ level: Int64, _ place: Int64) throws -> Hash

    public init(size: Int64, node: @escaping (_ level: Int64, _ place: Int64) throws -> Hash) {
        self.size = size
        self.node = node
    }

    public static func leaf(_ entry: some Collection<UInt8>, salt: [UInt8] = []) -> Hash {
        var hashing = Hashing()
        hashing.add(0)
        hashing.add(salt)
        hashing.add(entry)
        return hashing.hash
    }

    public static func parent(_ left: Hash, _ right: Hash) -> Hash { Hash(of: [1], left.bytes, right.bytes) }
    public static let empty = Hash(of: [])

    /// The head of the whole list.
    public func root() throws -> Hash { size == 0 ? Self.empty : try hash(0..<size) }

    /// The hashes, from the leaf upward, that lead from the leaf at an index (from 0) to the root.
    public func inclusionPath(of index: Int64) throws -> [Hash] {
        try inclusion(index, in: 0..<size)
    }

    /// The hashes that show that the first `older` leaves are the beginning of the list. None when `older` is 0.
    public func consistencyPath(from older: Int64) throws -> [Hash] {
        older == 0 ? [] : try consistency(older, in: 0..<size, known: true)
    }

    private func hash(_ leaves: Range<Int64>) throws -> Hash {
        let count = Int64(leaves.count)
        if count & (count - 1) == 0 {
            let level = Int64(count.trailingZeroBitCount)
            return try node(level, leaves.lowerBound >> level)
        }
        let (left, right) = halves(leaves)
        return Self.parent(try hash(left), try hash(right))
    }

    private func inclusion(_ index: Int64, in leaves: Range<Int64>) throws -> [Hash] {
        guard leaves.count > 1 else { return [] }
        let (left, right) = halves(leaves)
        return left.contains(index)
            ? try inclusion(index, in: left) + [hash(right)]
            : try inclusion(index, in: right) + [hash(left)]
    }

    /// SUBPROOF of section 2.1.4.1: `known` says that the older list is these very leaves' beginning, whose hash the
    /// reader has.
    private func consistency(_ older: Int64, in leaves: Range<Int64>, known: Bool) throws -> [Hash] {
        if older == leaves.upperBound { return known ? [] : [try hash(leaves)] }
        let (left, right) = halves(leaves)
        return older <= left.upperBound
            ? try consistency(older, in: left, known: known) + [hash(right)]
            : try consistency(older, in: right, known: false) + [hash(left)]
    }

    /// The left half holds the largest power of two that is less than all.
    private func halves(_ leaves: Range<Int64>) -> (Range<Int64>, Range<Int64>) {
        let largest = Int64(1) << Int64(63 - (Int64(leaves.count) - 1).leadingZeroBitCount)
        let middle = leaves.lowerBound + largest
        return (leaves.lowerBound..<middle, middle..<leaves.upperBound)
    }
}
