internal import Foundation
internal import Kernel
internal import Synchronization

/// Keeps a second server away from an SQLite file: the operating system's own lock on a file beside it, which ends with
/// the process however that ends.
///
/// The file also notes how many entries the journal has at the least, so that a start notices when the newest are missing.
///
///     entries 950
///     process 4242 since 22 November 2026, 09:15
final class ServerLock: Sendable {
    private let lock: FileLock
    private let noted = Mutex<Int64>(0)

    private static let ending = ".lock"
    static func path(beside database: String) -> String { database + ending }

    /// - Throws: `database-in-use`, naming the server that has it; `database-not-opened`
    init(beside database: String, at moment: Moment) throws {
        let path = Self.path(beside: database)
        do { lock = try FileLock(path) } catch {
            switch error {
            case .notOpened(let code): throw Refusal.databaseNotOpened(database, String(cString: strerror(code)))
            case .held:
                let owner = Self.lines(of: path).dropFirst().first ?? "another process"
                throw Refusal.conflict("database-in-use", """
                    Muster already serves \(database) (\(owner)). Two servers can't share one SQLite file: \
                    stop that one first, or use PostgreSQL. Commands work beside a server.
                    """)
            }
        }
        let entries = Self.entriesNoted(beside: database) ?? 0
        let text = "\(Self.line(entries))process \(ProcessInfo.processInfo.processIdentifier) since \(moment.inWords)\n"
        write(text)
        try? lock.file.truncate(atOffset: UInt64(text.utf8.count))
        noted.withLock { $0 = entries }
    }

    /// Whether a server has the database now.
    static func isHeld(beside database: String) -> Bool { FileLock.isHeld(path(beside: database)) }

    /// Ends the lock in order: with the database closed, nothing can be missing from it.
    func release() { lock.release() }

    /// What is put in a database's place on purpose isn't measured by what stood there before.
    static func forget(beside database: String) { unlink(path(beside: database)) }

    /// Notes that the journal has so many entries, all of them on the disk.
    func note(_ entries: Int64) {
        noted.withLock { noted in
            guard entries > noted else { return }
            noted = entries
            write(Self.line(entries))
        }
    }

    /// Notes what a command added beside a server; where none ever served, there is no file to note it in.
    static func note(_ entries: Int64, beside database: String) {
        guard let noted = entriesNoted(beside: database), entries > noted,
              let file = FileHandle(forUpdatingAtPath: path(beside: database)) else { return }
        try? file.write(contentsOf: Data(line(entries).utf8))
        try? file.close()
    }

    /// How many entries were noted beside a database; nil where nothing was.
    static func entriesNoted(beside database: String) -> Int64? {
        lines(of: path(beside: database)).first.flatMap { $0.hasPrefix("entries ") ? Int64($0.dropFirst(8).trimmed) : nil }
    }

    /// The number has a fixed width, so that a write over it is one write of as many bytes.
    private static func line(_ entries: Int64) -> String {
        let digits = String(entries)
        return "entries \(digits)\(String(repeating: " ", count: 19 - digits.utf8.count))\n"
    }

    private static func lines(of path: String) -> [Substring] {
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").split(separator: "\n")
    }

    /// Only a note: where it can't be written, the start after this one notices less.
    private func write(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { pwrite(lock.file.fileDescriptor, $0.baseAddress, $0.count, 0) }
    }
}
