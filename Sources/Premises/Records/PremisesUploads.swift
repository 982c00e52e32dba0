import Foundation
import Kernel
import Storage

/// A file of premises that somebody has sent and not taken yet, with what they said of its columns. Not a record: nothing is promised by
/// it, so the journal does not know it.
struct PremisesUpload: Sendable {
    /// What was said of it so far.
    struct Choices: Codable, Equatable, Sendable {
        /// What each column holds; nil as it was guessed.
        var fields: [PremisesField?]?
        var usualType: PremisesType?
    }

    let id: Int64
    let name: String
    let sha256: String
    let choices: Choices
    let bytes: [UInt8]
}

/// The files that were sent. Each is seen by whoever sent it, and goes after a day.
struct PremisesUploads {
    let session: Session

    private static let piece = 256 << 10

    func add(_ bytes: [UInt8], named name: String, by actor: Actor, at moment: Moment) throws -> Int64 {
        for old in try session.column("SELECT id FROM premises_upload WHERE made_at < \(moment.adding(seconds: -86_400))", as: Int64.self) { try remove(old) }
        // Counted by the clock, since these rows go: a page left open must not act on the file that comes next.
        let id = max(try session.value("SELECT COALESCE(MAX(id), 0) + 1 FROM premises_upload") ?? 1, moment.milliseconds)
        try session.run("""
            INSERT INTO premises_upload (id, file, sha256, choices, made_by, made_at)
            VALUES (\(id), \(name), \(Hash(of: bytes).description), \(try Self.written(PremisesUpload.Choices())), \(actor.subject), \(moment))
            """)
        for (place, start) in stride(from: 0, to: bytes.count, by: Self.piece).enumerated() {
            let piece = Array(bytes[start..<min(start + Self.piece, bytes.count)])
            try session.run("INSERT INTO premises_upload_piece (upload, place, bytes) VALUES (\(id), \(place), \(piece))")
        }
        return id
    }

    /// Those that somebody sent and neither took nor put aside, the latest first.
    func unfinished(by actor: Actor) throws -> [(id: Int64, name: String, at: Moment)] {
        try session.rows("SELECT id, file, made_at FROM premises_upload WHERE made_by = \(actor.subject) ORDER BY id DESC LIMIT 50") { row in
            (id: try row.next(), name: try row.next(), at: try row.next())
        }
    }

    /// - Throws: `premises-upload-not-found`
    func get(_ id: Int64, by actor: Actor) throws -> PremisesUpload {
        let found = try session.rows("SELECT file, sha256, choices FROM premises_upload WHERE id = \(id) AND made_by = \(actor.subject)") { row in
            (try row.next() as String, try row.next() as String, try row.next() as String)
        }
        guard let (name, sha256, choices) = found.first else { throw Self.gone }
        var bytes: [UInt8] = []
        var place = 0
        while let piece: [UInt8] = try session.value("SELECT bytes FROM premises_upload_piece WHERE upload = \(id) AND place = \(place)") {
            bytes += piece
            place += 1
        }
        return PremisesUpload(
            id: id, name: name, sha256: sha256, choices: try JSONDecoder().decode(PremisesUpload.Choices.self, from: Data(choices.utf8)), bytes: bytes)
    }

    func save(_ choices: PremisesUpload.Choices, of id: Int64) throws { try session.run("UPDATE premises_upload SET choices = \(Self.written(choices)) WHERE id = \(id)") }

    /// Ends with what it makes, or with nothing: who comes second finds it gone and takes nothing twice.
    ///
    /// - Throws: `premises-upload-not-found`
    func finish(_ id: Int64, by actor: Actor) throws {
        let found: Int64? = try session.value("SELECT id FROM premises_upload WHERE id = \(id) AND made_by = \(actor.subject)")
        guard found != nil else { throw Self.gone }
        try remove(id)
    }

    private static let gone = Refusal.missing(
        "premises-upload-not-found", "This file was taken, was put aside, or belongs to somebody else. Begin again under Premises.")

    private func remove(_ id: Int64) throws {
        try session.run("DELETE FROM premises_upload_piece WHERE upload = \(id)")
        try session.run("DELETE FROM premises_upload WHERE id = \(id)")
    }

    private static func written(_ choices: PremisesUpload.Choices) throws -> String { String(decoding: try JSONEncoder().encode(choices), as: UTF8.self) }
}
