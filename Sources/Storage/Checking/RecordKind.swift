public import Kernel

/// A kind of record, as a check knows it: how its rows are compared with what the journal says of them.
///
///     static let records = [RecordKind(Finding.self), RecordKind(Action.self)]
public struct RecordKind: Sendable {
    /// The table's name, which is the first part of a subject.
    public let name: String
    let departures: @Sendable (Session, [Known]) throws -> [Departure]
    let numbers: @Sendable (Session, _ after: Int64) throws -> [Int64]
    /// For a kind that may come in bulk: how the leaves of an entry's tree are made anew.
    let leaves: BulkLeaves?
    /// For a kind that commits to others: what a state says of them.
    let commitment: (@Sendable (Session, _ state: String) throws -> Commitment?)?

    /// The last that the journal says of one record.
    struct Known: Sendable {
        let number: Int64
        let sequence: Int64
        let state: String
    }

    public init<R: Record>(_ type: R.Type) {
        name = R.table.name
        departures = { session, known in try Comparison<R>(session: session).departures(from: known) }
        numbers = { session, last in
            try session.column("SELECT id FROM \(R.table) WHERE id > \(last) ORDER BY id LIMIT 1024")
        }
        leaves = (R.self as? any BulkRecord.Type).map { BulkLeaves($0) }
        guard R.self is any Committing.Type else {
            commitment = nil
            return
        }
        commitment = { session, state in ((try? session.json.value(state, as: R.self)) as? any Committing)?.commitment }
    }
}

/// A record that is not what the journal says it is: somebody changed the database behind Muster's back.
public struct Departure: Hashable, Sendable, Codable {
    public let subject: Subject
    /// The last entry about it; nil when there is none.
    public let sequence: Int64?
    public let sentence: String

    init(_ subject: Subject, _ sequence: Int64?, _ sentence: String) {
        self.subject = subject
        self.sequence = sequence
        self.sentence = sentence
    }
}

/// The rows of one kind beside the states that the journal has of them.
private struct Comparison<R: Record> {
    let session: Session

    func departures(from known: [RecordKind.Known]) throws -> [Departure] {
        var left: [Int64: (sequence: Int64, state: R)] = [:]
        var found: [Departure] = []
        for one in known {
            do {
                left[one.number] = (one.sequence, try session.json.value(one.state))
            } catch is DecodingError {
                found.append(departure(one.number, one.sequence, "Entry \(one.sequence) holds no state of a \(R.table.name) that can be read."))
            }
        }
        var same: [Int64: (sequence: Int64, state: R)] = [:]
        try session.each("SELECT \(R.table.all) FROM \(R.table) WHERE id IN (\(list: left.keys.sorted()))") { row in
            guard let expected = left.removeValue(forKey: row.integer(0)) else { return }
            let columns = zip(R.table.columns, expected.state.values).enumerated().compactMap { place, column in
                row.holds(column.1, at: place) ? nil : column.0
            }
            if columns.isEmpty { same[row.integer(0)] = expected } else { found.append(differs(row.integer(0), expected.sequence, columns)) }
        }
        // Only rows that are right can be read as records, and those alone are held against what other tables keep of them.
        for record in try R.all("WHERE id IN (\(list: same.keys.sorted())) ORDER BY id", session) {
            guard let expected = same[record.id.number], record != expected.state else { continue }
            found.append(differs(record.id.number, expected.sequence, ["what belongs to it"]))
        }
        for (number, expected) in left.sorted(by: { $0.key < $1.key }) {
            found.append(departure(number, expected.sequence, "\(R.table.name)/\(number) is gone, and the journal never says why."))
        }
        return found
    }

    private func differs(_ number: Int64, _ sequence: Int64, _ columns: [String]) -> Departure {
        departure(number, sequence, """
            \(R.table.name)/\(number) is not what entry \(sequence) of the journal made it: \
            its \(listed(columns)) \(columns.count == 1 ? "differs" : "differ").
            """)
    }

    private func departure(_ number: Int64, _ sequence: Int64, _ sentence: String) -> Departure {
        Departure(Subject(kind: R.table.name, number: number), sequence, sentence)
    }
}

extension Row {
    /// Whether a column holds exactly this.
    fileprivate func holds(_ value: Value, at column: Int) -> Bool {
        guard !isNull(column) else { return value == .null }
        return switch value {
        case .null: false
        case .text(let text): self.text(column) == text
        case .integer(let number): text(column) == String(number)
        case .real(let number): real(column) == number
        case .blob(let bytes): blob(column) == bytes
        }
    }
}
