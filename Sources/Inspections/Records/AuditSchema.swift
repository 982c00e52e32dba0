public import Storage

/// What audits, authorisations and letters bring to the service.
public enum AuditRecords {
    /// The tables. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("audits-1") { dialect in [
            """
            CREATE TABLE audit (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE,
                premises BIGINT NOT NULL REFERENCES premises (id), officer BIGINT NOT NULL REFERENCES party (id),
                kind TEXT NOT NULL CHECK (kind IN ('full', 'short', 'specific', 'follow-up', 'post-fire')),
                origin TEXT NOT NULL, complexity TEXT NOT NULL CHECK (complexity IN ('simple', 'complex')),
                band TEXT CHECK (band IN ('very-low', 'low', 'medium', 'high', 'very-high')),
                planned_on TEXT NOT NULL, brief TEXT, follows BIGINT REFERENCES audit (id), since_on TEXT NOT NULL,
                carried_out_on TEXT, on_site TEXT, besides TEXT, result TEXT CHECK (result IN ('satisfactory', 'unsatisfactory')),
                departure TEXT, notes TEXT, follow_up_on TEXT, next_due_on TEXT, next_because TEXT,
                completed_on TEXT, abandoned_on TEXT, abandoning TEXT, corrected_on TEXT, correction TEXT, opened TEXT,
                CHECK ((abandoned_on IS NULL) = (abandoning IS NULL)),
                CHECK ((corrected_on IS NULL) = (correction IS NULL)),
                CHECK (completed_on IS NULL OR abandoned_on IS NULL),
                CHECK (completed_on IS NULL OR (carried_out_on IS NOT NULL AND carried_out_on <= completed_on AND result IS NOT NULL)))
            """,
            "CREATE INDEX audit_by_premises ON audit (premises)",
            "CREATE INDEX audit_by_officer ON audit (officer)",
            "CREATE INDEX audit_by_completed ON audit (completed_on)",
            "CREATE INDEX audit_by_follows ON audit (follows)",
            """
            CREATE TABLE audit_finding (
                audit BIGINT NOT NULL REFERENCES audit (id), place BIGINT NOT NULL, article TEXT NOT NULL CHECK (article <> ''),
                level BIGINT NOT NULL CHECK (level BETWEEN 1 AND 5), found TEXT, PRIMARY KEY (audit, place), UNIQUE (audit, article))
            """,
            """
            CREATE TABLE audit_evidence (
                audit BIGINT NOT NULL REFERENCES audit (id), place BIGINT NOT NULL, document TEXT NOT NULL, seen BIGINT NOT NULL CHECK (seen IN (0, 1)),
                PRIMARY KEY (audit, place), UNIQUE (audit, document))
            """,
            """
            CREATE TABLE audit_person (
                audit BIGINT NOT NULL REFERENCES audit (id), place BIGINT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (audit, place))
            """,
            """
            CREATE TABLE audit_outcome (
                audit BIGINT NOT NULL REFERENCES audit (id), place BIGINT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (audit, place), UNIQUE (audit, outcome))
            """,
            """
            CREATE TABLE authorisation_level (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                code TEXT NOT NULL CHECK (code <> ''), name TEXT NOT NULL CHECK (name <> ''), asks TEXT,
                complexity TEXT NOT NULL CHECK (complexity IN ('simple', 'complex')),
                band TEXT NOT NULL CHECK (band IN ('very-low', 'low', 'medium', 'high', 'very-high')),
                sleeping BIGINT NOT NULL CHECK (sleeping IN (0, 1)), revalidate BIGINT CHECK (revalidate BETWEEN 1 AND 120),
                from_on TEXT NOT NULL, until_on TEXT, UNIQUE (code, from_on), CHECK (until_on IS NULL OR until_on >= from_on))
            """,
            """
            CREATE TABLE authorisation_level_kind (
                level BIGINT NOT NULL REFERENCES authorisation_level (id), place BIGINT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (level, place), UNIQUE (level, kind))
            """,
            """
            CREATE TABLE authorisation (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                officer BIGINT NOT NULL REFERENCES party (id), level TEXT NOT NULL CHECK (level <> ''), from_on TEXT NOT NULL, until_on TEXT, note TEXT,
                made_by TEXT NOT NULL, CHECK (until_on IS NULL OR until_on >= from_on))
            """,
            "CREATE INDEX authorisation_by_officer ON authorisation (officer)",
            """
            CREATE TABLE authorisation_exception (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                audit BIGINT NOT NULL REFERENCES audit (id), officer BIGINT NOT NULL REFERENCES party (id), kind TEXT NOT NULL, complexity TEXT NOT NULL, band TEXT,
                given_on TEXT NOT NULL, because TEXT NOT NULL CHECK (because <> ''), made_by TEXT NOT NULL)
            """,
            "CREATE INDEX authorisation_exception_by_audit ON authorisation_exception (audit)",
            """
            CREATE TABLE audit_letter (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                audit BIGINT NOT NULL REFERENCES audit (id), content TEXT NOT NULL CHECK (content <> ''), sha256 TEXT NOT NULL, sent_on TEXT NOT NULL, made_by TEXT NOT NULL)
            """,
            "CREATE INDEX audit_letter_by_audit ON audit_letter (audit)",
            """
            CREATE TABLE audit_letter_recipient (
                letter BIGINT NOT NULL REFERENCES audit_letter (id), place BIGINT NOT NULL, recipient TEXT NOT NULL, PRIMARY KEY (letter, place))
            """,
        ] },
        Migration("audits-2") { _ in [
            "CREATE INDEX audit_by_day ON audit (COALESCE(carried_out_on, planned_on), id)",
            "CREATE INDEX audit_by_count ON audit (carried_out_on, result, completed_on)",
        ] },
    ]

    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(Audit.self),
        RecordKind(AuthorisationLevel.self),
        RecordKind(Authorisation.self),
        RecordKind(AuthorisationException.self),
        RecordKind(AuditLetter.self),
    ]
}
