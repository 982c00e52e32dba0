public import Kernel

extension Session {
    /// Keeps the states that an entry made of many, of records that are about to change: their rows will hold them no more.
    func keepBulkStates<R: BulkRecord>(of records: [R]) throws {
        let made = try bulks(thatMade: records.map { ($0.id.number, $0.version) }, of: R.table.name)
        var values: [Value] = []
        for record in records where made[record.id.number] != nil {
            var bytes: [UInt8] = []
            record.writeState(onto: &bytes)
            values += [.text(R.table.name), .integer(record.id.number), .integer(Int64(record.version)), .text(String(decoding: bytes, as: UTF8.self))]
        }
        try insert(values, into: Bulk.state)
    }

    /// The bulk that made each of these versions, by the record's number, where one did.
    private func bulks(thatMade versions: [(number: Int64, version: Int)], of kind: String) throws -> [Int64: Int64] {
        let lines = try BulkLine.all("WHERE kind = \(kind) AND added > 0", self)
        var made: [Int64: Int64] = [:]
        for (number, version) in versions where version == 1 {
            made[number] = lines.first { ($0.commitment.first..<$0.commitment.first + $0.commitment.added).contains(number) }?.number
        }
        let later = Dictionary(versions.filter { $0.version > 1 }.map { ($0.number, $0.version) }, uniquingKeysWith: { $1 })
        guard !later.isEmpty else { return made }
        try each("SELECT record, version, bulk FROM bulk_change WHERE kind = \(kind) AND record IN (\(list: Array(later.keys)))") { row in
            let (number, version, bulk): (Int64, Int, Int64) = (try row.next(), try row.next(), try row.next())
            if later[number] == version { made[number] = bulk }
        }
        return made
    }

    /// What the bulks made of a record: its version then, and the number of the entry, the latest first.
    func bulkVersions(of subject: Subject) throws -> [(version: Int, sequence: Int64)] {
        let added: [(Int, Int64)] = try rows("""
            SELECT 1, sequence FROM bulk WHERE kind = \(subject.kind) AND first <= \(subject.number) AND first + added > \(subject.number)
            """) { (try $0.next(), try $0.next()) }
        let changed: [(Int, Int64)] = try rows("""
            SELECT c.version, b.sequence FROM bulk_change c JOIN bulk b ON b.id = c.bulk
            WHERE c.kind = \(subject.kind) AND c.record = \(subject.number)
            """) { (try $0.next(), try $0.next()) }
        return (added + changed).map { (version: $0.0, sequence: $0.1) }.sorted { $0.sequence > $1.sequence }
    }

    /// The state that a record had in one version that a bulk made; nil where it is not to be had, as only something else than Muster can bring about.
    func bulkState<R: BulkRecord>(of id: ID<R>, version: Int) throws -> R? {
        if let now = try find(id), now.version == version { return now }
        let kept: String? = try value("SELECT state FROM bulk_state WHERE kind = \(R.table.name) AND record = \(id) AND version = \(version)")
        return try kept.map { try json.value($0) }
    }
}

extension Journal {
    /// The entries that brought a record in or changed it together with many others, oldest first.
    public func bulkEntries(about subject: Subject) throws -> [Entry] {
        try session.bulkVersions(of: subject).reversed().compactMap { try entry($0.sequence) }
    }

    /// A record that may have come in bulk, as it was known when the journal had so many entries; nil where it was not there yet.
    public func state<R: BulkRecord>(of id: ID<R>, atSize size: Int64) throws -> R? {
        let subject = R.subject(id)
        let entries: [(Int64, String)] = try session.rows("""
            SELECT j.sequence, p.state FROM journal j JOIN journal_payload p ON p.sequence = j.sequence
            WHERE j.subject = \(subject) AND j.sequence <= \(size) ORDER BY j.sequence DESC LIMIT 1
            """) { (try $0.next(), try $0.next()) }
        let own = entries.first
        if let bulk = try session.bulkVersions(of: subject).first(where: { $0.sequence <= size }), bulk.sequence > own?.0 ?? 0 {
            return try session.bulkState(of: id, version: bulk.version)
        }
        return try own.map { try session.json.value($0.1) }
    }

    /// The same at a moment.
    public func state<R: BulkRecord>(of id: ID<R>, asKnownAt moment: Moment) throws -> R? { try state(of: id, atSize: size(at: moment)) }
}
