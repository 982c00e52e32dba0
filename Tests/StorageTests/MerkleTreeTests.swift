internal import Storage
internal import Testing

/// The tree against RFC 9162 written down as it is defined: slow, recursive, over all leaves.
@Suite struct MerkleTreeTests {
    private let leaves = (0..<70).map { MerkleTree.leaf(Array("entry \($0)".utf8)) }

    /// MTH of section 2.1.1.
    private func root(_ leaves: ArraySlice<Hash>) -> Hash {
        if leaves.isEmpty { return MerkleTree.empty }
        if leaves.count == 1 { return leaves[leaves.startIndex] }
        let middle = leaves.startIndex + half(leaves.count)
        return MerkleTree.parent(root(leaves[..<middle]), root(leaves[middle...]))
    }

    /// PATH of section 2.1.3.1.
    private func path(_ index: Int, _ leaves: ArraySlice<Hash>) -> [Hash] {
        guard leaves.count > 1 else { return [] }
        let half = half(leaves.count), middle = leaves.startIndex + half
        return index < half
            ? path(index, leaves[..<middle]) + [root(leaves[middle...])]
            : path(index - half, leaves[middle...]) + [root(leaves[..<middle])]
    }

    /// SUBPROOF of section 2.1.4.1.
    private func subproof(_ older: Int, _ leaves: ArraySlice<Hash>, _ known: Bool) -> [Hash] {
        if older == leaves.count { return known ? [] : [root(leaves)] }
        let half = half(leaves.count), middle = leaves.startIndex + half
        return older <= half
            ? subproof(older, leaves[..<middle], known) + [root(leaves[middle...])]
            : subproof(older - half, leaves[middle...], false) + [root(leaves[..<middle])]
    }

    private func half(_ count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }

    private func tree(_ size: Int) -> MerkleTree {
        MerkleTree(size: Int64(size)) { level, place in
            let start = Int(place << level), end = Int((place + 1) << level)
            #expect(end <= size, "only complete subtrees are asked for")
            return root(leaves[start..<end])
        }
    }

    @Test func `the root of nothing is the hash of nothing`() throws {
        #expect(try tree(0).root().description == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func `roots and proofs are those of the standard for every size`() throws {
        for size in 1...70 {
            let all = leaves[..<size], head = Head(size: Int64(size), root: root(all), at: nil)
            #expect(try tree(size).root() == head.root)
            for index in 0..<size {
                let path = try tree(size).inclusionPath(of: Int64(index))
                #expect(path == self.path(index, all))
                let proof = InclusionProof(sequence: Int64(index + 1), leaf: leaves[index], head: head, path: path)
                #expect(proof.holds)
            }
            for older in 0...size {
                let path = try tree(size).consistencyPath(from: Int64(older))
                if older > 0 { #expect(path == subproof(older, all, true)) }
                let before = Head(size: Int64(older), root: root(leaves[..<older]), at: nil)
                #expect(ConsistencyProof(older: before, newer: head, path: path).holds)
            }
        }
    }

    @Test func `a proof of something else does not hold`() throws {
        for size in [1, 2, 3, 7, 8, 13, 64, 70] {
            let head = Head(size: Int64(size), root: root(leaves[..<size]), at: nil)
            for index in 0..<size {
                let path = try tree(size).inclusionPath(of: Int64(index))
                func holds(_ number: Int, _ leaf: Hash, _ path: [Hash]) -> Bool {
                    InclusionProof(sequence: Int64(number), leaf: leaf, head: head, path: path).holds
                }
                #expect(!holds(index + 1, MerkleTree.empty, path))
                #expect(!holds(index + 1, leaves[index], path + [MerkleTree.empty]))
                #expect(path.isEmpty || !holds(index + 1, leaves[index], Array(path.dropLast())))
                for other in -1...(size + 1) where other != index { #expect(!holds(other + 1, leaves[index], path)) }
                for step in path.indices {
                    var changed = path
                    changed[step] = MerkleTree.empty
                    #expect(!holds(index + 1, leaves[index], changed))
                }
            }
            for older in 1..<max(2, size) where older < size {
                let path = try tree(size).consistencyPath(from: Int64(older))
                let before = Head(size: Int64(older), root: root(leaves[..<older]), at: nil)
                let wrong = Head(size: Int64(older), root: MerkleTree.empty, at: nil)
                #expect(!ConsistencyProof(older: wrong, newer: head, path: path).holds)
                #expect(!ConsistencyProof(older: before, newer: Head(size: head.size, root: MerkleTree.empty, at: nil), path: path).holds)
                #expect(!ConsistencyProof(older: before, newer: head, path: path.dropLast()).holds)
                #expect(!ConsistencyProof(older: head, newer: before, path: path).holds)
            }
        }
    }

    @Test func `a proof in a long list asks for few nodes`() throws {
        for size in [1_000_003, 1_099_511_627_775, 1_099_511_627_777] as [Int64] {
            var asked = 0
            let tree = MerkleTree(size: size) { _, _ in
                asked += 1
                return MerkleTree.empty
            }
            _ = try tree.root()
            for index in [0, 1, size / 2, size - 2, size - 1] { _ = try tree.inclusionPath(of: index) }
            for older in [1, size / 3, size - 1] { _ = try tree.consistencyPath(from: older) }
            #expect(asked < 9 * 2 * 41)
        }
    }

    @Test func `a hash is written in hexadecimal and read back`() {
        let hash = Hash(of: Array("abc".utf8))
        #expect(hash.description == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Hash(of: Array("a".utf8), Array("bc".utf8)) == hash)
        #expect(Hash(hex: hash.description) == hash)
        #expect(Hash(hex: "ba78") == nil)
        #expect(Hash(hex: String(repeating: "é", count: 32)) == nil)
    }
}
