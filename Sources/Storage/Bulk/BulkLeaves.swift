internal import Kernel

/// One leaf of an entry's tree.
struct BulkLeaf {
    /// Nil where it is not to be had: it was removed, or somebody took it.
    let state: [UInt8]?
    let salt: [UInt8]?
    /// Made anew, or as it was kept when the state was removed.
    let hash: Hash?

    var isRemoved: Bool { state == nil && hash != nil }
}

/// The leaves of one entry's tree, made anew from the rows and from the states that were pushed out of them.
struct BulkLeaves: Sendable {
    /// The states at some places, from `places.lowerBound` on; nil where a state is not to be had.
    private let states: @Sendable (Session, BulkLine, _ places: Range<Int64>) throws -> [[UInt8]?]

    init<R: BulkRecord>(_ type: R.Type) {
        states = { session, line, places in try Self.states(R.self, session, line, places) }
    }

    /// The leaves at some places, from `places.lowerBound` on.
    func leaves(_ session: Session, _ line: BulkLine, _ places: Range<Int64>) throws -> [BulkLeaf] {
        let removals: [(Int64, Hash)] = try session.rows("""
            SELECT place, leaf FROM bulk_removal WHERE entry = \(line.sequence) AND place >= \(places.lowerBound) AND place < \(places.upperBound)
            """) { (try $0.next(), try $0.next()) }
        let removed = Dictionary(removals, uniquingKeysWith: { $1 })
        var salts = BulkSalts(session, line)
        return try zip(places, states(session, line, places)).map { place, state in
            let salt = try salts.salt(at: place)
            let made = state.flatMap { state in salt.map { MerkleTree.leaf(state, salt: $0) } }
            return BulkLeaf(state: state, salt: salt, hash: made ?? removed[place])
        }
    }

    private static func states<R: BulkRecord>(_ type: R.Type, _ session: Session, _ line: BulkLine, _ places: Range<Int64>) throws -> [[UInt8]?] {
        let added = places.clamped(to: 0..<line.commitment.added)
        let changed = places.clamped(to: line.commitment.added..<line.commitment.count)
        var wanted: [(number: Int64, version: Int)] = added.map { (line.commitment.first + $0, 1) }
        if !changed.isEmpty {
            let (from, to) = (changed.lowerBound - line.commitment.added, changed.upperBound - line.commitment.added)
            wanted += try session.rows("SELECT record, version FROM bulk_change WHERE bulk = \(line.number) AND place >= \(from) AND place < \(to) ORDER BY place") {
                (try $0.next(), try $0.next())
            }
        }
        var found: [Int64: [UInt8]] = [:]
        let versions = Dictionary(wanted, uniquingKeysWith: { $1 })
        func take(_ record: R) {
            guard versions[record.id.number] == record.version else { return }
            var bytes: [UInt8] = []
            record.writeState(onto: &bytes)
            found[record.id.number] = bytes
        }
        if !added.isEmpty {
            let (from, to) = (line.commitment.first + added.lowerBound, line.commitment.first + added.upperBound)
            try session.each("SELECT \(R.table.all) FROM \(R.table) WHERE id >= \(from) AND id < \(to)") { take(try R(&$0)) }
        }
        let others = wanted.dropFirst(added.count).map(\.number)
        if !others.isEmpty { try session.each("SELECT \(R.table.all) FROM \(R.table) WHERE id IN (\(list: others))") { take(try R(&$0)) } }
        let missing = wanted.filter { found[$0.number] == nil }
        for part in stride(from: 0, to: missing.count, by: 500).map({ missing[$0..<min($0 + 500, missing.count)] }) {
            try session.each("SELECT record, version, state FROM bulk_state WHERE kind = \(R.table.name) AND record IN (\(list: part.map(\.number)))") { row in
                let (number, version): (Int64, Int) = (try row.next(), try row.next())
                var bytes: [UInt8] = []
                if versions[number] == version, row.next(onto: &bytes) { found[number] = bytes }
            }
        }
        let states = wanted.map { found[$0.number] }
        return states + Array(repeating: nil, count: max(0, places.count - states.count))
    }
}
