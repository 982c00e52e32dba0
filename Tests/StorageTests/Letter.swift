internal import Kernel
internal import Storage

/// A kind of record with a column of each type, for the tests of storage alone.
struct Letter: Record {
    let id: ID<Letter>
    var version = 0
    var reference: String
    var pages: Int
    var weight: Double
    var sealed: Bool
    var sent: Day?
    var note: String?
    var scan: [UInt8]?

    static let table = Table(
        "letter", ["id", "version", "reference", "pages", "weight", "sealed", "sent_on", "note", "scan"])

    init(
        id: ID<Letter>, reference: String, pages: Int = 1, weight: Double = 0.5, sealed: Bool = false, sent: Day? = nil,
        note: String? = nil, scan: [UInt8]? = nil
    ) {
        self.id = id
        self.reference = reference
        self.pages = pages
        self.weight = weight
        self.sealed = sealed
        self.sent = sent
        self.note = note
        self.scan = scan
    }

    init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        pages = try row.next()
        weight = try row.next()
        sealed = try row.next()
        sent = try row.next()
        note = try row.next()
        scan = try row.next()
    }

    var values: [Value] { Value.row(id, version, reference, pages, weight, sealed, sent, note, scan) }

    static let migrations = [
        Migration("letters-1") { dialect in
            [
                """
                CREATE TABLE letter (
                    \(dialect.id),
                    version BIGINT NOT NULL,
                    reference TEXT NOT NULL UNIQUE,
                    pages BIGINT NOT NULL CHECK (pages > 0),
                    weight DOUBLE PRECISION NOT NULL,
                    sealed BIGINT NOT NULL CHECK (sealed IN (0, 1)),
                    sent_on TEXT,
                    note TEXT,
                    scan \(dialect.blob)
                )
                """,
                "CREATE TABLE reply (id BIGINT PRIMARY KEY NOT NULL, letter BIGINT NOT NULL REFERENCES letter (id))",
            ]
        }
    ]
}
