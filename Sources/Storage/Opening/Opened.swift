internal import Kernel

/// A database that was looked at and then opened, with what belongs to that until it is closed.
struct Opened: Sendable {
    let engine: any Engine
    /// What the only server of an SQLite file holds.
    var lock: ServerLock?
    var health = Health.sound
    /// Told the journal's size after each change.
    var note: @Sendable (Int64) -> Void = { _ in }

    /// Looks at the database that an address names and opens it. One that is refused is not written to.
    ///
    /// - Parameter serves: whether this process is to be the only server of an SQLite file.
    static func open(
        _ address: DatabaseAddress, steps: [Migration], records: [RecordKind], serves: Bool, at moment: Moment
    ) async throws -> Opened {
        switch address {
        case .sqlite(let path):
            let inspection = Inspection(
                name: "The database \(path)", steps: steps, records: records, entriesNoted: ServerLock.entriesNoted(beside: path))
            return try await SQLiteFile(path: path).open(inspection, serves: serves, at: moment)
        case .postgres(let url):
            let engine = try await PostgresEngine(url: url)
            let inspection = Inspection(name: "The PostgreSQL database", steps: steps, records: records)
            do { try await engine.read { connection in try inspection.look(connection) } } catch {
                try? await engine.close()
                throw error
            }
            return Opened(engine: engine)
        }
    }
}

extension SQLiteFile {
    /// - Throws: what the look at it finds, `database-not-opened`, `database-in-use`
    func open(_ inspection: Inspection, serves: Bool, at moment: Moment) async throws -> Opened {
        try inspect(inspection)
        let health: Health = isTooLargeToReadNow ? .unknown : .sound
        try makeFolder()
        let lock = serves ? try ServerLock(beside: path, at: moment) : nil
        let engine = try SQLiteEngine(path: path)
        do { if !serves { try await refuseStepsUnderServer(engine, inspection.steps) } } catch {
            try? await engine.close()
            throw error
        }
        return Opened(engine: engine, lock: lock, health: health) { [path] entries in
            if let lock { lock.note(entries) } else { ServerLock.note(entries, beside: path) }
        }
    }

    /// A command of a newer version would change the tables of a server that knows nothing of it.
    private func refuseStepsUnderServer(_ engine: SQLiteEngine, _ steps: [Migration]) async throws {
        guard ServerLock.isHeld(beside: path), try await engine.read({ try Migrations.isStepLeft(of: steps, $0) }) else { return }
        throw Refusal.conflict("database-in-use", """
            A server of another version of Muster has \(path), and this command would change the tables under it. \
            Nothing was written. Restart the server with this version first, then run the command again.
            """)
    }
}
