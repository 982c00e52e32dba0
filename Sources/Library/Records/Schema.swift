public import Storage

extension Library {
    /// The tables of the documents register. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("library-1") { dialect in [
            """
            CREATE TABLE document (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL CHECK (title <> ''),
                kind TEXT NOT NULL CHECK (kind IN (
                    'policy', 'strategy', 'programme', 'procedure', 'guidance', 'report', 'agreement', 'gap-analysis', 'terms-of-reference', 'other')),
                purpose TEXT, owner BIGINT REFERENCES party (id), first_review_on TEXT, since_on TEXT NOT NULL)
            """,
            "CREATE INDEX document_by_owner ON document (owner)",
            // A subject may be of any slice, so no key can hold it; the verbs see to it that it is there.
            """
            CREATE TABLE document_answer (
                document BIGINT NOT NULL REFERENCES document (id), place BIGINT NOT NULL, subject TEXT NOT NULL,
                PRIMARY KEY (document, place), UNIQUE (document, subject))
            """,
            "CREATE INDEX document_answer_by_subject ON document_answer (subject)",
            """
            CREATE TABLE document_version (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                document BIGINT NOT NULL REFERENCES document (id),
                label TEXT NOT NULL CHECK (label <> ''), label_key TEXT NOT NULL,
                in_force_on TEXT, change TEXT NOT NULL CHECK (change <> ''), link TEXT, attachment BIGINT REFERENCES attachment (id),
                next_review_on TEXT, since_on TEXT NOT NULL,
                UNIQUE (document, label_key),
                CHECK (next_review_on IS NULL OR (in_force_on IS NOT NULL AND next_review_on > in_force_on)))
            """,
            """
            CREATE TABLE document_review (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                document BIGINT NOT NULL REFERENCES document (id),
                reviewed_on TEXT NOT NULL, outcome TEXT NOT NULL CHECK (outcome IN ('no-change', 'change-wanted')),
                note TEXT, next_on TEXT, made_by TEXT NOT NULL,
                CHECK (next_on IS NULL OR next_on > reviewed_on),
                CHECK (outcome <> 'no-change' OR next_on IS NOT NULL),
                CHECK (outcome <> 'change-wanted' OR note IS NOT NULL))
            """,
            "CREATE INDEX document_review_by_day ON document_review (document, reviewed_on)",
            """
            CREATE TABLE document_withdrawal (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                document BIGINT NOT NULL REFERENCES document (id),
                withdrawn_on TEXT NOT NULL, because TEXT NOT NULL CHECK (because <> ''),
                successor BIGINT REFERENCES document (id) CHECK (successor IS NULL OR successor <> document),
                made_by TEXT NOT NULL, restored_on TEXT)
            """,
            // What counts no more can't cease to count a second time, whatever the program thinks.
            "CREATE UNIQUE INDEX document_withdrawal_once ON document_withdrawal (document) WHERE restored_on IS NULL",
        ] },
    ]
}
