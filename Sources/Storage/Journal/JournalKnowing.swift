public import Kernel

/// How the records of a scope differ from what was known when the journal had so many entries.
///
/// Whoever has the records as they are now puts back what changed since: only that is read, so a plan that was left alone
/// costs nothing, however long the journal is.
public struct KnownEarlier {
    /// The state that each record had; nil where it was not there yet.
    private let states: [Subject: String?]
    private let json = CanonicalJSON()

    init(_ states: [Subject: String?]) { self.states = states }

    public var isNothing: Bool { states.isEmpty }

    /// - Parameter now: the records as they are now. The order is kept; what is back from before an end comes last.
    public func records<R: Record>(_ now: [R]) throws -> [R] {
        guard !states.isEmpty else { return now }
        return try now.compactMap { record in
            guard let state = states[record.subject] else { return record }
            return try state.map { try json.value($0) }
        }
    }
}

extension Journal {
    /// - Parameter size: how many entries there were.
    public func known(within scope: Subject, at size: Int64) throws -> KnownEarlier {
        let subjects: [Subject] = try session.column("""
            SELECT DISTINCT j.subject FROM journal j WHERE j.scope >= \(scope) AND j.scope <= \(scope) AND j.sequence > \(size)
            """)
        guard !subjects.isEmpty else { return KnownEarlier([:]) }
        var states = Dictionary(uniqueKeysWithValues: subjects.map { ($0, String?.none) })
        for part in stride(from: 0, to: subjects.count, by: 500).map({ subjects[$0..<min($0 + 500, subjects.count)] }) {
            try session.each("""
                SELECT j.subject, p.state FROM journal j JOIN journal_payload p ON p.sequence = j.sequence
                WHERE j.sequence IN (SELECT MAX(k.sequence) FROM journal k WHERE k.subject IN (\(list: Array(part))) AND k.sequence <= \(size) GROUP BY k.subject)
                """) { row in
                let subject: Subject = try row.next()
                states[subject] = .some(try row.next())
            }
        }
        return KnownEarlier(states)
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
