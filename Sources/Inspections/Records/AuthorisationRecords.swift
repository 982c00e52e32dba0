import Kernel
public import Storage

extension AuthorisationLevel: Record {
    static let kindTable = ListTable("authorisation_level_kind", of: "level", item: "kind")
    public static let table = Table("authorisation_level", [
        "id", "version", "code", "name", "asks", "complexity", "band", "sleeping", "revalidate", "from_on", "until_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        code = try row.next()
        name = try row.next()
        asks = try row.next()
        kinds = []
        complexity = try row.next()
        band = try row.next()
        sleeping = try row.next()
        revalidate = try row.next()
        from = try row.next()
        until = try row.next()
    }

    public var values: [Value] { Value.row(id, version, code, name, asks, complexity, band, sleeping, revalidate, from, until) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [AuthorisationLevel] {
        try session.rows(of: AuthorisationLevel.self, clause, with: \.kinds, from: kindTable)
    }
}

extension Authorisation: Record {
    public static let table = Table("authorisation", ["id", "version", "officer", "level", "from_on", "until_on", "note", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        officer = try row.next()
        level = try row.next()
        from = try row.next()
        until = try row.next()
        note = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, officer, level, from, until, note, by) }
}

extension AuthorisationException: Record {
    public static let table = Table("authorisation_exception", ["id", "version", "audit", "officer", "kind", "complexity", "band", "given_on", "because", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        audit = try row.next()
        officer = try row.next()
        kind = try row.next()
        complexity = try row.next()
        band = try row.next()
        on = try row.next()
        because = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, audit, officer, kind, complexity, band, on, because, by) }
}

extension AuditLetter: Record {
    static let recipientTable = ListTable("audit_letter_recipient", of: "letter", item: "recipient")
    public static let table = Table("audit_letter", ["id", "version", "audit", "content", "sha256", "sent_on", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        audit = try row.next()
        content = try row.next()
        sha256 = try row.next()
        sent = try row.next()
        by = try row.next()
        recipients = []
    }

    public var values: [Value] { Value.row(id, version, audit, content, sha256, sent, by) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [AuditLetter] {
        try session.rows(of: AuditLetter.self, clause, with: \.recipients, from: recipientTable)
    }
}
