public import Storage

extension Enforcement {
    /// The tables of cases and notices. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("enforcement-1") { dialect in [
            """
            CREATE TABLE enforcement_case (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE, title TEXT NOT NULL CHECK (title <> ''),
                origin TEXT NOT NULL, officer BIGINT NOT NULL REFERENCES party (id), premises BIGINT NOT NULL REFERENCES premises (id),
                opened_on TEXT NOT NULL, summary TEXT, closed_on TEXT, closing TEXT,
                CHECK ((closed_on IS NULL) = (closing IS NULL)))
            """,
            "CREATE INDEX enforcement_case_by_premises ON enforcement_case (premises)",
            "CREATE INDEX enforcement_case_by_officer ON enforcement_case (officer)",
            """
            CREATE TABLE case_finding (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                enforcement_case BIGINT NOT NULL REFERENCES enforcement_case (id),
                found_on TEXT NOT NULL, article TEXT NOT NULL CHECK (article <> ''), found TEXT NOT NULL CHECK (found <> ''), struck TEXT)
            """,
            "CREATE INDEX case_finding_by_case ON case_finding (enforcement_case)",
            """
            CREATE TABLE rationale (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                enforcement_case BIGINT NOT NULL UNIQUE REFERENCES enforcement_case (id),
                risk TEXT NOT NULL, gap TEXT NOT NULL, expectation TEXT NOT NULL, dutyholder TEXT, strategic TEXT,
                conclusion TEXT NOT NULL, departure TEXT, CHECK ((conclusion <> expectation) = (departure IS NOT NULL)))
            """,
            """
            CREATE TABLE case_outcome (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                enforcement_case BIGINT NOT NULL REFERENCES enforcement_case (id),
                kind TEXT NOT NULL, done_on TEXT NOT NULL, words TEXT NOT NULL CHECK (words <> ''), result TEXT, result_on TEXT,
                CHECK ((result IS NULL) = (result_on IS NULL)))
            """,
            "CREATE INDEX case_outcome_by_case ON case_outcome (enforcement_case)",
            """
            CREATE TABLE notice (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE,
                enforcement_case BIGINT NOT NULL REFERENCES enforcement_case (id),
                type TEXT NOT NULL CHECK (type IN ('alterations', 'enforcement', 'prohibition')),
                substance TEXT, grounds TEXT,
                alters_premises BIGINT NOT NULL CHECK (alters_premises IN (0, 1)),
                for_workers_only BIGINT NOT NULL CHECK (for_workers_only IN (0, 1)),
                immediate BIGINT NOT NULL CHECK (immediate IN (0, 1)),
                effective_on TEXT, comply_by TEXT, text TEXT, drafted_on TEXT NOT NULL, made_by TEXT NOT NULL,
                CHECK (comply_by IS NULL OR type = 'enforcement'),
                CHECK (type = 'prohibition' OR (immediate = 0 AND effective_on IS NULL)))
            """,
            "CREATE INDEX notice_by_case ON notice (enforcement_case)",
            """
            CREATE TABLE notice_article (
                notice BIGINT NOT NULL REFERENCES notice (id), place BIGINT NOT NULL, article TEXT NOT NULL,
                PRIMARY KEY (notice, place), UNIQUE (notice, article))
            """,
            """
            CREATE TABLE notice_step (
                notice BIGINT NOT NULL REFERENCES notice (id), place BIGINT NOT NULL, step TEXT NOT NULL, PRIMARY KEY (notice, place))
            """,
            """
            CREATE TABLE notice_recipient (
                notice BIGINT NOT NULL REFERENCES notice (id), place BIGINT NOT NULL, recipient TEXT NOT NULL, PRIMARY KEY (notice, place))
            """,
            """
            CREATE TABLE notice_event (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                notice BIGINT NOT NULL REFERENCES notice (id),
                kind TEXT NOT NULL, happened_on TEXT NOT NULL, who TEXT, recipient TEXT, method TEXT, consultee TEXT, outcome TEXT,
                satisfied BIGINT CHECK (satisfied IN (0, 1)), until_on TEXT, note TEXT, made_by TEXT NOT NULL, recorded_on TEXT NOT NULL, struck TEXT,
                CHECK (kind <> 'served' OR (who IS NOT NULL AND method IS NOT NULL)),
                CHECK ((kind = 'disposed') = (outcome IS NOT NULL)),
                CHECK ((kind = 'inspected') = (satisfied IS NOT NULL)),
                CHECK (kind <> 'extended' OR until_on IS NOT NULL),
                CHECK ((kind IN ('appealed', 'disposed', 'directed', 'objected', 'resolved')) = (recipient IS NOT NULL)),
                CHECK (happened_on <= recorded_on))
            """,
            "CREATE INDEX notice_event_by_notice ON notice_event (notice, happened_on)",
            // What may happen once alone can't be on record twice, whatever the program thinks.
            "CREATE UNIQUE INDEX notice_event_once ON notice_event (notice, kind) WHERE struck IS NULL AND kind IN ('abandoned', 'withdrawn')",
            // Each whom it was served on appeals and objects once.
            "CREATE UNIQUE INDEX notice_event_once_each ON notice_event (notice, recipient, kind) WHERE struck IS NULL AND recipient IS NOT NULL",
            """
            CREATE TABLE notice_document (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                notice BIGINT NOT NULL REFERENCES notice (id), content TEXT NOT NULL CHECK (content <> ''), sha256 TEXT NOT NULL, frozen_on TEXT NOT NULL)
            """,
            "CREATE INDEX notice_document_by_notice ON notice_document (notice)",
            // What the public may be told of it, from the day on which it was first served or amended.
            """
            CREATE TABLE notice_particulars (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                notice BIGINT NOT NULL REFERENCES notice (id), from_on TEXT NOT NULL, recorded_on TEXT NOT NULL, premises_name TEXT NOT NULL,
                address TEXT NOT NULL, postcode TEXT, uprn BIGINT, latitude DOUBLE PRECISION, longitude DOUBLE PRECISION, area TEXT, premises_type TEXT NOT NULL,
                recipients TEXT NOT NULL, articles TEXT NOT NULL, substance TEXT, CHECK (from_on <= recorded_on))
            """,
            "CREATE INDEX notice_particulars_by_notice ON notice_particulars (notice)",
            """
            CREATE TABLE signing_authority (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                party BIGINT NOT NULL REFERENCES party (id), type TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT,
                CHECK (until_on IS NULL OR until_on >= from_on))
            """,
            "CREATE INDEX signing_authority_by_type ON signing_authority (type)",
        ] },
    ] + EnforcementPolicies.migrations
}
