public import Kernel

extension Session {
    /// Keeps the states that an entry made of many, of records that are about to change: their rows will hold them no more.
    func keepBulkStates<R: BulkRecord>(of records: [R]) throws {
        let made = try madeInBulk(records.map { ($0.id.number, $0.version) }, of: R.table.name)
        var values: [Value] = []
        for record in records where made.contains(record.id.number) {
            var bytes: [UInt8] = []
            record.writeState(onto: &bytes)
            values += [.text(R.table.name), .integer(record.id.number), .integer(Int64(record.version)), .text(String(decoding: bytes, as: UTF8.self))]
        }
        try insert(values, into: Bulk.state)
    }

    /// The numbers of those whose version a bulk made.
    private func madeInBulk(_ versions: [(number: Int64, version: Int)], of kind: String) throws -> Set<Int64> {
        let lines = try BulkLine.all("WHERE kind = \(kind) AND added > 0", self)
        var made = Set(versions.filter { own in own.version == 1 && lines.contains { $0.commitment.numbers.contains(own.number) } }.map(\.number))
        let later = Dictionary(versions.filter { $0.version > 1 }.map { ($0.number, $0.version) }, uniquingKeysWith: { $1 })
        guard !later.isEmpty else { return made }
        try each("SELECT record, version FROM bulk_change WHERE kind = \(kind) AND record IN (\(list: Array(later.keys)))") { row in
            let (number, version): (Int64, Int) = (try row.next(), try row.next())
            if later[number] == version { made.insert(number) }
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

    /// Which entry made a version of a record among many, and the index of its leaf there; nil where none did.
    func bulkPlace(of record: Subject, version: Int) throws -> (BulkLine, place: Int64)? {
        if version == 1, let line = try BulkLine.all(
            "WHERE kind = \(record.kind) AND first <= \(record.number) AND first + added > \(record.number)", self).first {
            return (line, record.number - line.commitment.first)
        }
        let found: [(bulk: Int64, place: Int64)] = try rows("""
            SELECT bulk, place FROM bulk_change WHERE kind = \(record.kind) AND record = \(record.number) AND version = \(version)
            """) { (bulk: try $0.next(), place: try $0.next()) }
        guard let change = found.first, let line = try BulkLine.all("WHERE id = \(change.bulk)", self).first else { return nil }
        return (line, line.commitment.added + change.place)
    }

    /// The state that a record had in one version that a bulk made; nil where it is not to be had, as only something else than Muster can bring about.
    func bulkState<R: BulkRecord>(of id: ID<R>, version: Int) throws -> R? {
        if let now = try find(id), now.version == version { return now }
        return try keptBulkState(of: R.subject(id), version: version).map { try json.value($0) }
    }

    /// The same, of a record whose row has moved on since.
    func keptBulkState(of subject: Subject, version: Int) throws -> String? {
        try value("SELECT state FROM bulk_state WHERE kind = \(subject.kind) AND record = \(subject.number) AND version = \(version)")
    }
}

extension Journal {
    /// The entries that brought a record in or changed it together with many others, oldest first.
    public func bulkEntries(about subject: Subject) throws -> [Entry] {
        try session.bulkVersions(of: subject).reversed().compactMap { try entry($0.sequence) }
    }

    /// What told of a record last: an entry of its own, by the state that it holds, or one that stands for many.
    enum LastTold {
        case state(String), bulk(version: Int)
    }

    /// - Parameter versions: what the bulks made of the record, the latest first.
    func lastTold(of subject: Subject, atSize size: Int64, _ versions: [(version: Int, sequence: Int64)]) throws -> LastTold? {
        let own: [(sequence: Int64, state: String)] = try session.rows("""
            SELECT j.sequence, p.state FROM journal j JOIN journal_payload p ON p.sequence = j.sequence
            WHERE j.subject = \(subject) AND j.sequence <= \(size) ORDER BY j.sequence DESC LIMIT 1
            """) { (sequence: try $0.next(), state: try $0.next()) }
        if let bulk = versions.first(where: { $0.sequence <= size }), bulk.sequence > own.first?.sequence ?? 0 { return .bulk(version: bulk.version) }
        return own.first.map { .state($0.state) }
    }

    /// A record that may have come in bulk, as it was known when the journal had so many entries; nil where it was not there yet.
    public func state<R: BulkRecord>(of id: ID<R>, atSize size: Int64) throws -> R? {
        let subject = R.subject(id)
        return switch try lastTold(of: subject, atSize: size, session.bulkVersions(of: subject)) {
        case .state(let state): try session.json.value(state)
        case .bulk(let version): try session.bulkState(of: id, version: version)
        case nil: nil
        }
    }

    /// The same at a moment.
    public func state<R: BulkRecord>(of id: ID<R>, asKnownAt moment: Moment) throws -> R? { try state(of: id, atSize: size(at: moment)) }
}
