import Storage

extension Inspections {
    /// The tables of the risk method and of what is known by it. Once a version is out, a change is a new migration, never an edit of these.
    static let riskMigrations: [Migration] = [
        Migration("inspections-risk-1") { dialect in [
            """
            CREATE TABLE risk_edition (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                edition TEXT NOT NULL CHECK (edition <> ''), edition_key TEXT NOT NULL UNIQUE, method TEXT NOT NULL CHECK (method <> ''),
                adopted_on TEXT UNIQUE, since_on TEXT NOT NULL)
            """,
            """
            CREATE TABLE premises_marker (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                premises BIGINT NOT NULL REFERENCES premises (id), marker TEXT NOT NULL CHECK (marker <> ''), since_on TEXT NOT NULL, ended_on TEXT,
                why TEXT NOT NULL CHECK (why <> ''), why_ended TEXT,
                CHECK ((ended_on IS NULL) = (why_ended IS NULL)), CHECK (ended_on IS NULL OR ended_on >= since_on))
            """,
            "CREATE INDEX premises_marker_by_premises ON premises_marker (premises)",
            "CREATE UNIQUE INDEX premises_marker_put ON premises_marker (premises, marker) WHERE ended_on IS NULL",
            """
            CREATE TABLE noted_compliance (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                premises BIGINT NOT NULL REFERENCES premises (id), found_on TEXT NOT NULL, level BIGINT NOT NULL CHECK (level BETWEEN 1 AND 5),
                source TEXT NOT NULL CHECK (source <> ''), struck TEXT)
            """,
            "CREATE INDEX noted_compliance_by_premises ON noted_compliance (premises, found_on)",
        ] },
    ]
}
