import Foundation
import Kernel
import Register
import Storage

/// A register in a file: an entry a line, as JSON. What is kept elsewhere is read so, and what is made up for measurements.
struct EntryLines {
    let path: String

    /// - Throws: `register-file-not-readable`
    func contents(service: String, on day: Day) throws -> RegisterContents {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Refusal.invalid("register-file-not-readable", "The file \(path) can’t be read. Give the path of a file of entries, such as muster example register writes.")
        }
        let lines = data.split(separator: UInt8(ascii: "\n"))
        // A few thousand lines are enough work for a core.
        let read = Array(lines.enumerated()).map { Line(number: $0.offset + 1, bytes: Data($0.element)) }
            .mapTogether(atLeast: 2000) { line in (line.number, try? JSONDecoder().decode(PublicEntry.self, from: line.bytes)) }
        var (entries, seen) = ([PublicEntry](), Set<String>())
        for (number, entry) in read {
            guard let entry, seen.insert(entry.key.lowercased()).inserted else {
                throw Refusal.invalid("register-file-not-readable", "Line \(number) of \(path) is no entry of a register, or has the reference of one before it. Each line is one entry as JSON.")
            }
            entries.append(entry)
        }
        let since = (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date) ?? Date(timeIntervalSince1970: 0)
        return RegisterContents(
            service: service, version: RegisterVersion(day: day, size: Int64(entries.count), file: Hash(of: [UInt8](data)).description, since: Moment(milliseconds: Int64(since.timeIntervalSince1970 * 1000))),
            entries: entries)
    }

    /// - Throws: `register-file-not-written`
    func write(_ entries: [PublicEntry]) throws {
        let json = CanonicalJSON()
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else {
            throw Refusal.invalid("register-file-not-written", "The file \(path) can’t be written. Give the path of a file in a folder that is there.")
        }
        defer { try? file.close() }
        for start in stride(from: 0, to: entries.count, by: 1000) {
            let piece = try entries[start..<min(start + 1000, entries.count)].map { try json.text($0) + "\n" }.joined()
            try file.write(contentsOf: Data(piece.utf8))
        }
    }

    private struct Line: Sendable {
        let number: Int
        let bytes: Data
    }
}
