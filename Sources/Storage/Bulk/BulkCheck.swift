internal import Kernel

extension Journal {
    /// Makes the tree of every entry that stands for many records anew, and compares it with what the entry says.
    ///
    /// - Parameter progress: told how many leaves were made, of how many.
    func bulkDepartures(of kinds: [RecordKind], progress: (_ done: Int64, _ all: Int64) throws -> Void = { _, _ in }) throws -> (records: Int64, removed: Int64, departures: [Departure]) {
        guard kinds.contains(where: { $0.leaves != nil }) else { return (0, 0, []) }
        let kindsByName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })
        let lines = try BulkLine.all("ORDER BY id", session)
        let all = lines.reduce(0) { $0 + $1.commitment.count }
        var (done, removed, found): (Int64, Int64, [Departure]) = (0, 0, [])
        for line in lines {
            guard let entry = try entry(line.sequence), let told = try kindsByName[entry.subject.kind]?.commitment?(session, entry.state ?? ""),
                  told == line.commitment, let leaves = kindsByName[line.commitment.kind]?.leaves else {
                found.append(Departure(Subject(kind: "bulk", number: line.number), line.sequence, "What entry \(line.sequence) says of many records is not what is kept of it."))
                continue
            }
            var (tree, wrong) = (GrowingTree(), [Int64]())
            let kept: [Hash] = try session.column("SELECT hash FROM bulk_node WHERE bulk = \(line.number) ORDER BY place")
            for start in stride(from: Int64(0), to: line.commitment.count, by: Int(Bulk.block)) {
                let end = min(start + Bulk.block, line.commitment.count)
                for (index, leaf) in try leaves.leaves(session, line, start..<end).enumerated() {
                    if leaf.hash == nil { wrong.append(start + Int64(index)) }
                    if leaf.isRemoved { removed += 1 }
                    tree.add(leaf.hash ?? MerkleTree.empty)
                }
                let block = Int(start / Bulk.block)
                if tree.kept.indices.contains(block), kept.indices.contains(block), tree.kept[block] != kept[block] { wrong.append(start) }
                done += end - start
                try progress(done, all)
                if wrong.count > 20 { break }
            }
            if !wrong.isEmpty || tree.root != told.root { found.append(departure(line, told, entry, wrong.first)) }
        }
        return (all, removed, found)
    }

    private func departure(_ line: BulkLine, _ told: Commitment, _ entry: Entry, _ place: Int64?) -> Departure {
        let start = (place ?? told.count - 1) / Bulk.block * Bulk.block
        let which = start + Bulk.block <= told.added
            ? "One or more of \(told.kind)/\(told.first + start) to \(told.kind)/\(told.first + start + Bulk.block - 1)" : "One or more of the last that it changed or added"
        return Departure(entry.subject, line.sequence, "The \(told.kind) that entry \(line.sequence) brought in are not what it made them. \(which) differ.")
    }

    /// Which of these records of a kind were changed in bulk after their own last entry: that is then proven by the bulk's tree.
    func changedInBulk(_ known: [RecordKind.Known], of kind: RecordKind) throws -> Set<Int64> {
        guard kind.leaves != nil, !known.isEmpty else { return [] }
        var last: [Int64: Int64] = [:]
        try session.each("""
            SELECT c.record, MAX(b.sequence) FROM bulk_change c JOIN bulk b ON b.id = c.bulk
            WHERE c.kind = \(kind.name) AND c.record IN (\(list: known.map(\.number))) GROUP BY c.record
            """) { row in
            let number: Int64 = try row.next()
            last[number] = try row.next()
        }
        return Set(known.filter { last[$0.number] ?? 0 > $0.sequence }.map(\.number))
    }

    /// The numbers of a kind's records that were added in bulk.
    func addedInBulk(_ kind: RecordKind) throws -> [Range<Int64>] {
        guard kind.leaves != nil else { return [] }
        return try BulkLine.all("WHERE kind = \(kind.name) AND added > 0", session).map(\.commitment.numbers)
    }
}
