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
            if let damage = try session.damage(inFull: true).first { throw Refusal.copyDamaged(path, damage) }
            try watch(CopyProgress(step: "Checking the file", done: 1, all: 1))
            if let key = try session.brokenKeys().first { throw Refusal.copyDamaged(path, key) }
            let told: [CopyContents.Table] = try session.rows(SQL(trusted: "SELECT name, rows, sha256 FROM \(Self.contents)")) {
                .init(name: try $0.next(), rows: try $0.next(), sha256: try $0.next())
            }
            let tables = schema.tables(named: told.map(\.name))
            for table in schema.tables(notNamed: told.map(\.name)) where try table.count(session) > 0 {
                throw Refusal.copyDamaged(path, "it holds rows of the table \(table.name), which it does not list")
            }
            let found = try CopyContents.read(session, tables, watch: watch)
            if let table = found.tables.first(where: { !told.contains($0) }) {
                throw Refusal.copyDamaged(path, "the rows of the table \(table.name) are not those that were copied")
            }
            guard told.count == found.tables.count else { throw Refusal.copyDamaged(path, "it lists a table that it does not hold") }
            let (bytes, hash) = try Self.hash(ofFile: path, watch: watch)
            // What is missing at the end reads as zeros, and an empty page ends in those.
            let belong = try session.value(Dialect.sqlite.databaseSize, as: Int64.self) ?? 0
            guard Int64(bytes) == belong else { throw Refusal.copyDamaged(path, "it has \(bytes) bytes where \(belong) belong") }
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

    /// The tables that the copy has, which may be those of an older version.
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

    /// The hash of a file, as `sha256sum` prints it. It is read on a thread of its own, as it may be large.
    ///
    /// - Throws: `copy-not-found`
    public static func hash(of path: String) async throws -> Hash {
        try await withCheckedThrowingContinuation { read in
            DispatchQueue.global().async { read.resume(with: Result { try hash(ofFile: path).hash }) }
        }
    }

    static func hash(ofFile path: String, watch: CopyWatch = { _ in }) throws -> (bytes: Int64, hash: Hash) {
        guard let file = FileHandle(forReadingAtPath: path) else { throw Refusal.copyNotFound(path) }
        defer { try? file.close() }
        var hashing = Hashing()
        let all = Int(try file.seekToEnd())
        try file.seek(toOffset: 0)
        var bytes: Int64 = 0
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
            hashing.add(part)
            bytes += Int64(part.count)
            if bytes % (16 << 20) == 0 { try watch(CopyProgress(step: "Reading the file", done: Int(bytes), all: max(Int(bytes), all))) }
        }
        return (bytes, hashing.hash)
    }
}
