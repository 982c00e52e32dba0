public import Kernel
public import Storage

extension Need: Record {
    public static let table = Table("need", [
        "id", "version", "plan", "action", "text", "one_off_pence", "yearly_pence", "fte_hundredths", "from_on", "through_on", "funded", "note",
        "since_on", "made_by", "ended_on", "ended_by",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        action = try row.next()
        text = try row.next()
        oneOff = Hundredths(try row.next())
        yearly = Hundredths(try row.next())
        fte = Hundredths(try row.next())
        from = try row.next()
        through = try row.next()
        isFunded = try row.next()
        note = try row.next()
        since = try row.next()
        by = try row.next()
        endedOn = try row.next()
        endedBy = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, plan, action, text, oneOff.count, yearly.count, fte.count, from, through, isFunded, note, since, by, endedOn, endedBy)
    }
}

extension Session {
    /// - Throws: `need-not-found`
    public func need(_ id: ID<Need>, of action: Action) throws -> Need {
        try first(
            Need.self, "WHERE id = \(id) AND action = \(action.id)",
            or: Refusal.missing("need-not-found", "Action \(action.reference) has no such need."))
    }
}

extension Plans {
    /// The table of what actions need.
    static let needMigration = Migration("plans-needs-1") { dialect in [
        """
        CREATE TABLE need (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), action BIGINT NOT NULL REFERENCES action (id),
            text TEXT NOT NULL CHECK (text <> ''), one_off_pence BIGINT NOT NULL CHECK (one_off_pence >= 0),
            yearly_pence BIGINT NOT NULL CHECK (yearly_pence >= 0), fte_hundredths BIGINT NOT NULL CHECK (fte_hundredths >= 0),
            from_on TEXT, through_on TEXT CHECK (through_on >= from_on), funded BIGINT NOT NULL CHECK (funded IN (0, 1)), note TEXT,
            since_on TEXT NOT NULL, made_by TEXT NOT NULL, ended_on TEXT CHECK (ended_on >= since_on), ended_by TEXT,
            CHECK (one_off_pence + yearly_pence + fte_hundredths > 0), CHECK ((ended_on IS NULL) = (ended_by IS NULL)))
        """,
        "CREATE INDEX need_by_plan ON need (plan)",
        "CREATE INDEX need_by_action ON need (action)",
    ] }
}
