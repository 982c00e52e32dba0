public import Kernel
public import Storage

extension Evidence: Record {
    public static let table = Table("evidence", [
        "id", "version", "plan", "finding", "action", "shows", "attachment", "link", "subject", "put_on", "put_by", "through_on",
        "withdrawn_on", "withdrawn_by", "because",
    ] + StatedFigure.columns)

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        finding = try row.next()
        action = try row.next()
        shows = try row.next()
        file = try row.next()
        link = try row.next()
        record = try row.next()
        on = try row.next()
        by = try row.next()
        through = try row.next()
        withdrawnOn = try row.next()
        withdrawnBy = try row.next()
        withdrawnBecause = try row.next()
        stated = try StatedFigure.read(&row)
    }

    public var values: [Value] {
        Value.row(id, version, plan, finding, action, shows, file, link, record, on, by, through, withdrawnOn, withdrawnBy, withdrawnBecause) + StatedFigure.values(stated)
    }
}

extension EvidenceLook: Record {
    public static let table = Table("evidence_look", ["id", "version", "plan", "evidence", "looked_on", "looked_by", "through_on"] + StatedFigure.columns)

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        evidence = try row.next()
        on = try row.next()
        by = try row.next()
        through = try row.next()
        stated = try StatedFigure.read(&row)
    }

    public var values: [Value] { Value.row(id, version, plan, evidence, on, by, through) + StatedFigure.values(stated) }
}

extension Evidence {
    static let migration = Migration("plans-evidence-1") { dialect in [
        """
        CREATE TABLE evidence (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id),
            finding BIGINT REFERENCES finding (id), action BIGINT REFERENCES action (id),
            shows TEXT NOT NULL CHECK (shows <> ''),
            attachment BIGINT REFERENCES attachment (id), link TEXT, subject TEXT,
            put_on TEXT NOT NULL, put_by TEXT NOT NULL, through_on TEXT CHECK (through_on >= put_on),
            withdrawn_on TEXT CHECK (withdrawn_on >= put_on), withdrawn_by TEXT, because TEXT CHECK (because <> ''),
            CHECK ((finding IS NULL) <> (action IS NULL)),
            CHECK ((CASE WHEN attachment IS NULL THEN 0 ELSE 1 END) + (CASE WHEN link IS NULL THEN 0 ELSE 1 END)
                + (CASE WHEN subject IS NULL THEN 0 ELSE 1 END) = 1),
            CHECK ((withdrawn_on IS NULL) = (because IS NULL) AND (withdrawn_on IS NULL) = (withdrawn_by IS NULL)))
        """,
        "CREATE INDEX evidence_by_plan ON evidence (plan)",
        "CREATE INDEX evidence_by_subject ON evidence (subject)",
        """
        CREATE TABLE evidence_look (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), evidence BIGINT NOT NULL REFERENCES evidence (id),
            looked_on TEXT NOT NULL, looked_by TEXT NOT NULL, through_on TEXT CHECK (through_on >= looked_on))
        """,
        "CREATE INDEX evidence_look_by_plan ON evidence_look (plan)",
    ] }
}

extension Session {
    /// - Throws: `evidence-not-found`
    public func evidence(_ id: ID<Evidence>, in plan: Plan) throws -> Evidence {
        try first(
            Evidence.self, "WHERE id = \(id) AND plan = \(plan.id)",
            or: Refusal.missing("evidence-not-found", "\(plan.title) has no piece of evidence with the number \(id)."))
    }

    /// The same, where it shows something of just this action or finding.
    ///
    /// - Throws: `evidence-not-found`
    func evidence<Item: PlanItem>(_ id: ID<Evidence>, for item: Item, in plan: Plan) throws -> Evidence {
        try first(
            Evidence.self, "WHERE id = \(id) AND \(Item.table) = \(item.id)",
            or: Refusal.missing("evidence-not-found", "\(Item.noun.capitalisedFirst) \(item.reference) of \(plan.title) has no piece of evidence with the number \(id)."))
    }
}
