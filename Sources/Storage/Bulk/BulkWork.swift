public import Kernel

extension Work {
    /// Adds and changes very many records under one entry, which is that of a record that commits to them all.
    ///
    /// - Parameters:
    ///   - verb: what happened, as for `add`.
    ///   - body: says what is added and changed, one by one.
    ///   - make: makes the record that commits to them.
    public func bring<R: BulkRecord, C: Committing>(
        _ type: R.Type = R.self, _ verb: String, _ body: (BulkWork<R>) throws -> Void, _ make: (ID<C>, Commitment) throws -> C
    ) throws -> C {
        let bulk = try BulkWork<R>(session)
        try session.hasten(true)
        let commitment: Commitment
        do {
            try body(bulk)
            commitment = try bulk.finish()
            try session.hasten(false)
        } catch {
            try? session.hasten(false)
            throw error
        }
        let record = try add(verb) { id in try make(id, commitment) }
        try session.run("""
            INSERT INTO bulk (id, sequence, kind, first, added, changed, root) VALUES (\(bulk.number), \(session.entriesAdded ?? 0),
            \(commitment.kind), \(commitment.first), \(commitment.added), \(commitment.changed), \(commitment.root))
            """)
        return record
    }
}

/// Records on their way in, under one entry of the journal.
public final class BulkWork<R: BulkRecord> {
    private let session: Session
    let number: Int64
    private let first: Int64
    private var tree = GrowingTree()
    private var addedSalts, changedSalts: GrowingSalts
    private var rows: [Value] = []
    private var added: Int64 = 0
    private var changes: [(old: R, new: R)] = []
    /// The leaves of what was changed, which come after all that was added.
    private var changedLeaves: [Hash] = []
    private var bytes: [UInt8] = []

    private static var most: Int { 2000 }

    fileprivate init(_ session: Session) throws {
        self.session = session
        (addedSalts, changedSalts) = (GrowingSalts(session.salt), GrowingSalts(session.salt))
        number = try session.value("SELECT COALESCE(MAX(id), 0) + 1 FROM bulk") ?? 1
        first = try session.value("SELECT COALESCE(MAX(id), 0) + 1 FROM \(R.table)") ?? 1
    }

    /// A new record, under the number that is handed over.
    public func add(_ make: (ID<R>) throws -> R) throws {
        var record = try make(ID(first + added))
        record.version = 1
        tree.add(leaf(record, addedSalts.next()))
        rows += record.values
        added += 1
        if rows.count >= Self.most * R.table.columns.count { try addRows() }
    }

    /// The new state of a record that is there.
    ///
    /// - Parameter old: as it is in the database.
    public func change(_ old: R, to new: R) throws {
        var changed = new
        changed.version = old.version + 1
        changedLeaves.append(leaf(changed, changedSalts.next()))
        changes.append((old, changed))
        if changes.count >= 500 { try changeRows() }
    }

    private func leaf(_ record: R, _ salt: [UInt8]) -> Hash {
        bytes.removeAll(keepingCapacity: true)
        record.writeState(onto: &bytes)
        return MerkleTree.leaf(bytes, salt: salt)
    }

    private func addRows() throws {
        try session.insert(rows, into: R.table)
        rows.removeAll(keepingCapacity: true)
    }

    private func changeRows() throws {
        guard !changes.isEmpty else { return }
        try session.keepBulkStates(of: changes.map(\.old))
        let place = Int64(changedLeaves.count - changes.count)
        try session.insert(changes.enumerated().flatMap { index, change in
            [number, place + Int64(index), R.table.name, change.new.id.number, change.new.version].map { (part: any Stored) in part.stored }
        }, into: Bulk.change)
        for change in changes {
            let sets = zip(zip(R.table.columns, change.new.values), change.old.values).filter { $0.0.1 != $0.1 }
            var list: SQL = ""
            for (index, set) in sets.enumerated() { list += SQL(trusted: (index == 0 ? "" : ", ") + set.0.0 + " = ") + "\(set.0.1)" }
            guard try session.run("UPDATE \(R.table) SET \(list) WHERE id = \(change.new.id) AND version = \(change.old.version)") == 1 else {
                throw Refusal.conflict("changed-meanwhile", "Someone else changed a record since it was read. Try again.")
            }
        }
        changes.removeAll(keepingCapacity: true)
    }

    fileprivate func finish() throws -> Commitment {
        try addRows()
        try changeRows()
        for leaf in changedLeaves { tree.add(leaf) }
        try session.insert(tree.kept.enumerated().flatMap { place, hash in [number.stored, place.stored, hash.stored] }, into: Bulk.node)
        let secrets = addedSalts.secrets.enumerated().map { (Int64($0), $1) } + changedSalts.secrets.enumerated().map { (-1 - Int64($0), $1) }
        try session.insert(secrets.flatMap { block, secret in [number.stored, block.stored, secret.stored, .null] }, into: Bulk.secret)
        return Commitment(kind: R.table.name, first: first, added: added, changed: Int64(changedLeaves.count), root: tree.root)
    }
}
