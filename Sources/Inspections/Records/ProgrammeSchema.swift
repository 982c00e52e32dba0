public import Storage

/// What the programmes of years bring to the service.
public enum ProgrammeRecords {
    /// The tables. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("programmes-1") { dialect in [
            """
            CREATE TABLE programme (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE, year BIGINT NOT NULL UNIQUE CHECK (year BETWEEN 2000 AND 2200),
                setting TEXT NOT NULL CHECK (setting <> ''), since_on TEXT NOT NULL)
            """,
            """
            CREATE TABLE officer_capacity (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                programme BIGINT NOT NULL REFERENCES programme (id), officer BIGINT NOT NULL REFERENCES party (id),
                fte BIGINT NOT NULL CHECK (fte BETWEEN 1 AND 200), away_1 BIGINT NOT NULL, away_2 BIGINT NOT NULL, away_3 BIGINT NOT NULL, away_4 BIGINT NOT NULL,
                audit_percent BIGINT NOT NULL CHECK (audit_percent BETWEEN 0 AND 100), base TEXT, latitude DOUBLE PRECISION, longitude DOUBLE PRECISION,
                from_on TEXT, until_on TEXT, UNIQUE (programme, officer),
                CHECK ((latitude IS NULL) = (longitude IS NULL)), CHECK (until_on IS NULL OR from_on IS NULL OR until_on >= from_on))
            """,
            """
            CREATE TABLE year_plan (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                programme BIGINT NOT NULL REFERENCES programme (id), number BIGINT NOT NULL CHECK (number > 0), from_on TEXT NOT NULL,
                content TEXT NOT NULL CHECK (content <> ''), made_on TEXT NOT NULL, made_by TEXT NOT NULL, UNIQUE (programme, number))
            """,
            """
            CREATE TABLE year_plan_entry (
                plan BIGINT NOT NULL REFERENCES year_plan (id), place BIGINT NOT NULL, premises BIGINT NOT NULL REFERENCES premises (id),
                kind TEXT NOT NULL, complexity TEXT NOT NULL, band TEXT NOT NULL, why TEXT NOT NULL, theme TEXT,
                officer BIGINT REFERENCES party (id), month_on TEXT, left_out TEXT, PRIMARY KEY (plan, place), UNIQUE (plan, premises),
                CHECK ((officer IS NULL) = (month_on IS NULL)), CHECK ((officer IS NULL) = (left_out IS NOT NULL)))
            """,
            "CREATE INDEX year_plan_entry_by_premises ON year_plan_entry (premises)",
            """
            CREATE TABLE year_plan_adoption (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                programme BIGINT NOT NULL REFERENCES programme (id), plan BIGINT NOT NULL UNIQUE REFERENCES year_plan (id), adopted_on TEXT NOT NULL, adopted_by TEXT NOT NULL)
            """,
            "CREATE INDEX year_plan_adoption_by_programme ON year_plan_adoption (programme)",
            """
            CREATE TABLE planned_month (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                programme BIGINT NOT NULL REFERENCES programme (id), plan BIGINT NOT NULL REFERENCES year_plan (id), month_on TEXT NOT NULL, planned_on TEXT NOT NULL, planned_by TEXT NOT NULL)
            """,
            "CREATE INDEX planned_month_by_programme ON planned_month (programme)",
            """
            CREATE TABLE planned_month_audit (
                planned BIGINT NOT NULL REFERENCES planned_month (id), place BIGINT NOT NULL, audit BIGINT NOT NULL UNIQUE REFERENCES audit (id), PRIMARY KEY (planned, place))
            """,
        ] },
    ]

    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(Programme.self),
        RecordKind(OfficerCapacity.self),
        RecordKind(YearPlan.self),
        RecordKind(YearPlanAdoption.self),
        RecordKind(PlannedMonth.self),
    ]
}
