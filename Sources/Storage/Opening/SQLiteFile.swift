internal import Foundation
internal import GRDB
internal import Kernel

/// An SQLite file before it is opened for work.
struct SQLiteFile {
    let path: String

    /// A file up to this size is read through at each start: it takes some milliseconds.
    static let smallSize = 16 << 20

    /// Whether a file is there; one of no bytes is too.
    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Whether whoever had it open last was stopped before they could close it.
    var wasCutOff: Bool { size(path + "-wal") > 0 }

    /// Whether the start can't wait for a check of the whole.
    var isTooLargeToReadNow: Bool { size(path) > Self.smallSize && !wasCutOff }

    /// Makes the folder that the file is to be in, for its owner alone.
    ///
    /// - Throws: `database-not-opened`
    func makeFolder() throws {
        do {
            try FileManager.default.createDirectory(
                at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch { throw Refusal.databaseNotOpened(path, error.localizedDescription) }
    }

    /// Looks at the file without a byte being written to it.
    ///
    /// - Throws: `database-not-opened`, `database-empty`, and what the inspection finds
    func inspect(_ inspection: Inspection) throws {
        guard exists else { return try inspection.checkEntriesNoted(0) }
        guard size(path) > 0 || wasCutOff else {
            throw Refusal.invalid("database-empty", """
                The file \(path) is empty, which no database is: it was emptied, or its making was broken off. \
                Remove it to begin with no data, or restore a copy in its place: muster restore COPY.
                """)
        }
        guard isSQLite else { throw Refusal.databaseNotOpened(path, "it is no SQLite file") }
        var inspection = inspection
        inspection.isInFull = !isTooLargeToReadNow
        // Whoever has the file open has a -wal beside it. With nobody there, it can be read without locks and leaves no trace.
        let isInUse = FileManager.default.fileExists(atPath: path + "-wal")
        do { try read(isInUse: isInUse, inspection) } catch where !isInUse && FileManager.default.fileExists(atPath: path + "-wal") {
            try read(isInUse: true, inspection)
        }
    }

    private func read(isInUse: Bool, _ inspection: Inspection) throws {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        do {
            let queue = try DatabaseQueue(path: "file:\(address)\(isInUse ? "" : "?immutable=1")", configuration: configuration)
            defer { try? queue.close() }
            try queue.read { database in try inspection.look(SQLiteConnection(database)) }
        } catch let error as DatabaseError {
            switch SQLiteConnection.failure(error) {
            case let fault as StorageFault where fault.cause == .damaged: throw inspection.damaged(fault.message)
            case let fault as StorageFault: throw Refusal.databaseNotOpened(path, fault.message)
            case let other: throw other
            }
        }
    }

    private var isSQLite: Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return true }
        return (try? file.read(upToCount: 16)).map { $0.isEmpty || $0 == Data("SQLite format 3\0".utf8) } ?? true
    }

    private func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
}

extension Refusal {
    static func databaseNotOpened(_ path: String, _ reason: String) -> Refusal {
        .invalid("database-not-opened", """
            The file \(path) could not be opened as a database (\(reason)). Name an SQLite file, or a new file in a folder that can be written. \
            If it was Muster's, restore the last copy: muster restore COPY.
            """)
    }
}
