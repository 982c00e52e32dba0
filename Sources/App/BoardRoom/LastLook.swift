import Kernel
import People
import Storage

/// When somebody last read what changed for their boards, and how much was on record by then.
///
/// Both are kept, since a day alone loses what was written down later about a day before it.
struct LastLook: Codable, Equatable, Sendable {
    let id: ID<LastLook>
    var version: Int
    let person: ID<Party>
    /// When what they read was put together.
    var at: Moment
    /// How many entries the journal had then.
    var entries: Int64
}

/// What somebody says to have read; what is left out is now.
struct NewLook: Sendable, Equatable {
    var at: Moment?
    var entries: Int64?

    init(at: Moment? = nil, entries: Int64? = nil) { (self.at, self.entries) = (at, entries) }

    init(reading fields: inout Fields) {
        let (at, entries) = (fields.written("at"), fields.written("entries"))
        self.at = Moment(iso: at)
        self.entries = Int64(entries)
        if !at.isEmpty, self.at == nil { fields.refuse("at", "“\(at.prefix(40))” is no moment. Write it as 2026-11-21T10:00:00.000Z.") }
        if !entries.isEmpty, self.entries == nil { fields.refuse("entries", "“\(entries.prefix(40))” is no number of entries.") }
    }
}

extension LastLook: Record {
    static let table = Table("last_look", ["id", "version", "person", "looked_at", "entries"])

    init(_ row: inout Row) throws {
        self.init(id: try row.next(), version: try row.next(), person: try row.next(), at: try row.next(), entries: try row.next())
    }

    var values: [Value] { Value.row(id, version, person, at, entries) }
}

extension BoardRooms {
    static let records = [RecordKind(LastLook.self)]

    static let migrations: [Migration] = [
        Migration("board-room-1") { dialect in [
            """
            CREATE TABLE last_look (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0), person BIGINT NOT NULL UNIQUE REFERENCES party (id),
                looked_at TEXT NOT NULL CHECK (length(looked_at) = 24), entries BIGINT NOT NULL CHECK (entries >= 0))
            """,
        ] },
    ]
}
