internal import Foundation
internal import GRDB
internal import Kernel

/// Copies of a whole service: always one SQLite file, the same to the byte whichever engine it was made from.
///
/// `docs/copies.md` says what is in it.
public struct Copies: Sendable {
    let migrations: [Migration]
    let staysBehind: Set<String>

    var steps: [Migration] { Journal.migrations + migrations }

    /// What marks the file as a copy (SQLite's `application_id`: “Mstr”), and the version of its form (`user_version`).
    static let mark: Int64 = 0x4D73_7472
    static let form: Int64 = 1
    /// Where the copy keeps how many rows each table has, and their hash.
    static let contents = "contents"

    /// - Parameters:
    ///   - migrations: the steps that the service's schema takes, without the journal's own.
    ///   - staysBehind: the tables whose rows belong to this place or to this hour, and are in no copy.
    public init(migrations: [Migration], staysBehind: Set<String>) {
        self.migrations = migrations
        self.staysBehind = staysBehind
    }

    /// The tables that are in a copy with their rows, and those that are in it empty.
    public var tables: (travelling: [String], stayingBehind: [String]) {
        get throws {
            let tables = try CopySchema(steps: steps, staysBehind: staysBehind).tables
            return (tables.filter(\.travels).map(\.name), tables.filter { !$0.travels }.map(\.name))
        }
    }

    /// Makes a copy of what the store holds now, while others read and write, and checks it.
    ///
    /// - Throws: `file-already-there`, `folder-not-usable`, `no-room-left`, `journal-does-not-match`, `copy-not-the-same`
    public func make(
        of store: Store, at path: String, watch: @escaping CopyWatch = { _ in }
    ) async throws -> CheckedCopy {
        let file = try NewFile(path)
        do {
            let told = try await store.read { session in try write(session, into: file, watch) }
            let checked: CheckedCopy
            do { checked = try await examine(file.partial, watch: watch) } catch let fault as JournalNotWhole {
                // The rows are those of the database, so it is the database's journal.
                throw Refusal.journalNotWhole(fault.sentence)
            } catch let refusal as Refusal where refusal.code == "copy-damaged" {
                throw Refusal.copyNotTheSame(path)
            }
            guard checked.contents.tables == told else { throw Refusal.copyNotTheSame(path) }
            try file.finish()
            return checked
        } catch {
            file.discard()
            throw error
        }
    }

    /// Copies every row of one snapshot into the file, and tells what was read.
    private func write(_ session: Session, into file: NewFile, _ watch: CopyWatch) throws -> [CopyContents.Table] {
        let schema = try CopySchema(steps: steps, staysBehind: staysBehind)
        do {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            // What is thrown on the way leaves its transaction open, and the file is thrown away.
            configuration.allowsUnsafeTransactions = true
            let queue = try DatabaseQueue(path: file.partial, configuration: configuration)
            let told = try queue.inDatabase { database in
                // The file is of no use before it is whole, so nothing is kept for undoing; it is synced at the end.
                try database.execute(sql: """
                    PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
                    PRAGMA locking_mode = EXCLUSIVE; PRAGMA application_id = \(Self.mark); PRAGMA user_version = \(Self.form)
                    """)
                let connection = CopyTarget(connection: SQLiteConnection(database))
                try connection.define("BEGIN")
                for statement in schema.makingTables { try connection.define(statement) }
                let told = try fill(schema.travelling, from: session, connection, watch)
                try connection.define("CREATE TABLE \(Self.contents) (name TEXT PRIMARY KEY NOT NULL, rows BIGINT NOT NULL, sha256 TEXT NOT NULL)")
                for table in told {
                    try connection.run(SQL(trusted: "INSERT INTO \(Self.contents) (name, rows, sha256) VALUES ") + "(\(table.name), \(table.rows), \(table.sha256))")
                }
                for statement in schema.makingTheRest { try connection.define(statement) }
                try connection.define("COMMIT")
                return told
            }
            try queue.close()
            return told
        } catch let fault as CopyNotWritten {
            throw fault.refusal(file.path)
        } catch let error as DatabaseError {
            throw CopyNotWritten(code: error.extendedResultCode.rawValue, reason: error.message ?? "no reason given").refusal(file.path)
        }
    }

    private func fill(_ tables: [CopyTable], from session: Session, _ target: CopyTarget, _ watch: CopyWatch) throws -> [CopyContents.Table] {
        let all = try tables.reduce(0) { try $0 + $1.count(session) }
        var (done, told): (Int, [CopyContents.Table]) = (0, [])
        for table in tables {
            var (hash, batch) = (RowsHash(), RowBatch(table))
            try table.eachRow(session) { row in
                hash.take(row)
                if let statement = batch.take(row) { try target.run(statement) }
                done += 1
                if done % 1000 == 0 { try watch(CopyProgress(step: "Copying", done: done, all: all)) }
            }
            if let statement = batch.rest() { try target.run(statement) }
            told.append(.init(name: table.name, rows: hash.rows, sha256: hash.finish()))
        }
        return told
    }
}
