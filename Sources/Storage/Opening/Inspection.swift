internal import Kernel

/// A look at a database before anything is written to it: whether it is Muster's, whether this program knows it, whether
/// it is whole. Nothing is ever written to one that is refused.
struct Inspection: Sendable {
    /// Which database, as a sentence names it.
    let name: String
    let steps: [Migration]
    let records: [RecordKind]
    /// Whether the engine's own check is made too, which reads the whole file.
    var isInFull = false
    /// How many entries the journal had at the least when it was last open, where that was noted.
    var entriesNoted: Int64?

    /// - Throws: `database-newer`, `database-of-another-program`, `database-damaged`, `database-lacks-changes`
    func look(_ connection: any Connection) throws {
        let session = Session(connection, salt: .random)
        do {
            guard try isMusters(session) else { return }
            if isInFull, let damage = try session.damage().first { throw damaged(damage) }
            try checkJournal(Journal(session))
        } catch let fault as StorageFault where fault.cause == .damaged {
            throw damaged(fault.message)
        } catch is StoredValueUnreadable {
            throw damaged("a value in it can't be read")
        }
    }

    func damaged(_ reason: String) -> Refusal {
        .invalid("database-damaged", """
            \(name) is damaged (\(reason.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(300))). Nothing was written to it. \
            Keep it as it is, and restore the last copy: muster restore COPY.
            """)
    }

    /// False for a database in which nothing was made yet.
    private func isMusters(_ session: Session) throws -> Bool {
        let tables: [String] = try session.column(session.dialect.tables)
        guard !tables.isEmpty else {
            try checkEntriesNoted(0)
            return false
        }
        let columns = tables.contains("migration") ? try session.column(session.dialect.columns(of: "migration"), as: String.self) : []
        guard Set(columns) == ["name", "place", "applied_at"] else { throw foreign(tables) }
        let taken: [String] = try session.column("SELECT name FROM migration ORDER BY place, name")
        try Migrations.checkKnown(taken, among: steps)
        // The first step is taken in a transaction of its own, after the list of steps was made.
        if taken.isEmpty, tables == ["migration"] { return false }
        guard tables.contains("journal"), taken.contains("journal-1") else { throw foreign(tables) }
        return true
    }

    private func foreign(_ tables: [String]) -> Refusal {
        let few = tables.filter { $0 != "migration" }.sorted().prefix(3)
        return .invalid("database-of-another-program", """
            \(name) holds other software’s tables (\(few.joined(separator: ", "))) and was not made by Muster. Nothing was written to it. \
            Name an empty place, or Muster's own database.
            """)
    }

    private func checkJournal(_ journal: Journal) throws {
        try checkEntriesNoted(try journal.size())
        do {
            if let mismatch = try journal.mismatchAtEnd() { throw notWhole(mismatch.sentence) }
        } catch let refusal as Refusal where refusal.code == "journal-node-missing" {
            throw notWhole(refusal.sentence)
        }
        if let departure = try journal.departures(of: records, inLast: 16).first { throw notWhole(departure.sentence) }
    }

    private func notWhole(_ sentence: String) -> Refusal {
        .invalid("database-damaged", """
            \(name) is not what it was when Muster last wrote to it. \(sentence) Nothing was written to it. \
            Keep it as it is, and restore the last copy: muster restore COPY.
            """)
    }

    func checkEntriesNoted(_ size: Int64) throws {
        guard let entriesNoted, entriesNoted > size else { return }
        throw Refusal.invalid("database-lacks-changes", """
            \(name) holds \(size) changes, but it held \(entriesNoted) when it was last in use: the file beside it that ends in -wal was taken away, \
            or an older file was put in its place. Nothing was written to it. Put the file back, or restore the last copy: muster restore COPY. \
            If it is meant to be the older one, remove the file beside it that ends in .lock.
            """)
    }
}

extension Session {
    /// What the engine itself finds amiss in its file; PostgreSQL looks after its own.
    func damage(inFull: Bool = false) throws -> [String] {
        guard dialect == .sqlite else { return [] }
        return try column(inFull ? "PRAGMA integrity_check" : "PRAGMA quick_check", as: String.self).filter { $0 != "ok" }
    }
}
