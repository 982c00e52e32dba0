internal import Kernel

extension Journal {
    /// Compares each record with the last state that the journal has of it.
    ///
    /// - Parameters:
    ///   - kinds: every kind of record there is; an entry about any other is a departure.
    ///   - progress: told how many records are compared.
    public func departures(
        of kinds: [RecordKind], atMost limit: Int = 100, progress: (_ done: Int) throws -> Void = { _ in }
    ) throws -> [Departure] {
        let kindsByName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.name, $0) })
        var (found, counts, last, done): ([Departure], [String: Int], String, Int) = ([], [:], "", 0)
        while found.count < limit {
            let subjects: [String] = try session.column(
                "SELECT DISTINCT subject FROM journal WHERE subject > \(last) ORDER BY subject LIMIT 1024")
            guard let end = subjects.last else { break }
            for (name, known) in try latest(of: subjects) {
                counts[name, default: 0] += known.count
                if let kind = kindsByName[name] {
                    found += try kind.departures(session, apart(known, kind))
                } else {
                    found += known.map {
                        Departure(Subject(kind: name, number: $0.number), $0.sequence, "Entry \($0.sequence) is about a kind of record that is not known here: \(name).")
                    }
                }
            }
            (last, done) = (end, done + subjects.count)
            try progress(done)
        }
        for kind in kinds where found.count < limit { found += try strays(of: kind) }
        return Array(found.prefix(limit))
    }

    /// The records among the last entries alone: what a crash or a lost file would have reached first.
    func departures(of kinds: [RecordKind], inLast count: Int64) throws -> [Departure] {
        let subjects: [String] = try session.column(
            "SELECT DISTINCT subject FROM journal WHERE sequence > \(try size() - count)")
        let latest = try latest(of: subjects)
        return try kinds.flatMap { kind in try latest[kind.name].map { try kind.departures(session, apart($0, kind)) } ?? [] }
    }

    /// Without those that were changed in bulk since: another entry stands for these.
    private func apart(_ known: [RecordKind.Known], _ kind: RecordKind) throws -> [RecordKind.Known] {
        let changed = try changedInBulk(known, of: kind)
        return changed.isEmpty ? known : known.filter { !changed.contains($0.number) }
    }

    /// The last state of each subject, by kind.
    private func latest(of subjects: [String]) throws -> [String: [RecordKind.Known]] {
        var latest: [String: [RecordKind.Known]] = [:]
        try session.each("""
            SELECT j.subject, j.sequence, p.state FROM journal j JOIN journal_payload p ON p.sequence = j.sequence
            WHERE j.sequence IN (SELECT MAX(sequence) FROM journal WHERE subject IN (\(list: subjects)) GROUP BY subject)
            """) { row in
            let (subject, sequence, state): (Subject, Int64, String) = try (row.next(), row.next(), row.next())
            latest[subject.kind, default: []].append(.init(number: subject.number, sequence: sequence, state: state))
        }
        return latest
    }

    /// Records about which the journal says nothing.
    private func strays(of kind: RecordKind) throws -> [Departure] {
        let brought = try addedInBulk(kind)
        var (found, last): ([Departure], Int64) = ([], 0)
        while true {
            let numbers = try kind.numbers(session, last)
            guard let end = numbers.last else { return found }
            last = end
            let subjects = numbers.filter { number in !brought.contains { $0.contains(number) } }.map { Subject(kind: kind.name, number: $0) }
            if subjects.isEmpty { continue }
            let known = Set(try session.column("SELECT DISTINCT subject FROM journal WHERE subject IN (\(list: subjects))", as: Subject.self))
            found += subjects.filter { !known.contains($0) }.map {
                Departure($0, nil, "\($0) has no entry in the journal: it was not Muster that added it.")
            }
        }
    }
}
