/// The journal's tables. What could have to be removed one day (a payload) stands apart from what proves the rest.
extension Journal {
    static let migrations = [
        Migration("journal-1") { dialect in
            let tables: [SQL] = [
                """
                CREATE TABLE journal (
                    \(dialect.number("sequence")) CHECK (sequence > 0),
                    at TEXT NOT NULL CHECK (length(at) = 24),
                    who TEXT NOT NULL CHECK (who <> ''),
                    verb TEXT NOT NULL CHECK (verb <> ''),
                    subject TEXT NOT NULL CHECK (subject LIKE '%/%'),
                    scope TEXT NOT NULL CHECK (scope LIKE '%/%'),
                    commitment \(dialect.blob) NOT NULL CHECK (length(commitment) = 32),
                    leaf \(dialect.blob) NOT NULL CHECK (length(leaf) = 32)
                )
                """,
                """
                CREATE TABLE journal_payload (
                    \(dialect.number("sequence")) REFERENCES journal (sequence),
                    salt \(dialect.blob) NOT NULL CHECK (length(salt) = 16),
                    reason TEXT,
                    state TEXT NOT NULL
                )
                """,
                """
                CREATE TABLE journal_node (
                    level BIGINT NOT NULL CHECK (level > 0),
                    place BIGINT NOT NULL CHECK (place >= 0),
                    hash \(dialect.blob) NOT NULL CHECK (length(hash) = 32),
                    PRIMARY KEY (level, place)
                ) \(dialect.inOrderOfKey)
                """,
                "CREATE INDEX journal_by_subject ON journal (subject, sequence)",
                "CREATE INDEX journal_by_scope ON journal (scope, sequence)",
            ]
            return tables
                + dialect.gapless("journal", "sequence")
                + dialect.appendOnly("journal", key: ["sequence"])
                + dialect.appendOnly("journal_payload", key: ["sequence"])
                + dialect.appendOnly("journal_node", key: ["level", "place"])
        }
    ] + Bulk.migrations
}
