public import Kernel

extension Attachment {
    /// The tables of files. The bytes stand in pieces, so that no answer need hold a whole file.
    public static let migrations: [Migration] = [
        Migration("attachments-1") { dialect in [
            "CREATE TABLE attachment_content (sha256 TEXT PRIMARY KEY NOT NULL CHECK (LENGTH(sha256) = 64), size BIGINT NOT NULL CHECK (size > 0))",
            """
            CREATE TABLE attachment_piece (
                sha256 TEXT NOT NULL REFERENCES attachment_content (sha256), place BIGINT NOT NULL, bytes \(dialect.blob) NOT NULL,
                PRIMARY KEY (sha256, place))
            """,
            """
            CREATE TABLE attachment (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                name TEXT NOT NULL CHECK (name <> ''), kind TEXT NOT NULL, size BIGINT NOT NULL,
                sha256 TEXT NOT NULL REFERENCES attachment_content (sha256),
                is_scanned BIGINT NOT NULL CHECK (is_scanned IN (0, 1)))
            """,
            "CREATE INDEX attachment_by_content ON attachment (sha256)",
        ] },
    ]

    /// For the checks that compare each with the journal.
    public static let records = [RecordKind(Attachment.self)]
}

extension Attachment: Record {
    public static let table = Table("attachment", ["id", "version", "name", "kind", "size", "sha256", "is_scanned"])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), name: try row.next(), kind: try row.next(), size: try row.next(),
            sha256: try row.next(), isScanned: try row.next())
    }

    public var values: [Value] { Value.row(id, version, name, kind, size, sha256, isScanned) }

    /// How many bytes a piece has, the last one fewer.
    public static let pieceSize = 256 << 10

    /// In how many pieces its bytes are kept.
    public var pieceCount: Int { (size + Self.pieceSize - 1) / Self.pieceSize }
}

extension FileKind: Stored {}

extension Work {
    /// Keeps a file that was checked, and says under which name and by whom. The same bytes are kept once.
    ///
    /// - Parameter scope: what it is attached to, as a whole: its plan.
    public func attach(_ file: CheckedFile, in scope: Subject? = nil) throws -> Attachment {
        let sha256 = file.sha256
        if try session.value("SELECT 1 FROM attachment_content WHERE sha256 = \(sha256)", as: Int.self) == nil {
            try session.run("INSERT INTO attachment_content (sha256, size) VALUES (\(sha256), \(file.bytes.count))")
            for (place, start) in stride(from: 0, to: file.bytes.count, by: Attachment.pieceSize).enumerated() {
                let piece = Array(file.bytes[start..<min(start + Attachment.pieceSize, file.bytes.count)])
                try session.run("INSERT INTO attachment_piece (sha256, place, bytes) VALUES (\(sha256), \(place), \(piece))")
            }
        }
        return try add("attached the file", in: scope) { id in
            Attachment(id: id, name: file.name, kind: file.kind, size: file.bytes.count, sha256: sha256, isScanned: file.isScanned)
        }
    }
}

extension Session {
    /// - Throws: `attachment-not-found`
    public func attachment(_ id: ID<Attachment>) throws -> Attachment {
        try first(Attachment.self, "WHERE id = \(id)", or: Refusal.missing("attachment-not-found", "There is no file of the number \(id)."))
    }

    /// One of the pieces that a file's bytes are kept in, counted from 0.
    ///
    /// - Throws: `AttachmentIncomplete`
    public func piece(_ place: Int, of file: Attachment) throws -> [UInt8] {
        let piece: [UInt8]? = try value("SELECT bytes FROM attachment_piece WHERE sha256 = \(file.sha256) AND place = \(place)")
        guard let piece else { throw AttachmentIncomplete(sha256: file.sha256, place: place) }
        return piece
    }

    /// All bytes of a file, for who needs them at once.
    ///
    /// - Throws: `AttachmentIncomplete`
    public func bytes(of file: Attachment) throws -> [UInt8] {
        try (0..<file.pieceCount).flatMap { try piece($0, of: file) }
    }

    /// The files whose bytes are not those that were attached: somebody changed the database behind Muster's back.
    func filesThatDiffer() throws -> [Departure] {
        var found: [Departure] = []
        for file in try all(Attachment.self, "WHERE id IN (SELECT MIN(id) FROM attachment GROUP BY sha256) ORDER BY id") {
            var (hashing, size) = (Hashing(), 0)
            for place in 0..<file.pieceCount {
                guard let piece: [UInt8] = try value("SELECT bytes FROM attachment_piece WHERE sha256 = \(file.sha256) AND place = \(place)") else { break }
                hashing.add(piece)
                size += piece.count
            }
            guard size != file.size || hashing.hash.description != file.sha256 else { continue }
            found.append(Departure(file.subject, nil, "The bytes of “\(file.name)” (\(file.subject)) are not those that were attached."))
        }
        return found
    }
}

/// A piece of a file is gone: something else than Muster took it out.
public struct AttachmentIncomplete: Error, Sendable {
    public let sha256: String
    public let place: Int
}
