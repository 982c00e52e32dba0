public import Storage

extension Reviews {
    /// The tables of reviews. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("reviews-1") { dialect in [
            """
            CREATE TABLE review (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE, title TEXT NOT NULL CHECK (title <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('inspection', 'revisit', 'peer-review', 'internal-audit', 'thematic')),
                reviewer TEXT NOT NULL CHECK (reviewer <> ''), round TEXT, scope TEXT NOT NULL CHECK (scope <> ''),
                commissioned_on TEXT NOT NULL, reported_on TEXT CHECK (reported_on IS NULL OR reported_on >= commissioned_on),
                other_documents TEXT, plan TEXT)
            """,
            """
            CREATE TABLE review_visit (
                review BIGINT NOT NULL REFERENCES review (id), place BIGINT NOT NULL, days TEXT NOT NULL,
                PRIMARY KEY (review, place), UNIQUE (review, days))
            """,
            // A subject may be of any slice, so no key can hold it; the verbs see to it that it is there.
            """
            CREATE TABLE review_document (
                review BIGINT NOT NULL REFERENCES review (id), place BIGINT NOT NULL, subject TEXT NOT NULL,
                PRIMARY KEY (review, place), UNIQUE (review, subject))
            """,
            """
            CREATE TABLE judgment (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0), review BIGINT NOT NULL REFERENCES review (id),
                question TEXT NOT NULL CHECK (question <> ''),
                grade TEXT NOT NULL CHECK (grade IN ('outstanding', 'good', 'adequate', 'requires-improvement', 'inadequate')), words TEXT)
            """,
            "CREATE INDEX judgment_by_review ON judgment (review)",
            """
            CREATE TABLE concern (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0), review BIGINT NOT NULL REFERENCES review (id),
                kind TEXT NOT NULL CHECK (kind IN ('cause-of-concern', 'area-for-improvement')),
                words TEXT NOT NULL CHECK (words <> ''), question TEXT, issued_on TEXT NOT NULL,
                accelerated BIGINT NOT NULL CHECK (accelerated IN (0, 1)),
                fixed_due_on TEXT CHECK (fixed_due_on IS NULL OR fixed_due_on >= issued_on), fixed_by TEXT, answer TEXT,
                CHECK ((fixed_due_on IS NULL) = (fixed_by IS NULL)))
            """,
            "CREATE INDEX concern_by_review ON concern (review)",
            """
            CREATE TABLE recommendation (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0), review BIGINT NOT NULL REFERENCES review (id),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL, words TEXT NOT NULL CHECK (words <> ''),
                concern BIGINT REFERENCES concern (id), due_on TEXT, answer TEXT)
            """,
            "CREATE INDEX recommendation_by_review ON recommendation (review)",
            """
            CREATE TABLE concern_submission (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0), concern BIGINT NOT NULL REFERENCES concern (id),
                submitted_on TEXT NOT NULL, plan TEXT, words TEXT)
            """,
            "CREATE INDEX concern_submission_by_concern ON concern_submission (concern)",
            // What was taken back can't be taken back twice, whatever the program thinks.
            """
            CREATE TABLE review_retraction (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0), review BIGINT NOT NULL REFERENCES review (id),
                part TEXT NOT NULL UNIQUE, retracted_on TEXT NOT NULL, because TEXT NOT NULL CHECK (because <> ''), made_by TEXT NOT NULL)
            """,
            "CREATE INDEX review_retraction_by_review ON review_retraction (review)",
        ] },
    ]
}
