public import Storage

extension People {
    /// Tables that no copy holds: who is signed in here now, and links that may have been used since.
    public static let staysBehind: Set = ["sign_in", "invitation"]

    /// The tables of persons, posts, teams, accounts and sign-ins, in the order they were introduced.
    public static let migrations: [Migration] = [
        Migration("people-1") { dialect in
            [
                """
                CREATE TABLE party (
                    \(dialect.id),
                    version BIGINT NOT NULL,
                    kind TEXT NOT NULL CHECK (kind IN ('person', 'post', 'team')),
                    name TEXT NOT NULL CHECK (name <> ''),
                    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
                    email TEXT CHECK (email IS NULL OR kind = 'person'),
                    left_on TEXT
                )
                """,
                """
                CREATE TABLE holding (
                    \(dialect.id),
                    version BIGINT NOT NULL,
                    post BIGINT NOT NULL REFERENCES party (id),
                    person BIGINT NOT NULL REFERENCES party (id),
                    from_on TEXT NOT NULL,
                    through_on TEXT CHECK (through_on IS NULL OR through_on >= from_on)
                )
                """,
                "CREATE INDEX holding_by_post ON holding (post)",
                "CREATE INDEX holding_by_person ON holding (person)",
                """
                CREATE TABLE membership (
                    \(dialect.id),
                    version BIGINT NOT NULL,
                    team BIGINT NOT NULL REFERENCES party (id),
                    person BIGINT NOT NULL REFERENCES party (id),
                    from_on TEXT NOT NULL,
                    through_on TEXT CHECK (through_on IS NULL OR through_on >= from_on)
                )
                """,
                "CREATE INDEX membership_by_team ON membership (team)",
                "CREATE INDEX membership_by_person ON membership (person)",
                """
                CREATE TABLE account (
                    \(dialect.id),
                    version BIGINT NOT NULL,
                    person BIGINT NOT NULL UNIQUE REFERENCES party (id),
                    email TEXT NOT NULL,
                    email_key TEXT NOT NULL UNIQUE,
                    roles TEXT NOT NULL,
                    suspended_on TEXT
                )
                """,
                // Secrets stand apart from the records, because a record's whole state goes into the journal.
                """
                CREATE TABLE credential (
                    account BIGINT PRIMARY KEY REFERENCES account (id),
                    hash TEXT NOT NULL,
                    changed_at TEXT NOT NULL
                )
                """,
                """
                CREATE TABLE invitation (
                    token_hash TEXT PRIMARY KEY,
                    account BIGINT REFERENCES account (id),
                    made_at TEXT NOT NULL,
                    ends_at TEXT,
                    used_at TEXT
                )
                """,
                """
                CREATE TABLE sign_in (
                    \(dialect.id),
                    token_hash TEXT NOT NULL UNIQUE,
                    account BIGINT NOT NULL REFERENCES account (id),
                    csrf TEXT NOT NULL,
                    origin TEXT NOT NULL,
                    browser TEXT NOT NULL,
                    created_at TEXT NOT NULL,
                    seen_at TEXT NOT NULL,
                    ends_at TEXT NOT NULL,
                    ended_at TEXT
                )
                """,
                "CREATE INDEX sign_in_by_account ON sign_in (account)",
            ]
        },
        Migration("people-2") { dialect in
            [
                """
                CREATE TABLE program_token (
                    \(dialect.id),
                    version BIGINT NOT NULL,
                    account BIGINT NOT NULL REFERENCES account (id),
                    name TEXT NOT NULL CHECK (name <> ''),
                    scopes TEXT NOT NULL CHECK (scopes <> ''),
                    made_on TEXT NOT NULL,
                    expires_on TEXT NOT NULL CHECK (expires_on >= made_on),
                    revoked_on TEXT
                )
                """,
                "CREATE INDEX program_token_by_account ON program_token (account)",
                // Apart from the record for the same reason as a credential. No hash is kept of what was revoked.
                """
                CREATE TABLE program_secret (
                    token BIGINT PRIMARY KEY REFERENCES program_token (id),
                    secret_hash TEXT UNIQUE,
                    used_on TEXT
                )
                """,
            ]
        },
    ]
}
