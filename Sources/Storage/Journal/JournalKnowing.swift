public import Kernel

/// How the records of some scopes differ from what was known when the journal had so many entries.
///
/// Whoever has the records as they are now puts back what changed since: only that is read, so a plan that was left alone
/// costs nothing, however long the journal is.
public struct KnownEarlier {
    /// The state that each record had, by kind and number; nil where it was not there yet.
    private var states: [String: [Int64: String?]] = [:]
    private let json = CanonicalJSON()
    /// How many entries there were; nil where nothing earlier is asked for.
    public fileprivate(set) var size: Int64?

    /// Nothing was different.
    public init() {}

    fileprivate mutating func add(_ subject: Subject, _ state: String?) { states[subject.kind, default: [:]][subject.number] = .some(state) }

    public var isNothing: Bool { states.isEmpty }

    /// - Parameter now: the records as they are now. The order is kept.
    public func records<R: Record>(_ now: [R]) throws -> [R] {
        guard let changed = states[R.table.name] else { return now }
        return try now.compactMap { record in
            guard let state = changed[record.id.number] else { return record }
            return try state.map { try json.value($0) }
        }
    }
}

extension Session {
    /// The records that a clause selects, as they were known earlier. What the clause asks about must be what never changes.
    public func all<R: Record>(_ type: R.Type, _ clause: SQL, _ earlier: KnownEarlier) throws -> [R] { try earlier.records(all(type, clause)) }
}

extension Journal {
    /// - Parameters:
    ///   - scopes: few, and none of them twice.
    ///   - size: how many entries there were.
    public func known(within scopes: [Subject], at size: Int64) throws -> KnownEarlier {
        var earlier = KnownEarlier()
        earlier.size = size
        var subjects: [Subject] = []
        for scope in scopes {
            // Pairs are compared, so that both engines read the index of scopes from there on and nothing before.
            subjects += try session.column("""
                SELECT DISTINCT j.subject FROM journal j WHERE (j.scope, j.sequence) > (\(scope), \(size)) AND (j.scope, j.sequence) <= (\(scope), \(Int64.max))
                """)
        }
        for subject in subjects { earlier.add(subject, nil) }
        for part in stride(from: 0, to: subjects.count, by: 500).map({ subjects[$0..<min($0 + 500, subjects.count)] }) {
            try session.each("""
                SELECT j.subject, p.state FROM journal j JOIN journal_payload p ON p.sequence = j.sequence
                WHERE j.sequence IN (SELECT MAX(k.sequence) FROM journal k WHERE k.subject IN (\(list: Array(part))) AND k.sequence <= \(size) GROUP BY k.subject)
                """) { row in
                let subject: Subject = try row.next()
                earlier.add(subject, try row.next())
            }
        }
        try addBulk(scopes, size, changedSince: Set(subjects), to: &earlier)
        return earlier
    }

    /// What came in bulk has no entry of its own: where it changed since, its state then is kept apart.
    private func addBulk(_ scopes: [Subject], _ size: Int64, changedSince: Set<Subject>, to earlier: inout KnownEarlier) throws {
        let kinds: Set<String> = Set(try session.column("SELECT DISTINCT kind FROM bulk"))
        for scope in scopes where kinds.contains(scope.kind) {
            let versions = try session.bulkVersions(of: scope)
            guard changedSince.contains(scope) || versions.contains(where: { $0.sequence > size }) else { continue }
            switch try lastTold(of: scope, atSize: size, versions) {
            case .state(let state): earlier.add(scope, state)
            case .bulk(let version): earlier.add(scope, try session.keptBulkState(of: scope, version: version))
            case nil: earlier.add(scope, nil)
            }
        }
    }

    /// How many entries there were at a moment.
    public func size(at moment: Moment) throws -> Int64 {
        // Moments rise with the numbers, so a bisection finds the last that is not later.
        var (low, high): (Int64, Int64) = (0, try size())
        while low < high {
            let middle = (low + high + 1) / 2
            let at: Moment? = try session.value("SELECT at FROM journal WHERE sequence = \(middle)")
            if let at, at <= moment { low = middle } else { high = middle - 1 }
        }
        return low
    }
}
