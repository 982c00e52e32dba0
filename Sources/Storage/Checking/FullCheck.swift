internal import Kernel

/// Everything that can be checked of a database: its file, its journal, and each record against the journal.
public struct FullCheck: Sendable, Codable {
    /// What the engine finds amiss in its own file, and keys that lead nowhere.
    public let damage: [String]
    /// Nil when the file is too damaged to be read.
    public let journal: JournalCheck?
    /// How many records were compared.
    public let records: Int
    public let departures: [Departure]
    /// How many states of records that came in bulk were lawfully removed.
    public let removed: Int

    public var isWhole: Bool { damage.isEmpty && journal?.isWhole == true && departures.isEmpty }

    /// - Parameter watch: told how far it is. What it throws ends the check.
    public static func make(_ session: Session, of kinds: [RecordKind], watch: CopyWatch = { _ in }) throws -> FullCheck {
        do { return try made(session, kinds, watch) } catch let fault as StorageFault where fault.cause == .damaged {
            return FullCheck(damage: [fault.message], journal: nil, records: 0, departures: [], removed: 0)
        }
    }

    private static func made(_ session: Session, _ kinds: [RecordKind], _ watch: CopyWatch) throws -> FullCheck {
        try watch(CopyProgress(step: "Reading the file", done: 0, all: 1))
        let damage = try session.damage(inFull: true) + session.brokenKeys()
        guard damage.isEmpty else { return FullCheck(damage: damage, journal: nil, records: 0, departures: [], removed: 0) }
        let journal = try Journal(session).verify { done, all in
            try watch(CopyProgress(step: "Proving the journal", done: Int(done), all: Int(all)))
        }
        let all = try session.value("SELECT COUNT(DISTINCT subject) FROM journal", as: Int.self) ?? 0
        var records = 0
        let departures = try Journal(session).departures(of: kinds) { done in
            records = done
            try watch(CopyProgress(step: "Comparing every record", done: done, all: all))
        }
        let files = kinds.contains { $0.name == Attachment.table.name } ? try session.filesThatDiffer() : []
        let bulk = try Journal(session).bulkDepartures(of: kinds) { done, all in
            try watch(CopyProgress(step: "Proving what came in bulk", done: Int(done), all: Int(all)))
        }
        return FullCheck(damage: [], journal: journal, records: records + Int(bulk.records), departures: departures + bulk.departures + files, removed: Int(bulk.removed))
    }
}

extension Session {
    /// Keys that lead nowhere, which only something else than Muster can have left; PostgreSQL never lets them.
    func brokenKeys() throws -> [String] {
        guard dialect == .sqlite else { return [] }
        return try rows(#"SELECT DISTINCT "table", "parent" FROM pragma_foreign_key_check"#) { row in
            let (table, parent): (String, String) = try (row.next(), row.next())
            return "a row of \(table) belongs to a row of \(parent) that is not there"
        }
    }
}
