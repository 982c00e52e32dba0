internal import CSodium
internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import Kernel

extension Copies {
    /// Opens a copy on its own, and makes everything anew that it says of itself: each row's part in its table's hash,
    /// and the whole journal.
    ///
    /// - Throws: `copy-not-found`, `copy-not-a-copy`, `copy-damaged`, `copy-newer`
    public func check(_ path: String, watch: @escaping CopyWatch = { _ in }) async throws -> CheckedCopy {
        do { return try await examine(path, watch: watch) } catch let fault as JournalNotWhole {
            throw Refusal.copyDamaged(path, fault.sentence.hasSuffix(".") ? String(fault.sentence.dropLast()) : fault.sentence)
        }
    }

    func examine(_ path: String, watch: @escaping CopyWatch) async throws -> CheckedCopy {
        try await reading(path) { session in
            let schema = try schema(of: session, path)
            try watch(CopyProgress(step: "Checking the file", done: 0, all: 1))
            let faults: [String] = try session.column("SELECT integrity_check FROM pragma_integrity_check(10)")
            guard faults == ["ok"] else { throw Refusal.copyDamaged(path, faults[0]) }
            try watch(CopyProgress(step: "Checking the file", done: 1, all: 1))
            let orphans: [String] = try session.column("SELECT \"table\" FROM pragma_foreign_key_check() LIMIT 1")
            if let table = orphans.first { throw Refusal.copyDamaged(path, "a row of the table \(table) refers to a row that is not there") }
            let found = try CopyContents.read(session, schema.travelling, watch: watch)
            let told: [CopyContents.Table] = try session.rows(SQL(trusted: "SELECT name, rows, sha256 FROM \(Self.contents)")) {
                .init(name: try $0.next(), rows: try $0.next(), sha256: try $0.next())
            }
            if let table = found.tables.first(where: { !told.contains($0) }) {
                throw Refusal.copyDamaged(path, "the rows of the table \(table.name) are not those that were copied")
            }
            guard told.count == found.tables.count else { throw Refusal.copyDamaged(path, "it lists a table that it does not hold") }
            let (bytes, hash) = try Self.hash(ofFile: path, watch: watch)
            return CheckedCopy(contents: found, bytes: bytes, sha256: hash)
        }
    }

    /// Runs `body` on an open copy, on a thread of SQLite's own. What SQLite can't make sense of is damage.
    func reading<T: Sendable>(_ path: String, _ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try Self.refuseUnreadable(path)
        return try await Self.naming(path) {
            try await Self.open(path).read { database in try body(Session(SQLiteConnection(database), salt: .random)) }
        }
    }

    /// The same where a transaction of another database is open.
    func readingNow<T>(_ path: String, _ body: (Session) throws -> T) throws -> T {
        try Self.open(path).read { database in try body(Session(SQLiteConnection(database), salt: .random)) }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// The tables that the copy holds, which may be those of an older version.
    ///
    /// - Throws: `copy-not-a-copy`, `copy-newer`
    func schema(of session: Session, _ path: String) throws -> CopySchema {
        try CopySchema(steps: stepsTaken(session, path), staysBehind: staysBehind)
    }

    func stepsTaken(_ session: Session, _ path: String) throws -> [Migration] {
        let mark = try session.value("SELECT application_id FROM pragma_application_id", as: Int64.self)
        let form = try session.value("SELECT user_version FROM pragma_user_version", as: Int64.self) ?? 0
        guard mark == Self.mark else {
            let known: [String] = try session.column("SELECT name FROM sqlite_master WHERE name IN ('migration', 'journal')")
            throw known.count == 2 ? Refusal.isTheDatabaseItself(path) : .notACopy(path)
        }
        guard form == Self.form else { throw Refusal.copyNewer(path, "form \(form)") }
        let taken: [String] = try session.column("SELECT name FROM migration ORDER BY place, name")
        if let unknown = taken.first(where: { name in !steps.contains { $0.name == name } }) { throw Refusal.copyNewer(path, unknown) }
        return steps.filter { taken.contains($0.name) }
    }

    private static func refuseUnreadable(_ path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw Refusal.copyNotFound(path) }
        defer { try? file.close() }
        let start: Data?
        do { start = try file.read(upToCount: 16) } catch { throw Refusal.copyNotFound(path) }
        guard start == Data("SQLite format 3\0".utf8) else { throw Refusal.notACopy(path) }
    }

    private static func naming<T>(_ path: String, _ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let fault as StorageFault {
            throw damaged(path, Int32(fault.code) ?? 0, fault.message) ?? fault
        } catch let error as DatabaseError {
            throw damaged(path, error.extendedResultCode.rawValue, error.message ?? "unreadable") ?? error
        } catch is StoredValueUnreadable {
            throw Refusal.copyDamaged(path, "a value in it can't be read")
        }
    }

    private static func damaged(_ path: String, _ code: Int32, _ reason: String) -> Refusal? {
        switch code & 0xFF {
        case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_IOERR, SQLITE_ERROR: .copyDamaged(path, reason)
        case SQLITE_CANTOPEN, SQLITE_PERM: .copyNotFound(path)
        default: nil
        }
    }

    /// What `sha256sum` prints.
    static func hash(ofFile path: String, watch: CopyWatch = { _ in }) throws -> (bytes: Int64, hash: Hash) {
        guard let file = FileHandle(forReadingAtPath: path) else { throw Refusal.copyNotFound(path) }
        defer { try? file.close() }
        var state = crypto_hash_sha256_state()
        crypto_hash_sha256_init(&state)
        let all = Int(try file.seekToEnd())
        try file.seek(toOffset: 0)
        var bytes: Int64 = 0
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
            crypto_hash_sha256_update(&state, Array(part), UInt64(part.count))
            bytes += Int64(part.count)
            if bytes % (16 << 20) == 0 { try watch(CopyProgress(step: "Reading the file", done: Int(bytes), all: max(Int(bytes), all))) }
        }
        var hash = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &hash)
        guard let hash = Hash(bytes: hash) else { throw Refusal.copyNotFound(path) }
        return (bytes, hash)
    }
}
