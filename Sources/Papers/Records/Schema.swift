public import Storage

extension Papers {
    /// The tables of papers. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("papers-1") { dialect in [
            """
            CREATE TABLE paper_template (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL CHECK (title <> ''), board TEXT, text TEXT NOT NULL CHECK (text <> ''))
            """,
            // A board or a plan is another slice's, so no key can hold it; the verbs see to it that it is there.
            """
            CREATE TABLE paper (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL CHECK (title <> ''), board TEXT NOT NULL, meeting TEXT,
                template BIGINT NOT NULL REFERENCES paper_template (id),
                from_on TEXT NOT NULL, to_on TEXT NOT NULL CHECK (to_on >= from_on), next_on TEXT CHECK (next_on >= to_on),
                begun_on TEXT NOT NULL, author TEXT NOT NULL)
            """,
            """
            CREATE TABLE paper_subject (
                paper BIGINT NOT NULL REFERENCES paper (id), place BIGINT NOT NULL, subject TEXT NOT NULL,
                PRIMARY KEY (paper, place), UNIQUE (paper, subject))
            """,
            "CREATE INDEX paper_subject_by_subject ON paper_subject (subject)",
            """
            CREATE TABLE paper_section (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                paper BIGINT NOT NULL REFERENCES paper (id), place BIGINT NOT NULL,
                heading TEXT NOT NULL CHECK (heading <> ''),
                content TEXT NOT NULL CHECK (content IN ('words', 'recommendations', 'background', 'updates', 'full-plan')),
                about TEXT, standing TEXT NOT NULL, words TEXT, seen TEXT,
                is_left_out BIGINT NOT NULL CHECK (is_left_out IN (0, 1)),
                CHECK (words IS NULL OR seen IS NOT NULL))
            """,
            "CREATE INDEX paper_section_by_place ON paper_section (paper, place)",
            // What happens to a paper once can't happen to it twice, whatever the program thinks.
            """
            CREATE TABLE paper_issue (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                paper BIGINT NOT NULL UNIQUE REFERENCES paper (id),
                issued_at TEXT NOT NULL CHECK (length(issued_at) = 24), made_by TEXT NOT NULL,
                content TEXT NOT NULL, content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
                journal_size BIGINT NOT NULL CHECK (journal_size >= 0), journal_head TEXT NOT NULL CHECK (length(journal_head) = 64),
                files TEXT NOT NULL)
            """,
            """
            CREATE TABLE paper_recall (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                paper BIGINT NOT NULL UNIQUE REFERENCES paper (id),
                recalled_on TEXT NOT NULL, because TEXT NOT NULL CHECK (because <> ''), made_by TEXT NOT NULL)
            """,
        ] },
        // What writes itself in a section became more, and a check can't be changed where it stands.
        Migration("papers-sections-2") { dialect in [
            "ALTER TABLE paper_section RENAME TO paper_section_1",
            "DROP INDEX paper_section_by_place",
            """
            CREATE TABLE paper_section (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                paper BIGINT NOT NULL REFERENCES paper (id), place BIGINT NOT NULL,
                heading TEXT NOT NULL CHECK (heading <> ''),
                content TEXT NOT NULL CHECK (content IN ('words', 'recommendations', 'background', 'updates', 'financial', 'workforce', 'full-plan')),
                about TEXT, standing TEXT NOT NULL, words TEXT, seen TEXT,
                is_left_out BIGINT NOT NULL CHECK (is_left_out IN (0, 1)),
                CHECK (words IS NULL OR seen IS NOT NULL))
            """,
            """
            INSERT INTO paper_section (id, version, paper, place, heading, content, about, standing, words, seen, is_left_out)
            SELECT id, version, paper, place, heading, content, about, standing, words, seen, is_left_out FROM paper_section_1
            """,
            "DROP TABLE paper_section_1",
            "CREATE INDEX paper_section_by_place ON paper_section (paper, place)",
        ] },
        Migration("papers-drafts-1") { dialect in [
            """
            CREATE TABLE paper_asking (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                paper BIGINT NOT NULL UNIQUE REFERENCES paper (id), asked_on TEXT NOT NULL, made_by TEXT NOT NULL)
            """,
            """
            CREATE TABLE paper_discard (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                paper BIGINT NOT NULL UNIQUE REFERENCES paper (id), discarded_on TEXT NOT NULL, made_by TEXT NOT NULL)
            """,
        ] },
    ]
}
