public import Storage

extension Boards {
    /// The tables of boards. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("boards-1") { dialect in [
            """
            CREATE TABLE board (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL CHECK (name <> ''), oversees TEXT NOT NULL CHECK (oversees <> ''),
                since_on TEXT NOT NULL, until_on TEXT CHECK (until_on IS NULL OR until_on >= since_on))
            """,
            """
            CREATE TABLE seat (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                board BIGINT NOT NULL REFERENCES board (id), party BIGINT NOT NULL REFERENCES party (id),
                role TEXT NOT NULL CHECK (role IN ('chair', 'vice-chair', 'member', 'in-attendance')),
                from_on TEXT NOT NULL, through_on TEXT CHECK (through_on IS NULL OR through_on >= from_on))
            """,
            "CREATE INDEX seat_by_board ON seat (board)",
            "CREATE INDEX seat_by_party ON seat (party)",
            """
            CREATE TABLE meeting (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                board BIGINT NOT NULL REFERENCES board (id),
                held_on TEXT NOT NULL, title TEXT NOT NULL CHECK (title <> ''), location TEXT, start_time TEXT,
                called_on TEXT NOT NULL)
            """,
            "CREATE INDEX meeting_by_day ON meeting (board, held_on)",
            // What ends a thing can't happen to it twice, whatever the program thinks.
            """
            CREATE TABLE cancellation (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                meeting BIGINT NOT NULL UNIQUE REFERENCES meeting (id),
                cancelled_on TEXT NOT NULL, because TEXT NOT NULL CHECK (because <> ''), made_by TEXT NOT NULL)
            """,
            """
            CREATE TABLE agenda_item (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                meeting BIGINT NOT NULL REFERENCES meeting (id),
                title TEXT NOT NULL CHECK (title <> ''), presenter BIGINT REFERENCES party (id),
                place BIGINT NOT NULL, since_on TEXT NOT NULL, taken_off_on TEXT)
            """,
            "CREATE INDEX agenda_item_by_place ON agenda_item (meeting, place)",
            // A subject may be of any slice, so no key can hold it; the verbs see to it that it is there.
            """
            CREATE TABLE agenda_subject (
                item BIGINT NOT NULL REFERENCES agenda_item (id), place BIGINT NOT NULL, subject TEXT NOT NULL,
                PRIMARY KEY (item, place), UNIQUE (item, subject))
            """,
            """
            CREATE TABLE decision (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                board BIGINT NOT NULL REFERENCES board (id), meeting BIGINT NOT NULL REFERENCES meeting (id),
                item BIGINT REFERENCES agenda_item (id),
                outcome TEXT NOT NULL CHECK (outcome IN ('noted', 'approved', 'approved-with-conditions', 'deferred', 'not-approved')),
                words TEXT NOT NULL CHECK (words <> ''), conditions TEXT, conditions_due_on TEXT,
                CHECK ((outcome = 'approved-with-conditions') = (conditions IS NOT NULL)),
                CHECK (conditions_due_on IS NULL OR conditions IS NOT NULL))
            """,
            "CREATE INDEX decision_by_board ON decision (board)",
            "CREATE INDEX decision_by_meeting ON decision (meeting)",
            """
            CREATE TABLE decision_subject (
                decision BIGINT NOT NULL REFERENCES decision (id), place BIGINT NOT NULL, subject TEXT NOT NULL,
                PRIMARY KEY (decision, place), UNIQUE (decision, subject))
            """,
            "CREATE INDEX decision_subject_by_subject ON decision_subject (subject)",
            """
            CREATE TABLE strike (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                decision BIGINT NOT NULL UNIQUE REFERENCES decision (id),
                struck_on TEXT NOT NULL, because TEXT NOT NULL CHECK (because <> ''), made_by TEXT NOT NULL)
            """,
        ] },
        Migration("boards-2") { dialect in [
            """
            CREATE TABLE guest_link (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                board BIGINT NOT NULL REFERENCES board (id), name TEXT NOT NULL CHECK (name <> ''),
                made_on TEXT NOT NULL, expires_on TEXT NOT NULL CHECK (expires_on >= made_on), ended_on TEXT)
            """,
            "CREATE INDEX guest_link_by_board ON guest_link (board)",
            """
            CREATE TABLE guest_secret (
                link BIGINT PRIMARY KEY REFERENCES guest_link (id), secret_hash TEXT UNIQUE, used_on TEXT)
            """,
        ] },
    ]
}
