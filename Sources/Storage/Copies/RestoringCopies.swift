internal import Foundation
internal import GRDB
internal import Kernel

extension Copies {
    /// Puts a copy into an empty place, on either engine: checks it, makes the schema, brings every row in, and compares
    /// what is there then, all in one transaction.
    ///
    /// - Returns: what is in the place now; the same as is in the copy.
    /// - Throws: what `check` refuses, `place-not-empty`, `restore-under-way`, `no-room-left`, `copy-not-the-same`
    @discardableResult
    public func restore(_ path: String, into address: DatabaseAddress, watch: @escaping CopyWatch = { _ in }) async throws -> CheckedCopy {
        switch address {
        case .sqlite(let target):
            try Self.refuseTaken(target)
            let checked = try await check(path, watch: watch)
            let unfinished = Self.unfinished(target)
            try SQLiteFile(path: unfinished).makeFolder()
            let lock = try Self.lock(unfinished)
            defer { lock.release() }
            try Self.refuseTaken(target)
            try Self.remove(unfinished)
            do {
                let engine = try SQLiteEngine(path: unfinished)
                try await closing(engine) { try await restore(path, checked, into: engine, watch) }
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: unfinished)
                ServerLock.forget(beside: target)
                try NewFile.rename(unfinished, target)
                ServerLock.forget(beside: target)
            } catch {
                try? Self.remove(unfinished)
                throw (error as? StorageFault).map { CopyNotWritten($0).refusal(target) } ?? error
            }
            return checked
        case .postgres(let url):
            let engine = try await PostgresEngine(url: url)
            return try await closing(engine) {
                try await engine.read { connection in try Self.refuseTables(connection) }
                let checked = try await check(path, watch: watch)
                try await restore(path, checked, into: engine, watch)
                return checked
            }
        }
    }

    private func closing<T>(_ engine: some Engine, _ body: () async throws -> T) async throws -> T {
        do {
            let result = try await body()
            try await engine.close()
            return result
        } catch {
            try? await engine.close()
            throw error
        }
    }

    private func restore(_ path: String, _ checked: CheckedCopy, into engine: some Engine, _ watch: @escaping CopyWatch) async throws {
        try await engine.write { connection in
            try Self.refuseTables(connection)
            try readingNow(path) { copy in
                let taken = try stepsTaken(copy, path)
                try Migrations.begin(on: connection)
                for (place, step) in taken.enumerated() { _ = try Migrations.apply(step, at: place, Moment(milliseconds: 0), on: connection) }
                let tables = try CopySchema(steps: taken, staysBehind: staysBehind).tables(named: checked.contents.tables.map(\.name))
                // A step may have put rows there of its own, and the table of steps has some.
                for table in tables.reversed() where try table.count(Session(connection, salt: .random)) > 0 {
                    _ = try connection.run(SQL(trusted: "DELETE FROM \"\(table.name)\""))
                }
                try bring(tables, from: copy, connection, watch)
                let found: CopyContents
                do { found = try CopyContents.read(Session(connection, salt: .random), tables, watch: watch) } catch is JournalNotWhole {
                    throw Refusal.copyNotTheSame("What was restored")
                }
                guard found == checked.contents else { throw Refusal.copyNotTheSame("What was restored") }
            }
        }
    }

    private func bring(_ tables: [CopyTable], from copy: Session, _ connection: any Connection, _ watch: CopyWatch) throws {
        let all = try tables.reduce(0) { try $0 + $1.count(copy) }
        var done = 0
        for table in tables {
            var batch = RowBatch(table)
            try table.eachRow(copy) { row in
                if let statement = batch.take(row) { _ = try connection.run(statement) }
                done += 1
                if done % 1000 == 0 { try watch(CopyProgress(step: "Restoring", done: done, all: all)) }
            }
            if let statement = batch.rest() { _ = try connection.run(statement) }
        }
    }

    // MARK: The place

    private static func lockPath(_ unfinished: String) -> String { unfinished + ".lock" }

    /// Keeps a second restoration away from the place of one that is under way.
    ///
    /// - Throws: `restore-under-way`
    private static func lock(_ unfinished: String) throws -> FileLock {
        do { return try FileLock(lockPath(unfinished)) } catch {
            switch error {
            case .notOpened(let code): throw Refusal.notWritten(lockPath(unfinished), code)
            case .held: throw Refusal.restoreUnderWay(unfinished)
            }
        }
    }

    /// The name that a database has while a copy is being restored into it.
    static func unfinished(_ path: String) -> String { path + ".restoring" }

    private static func remove(_ path: String) throws {
        for part in [path + "-wal", path + "-shm", path] where NewFile.isThere(part) {
            guard unlink(part) == 0 else { throw Refusal.notWritten(part, errno) }
        }
    }

    /// A log that is left over would be read into whatever database comes to stand beside it.
    private static func refuseTaken(_ path: String) throws {
        for part in [path, path + "-wal", path + "-shm", path + "-journal"] where NewFile.isThere(part) {
            throw Refusal.placeNotEmpty("There is a file \(part) already.", "Move it away, or name another place with --data or --database.")
        }
    }

    private static func refuseTables(_ connection: any Connection) throws {
        let tables: [String] = try Session(connection, salt: .random).column(connection.dialect.tables)
        guard let one = tables.first else { return }
        throw Refusal.placeNotEmpty(
            "The database has tables already, “\(one)” among them.", "Make an empty database and name it with --database.")
    }

    /// A service that began anew where a restore was cut short would soon hold work of its own.
    ///
    /// - Throws: `restore-unfinished`, `restore-under-way`
    static func refuseUnfinished(_ address: DatabaseAddress) throws {
        guard case .sqlite(let path) = address, !NewFile.isThere(path), NewFile.isThere(unfinished(path)) else { return }
        if FileLock.isHeld(lockPath(unfinished(path))) { throw Refusal.restoreUnderWay(unfinished(path)) }
        throw Refusal.restoreUnfinished(unfinished(path))
    }
}
