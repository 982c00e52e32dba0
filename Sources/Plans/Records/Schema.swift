public import Storage

extension Plans {
    /// The tables of plans. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("plans-1") { dialect in [
            """
            CREATE TABLE plan (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE,
                title TEXT NOT NULL CHECK (title <> ''), kind TEXT NOT NULL, source TEXT,
                starts_on TEXT NOT NULL, ends_on TEXT NOT NULL CHECK (ends_on >= starts_on),
                sponsor BIGINT REFERENCES party (id), rules TEXT NOT NULL)
            """,
            """
            CREATE TABLE finding (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                plan BIGINT NOT NULL REFERENCES plan (id),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL,
                kind TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''), full_text TEXT,
                place BIGINT NOT NULL, since_on TEXT NOT NULL,
                UNIQUE (plan, reference_key))
            """,
            "CREATE INDEX finding_by_place ON finding (plan, place)",
            """
            CREATE TABLE action (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                plan BIGINT NOT NULL REFERENCES plan (id), finding BIGINT NOT NULL REFERENCES finding (id),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL,
                text TEXT NOT NULL CHECK (text <> ''), due_on TEXT, due_written TEXT, success_measure TEXT,
                place BIGINT NOT NULL, since_on TEXT NOT NULL,
                UNIQUE (plan, reference_key))
            """,
            "CREATE INDEX action_by_place ON action (finding, place)",
            """
            CREATE TABLE action_owner (
                action BIGINT NOT NULL REFERENCES action (id), place BIGINT NOT NULL,
                party BIGINT NOT NULL REFERENCES party (id),
                PRIMARY KEY (action, place), UNIQUE (action, party))
            """,
            "CREATE INDEX action_owner_by_party ON action_owner (party)",
            """
            CREATE TABLE milestone (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                plan BIGINT NOT NULL REFERENCES plan (id), action BIGINT NOT NULL REFERENCES action (id),
                text TEXT NOT NULL CHECK (text <> ''), due_on TEXT, reached_on TEXT, place BIGINT NOT NULL,
                since_on TEXT NOT NULL)
            """,
            "CREATE INDEX milestone_by_plan ON milestone (plan, action)",
            "CREATE INDEX milestone_by_place ON milestone (action, place)",
            """
            CREATE TABLE progress_update (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                plan BIGINT NOT NULL REFERENCES plan (id), action BIGINT NOT NULL REFERENCES action (id),
                as_of_on TEXT NOT NULL, narrative TEXT NOT NULL,
                stated TEXT CHECK (stated IN ('blue', 'green', 'amber', 'red', 'grey')),
                forecast_on TEXT, made_by TEXT NOT NULL)
            """,
            "CREATE INDEX progress_update_by_plan ON progress_update (plan, as_of_on)",
            """
            CREATE TABLE completion (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                plan BIGINT NOT NULL REFERENCES plan (id), action BIGINT NOT NULL REFERENCES action (id),
                done_on TEXT NOT NULL, narrative TEXT, made_by TEXT NOT NULL, reopened_on TEXT)
            """,
            "CREATE INDEX completion_by_plan ON completion (plan)",
            "CREATE INDEX completion_by_action ON completion (action)",
            "CREATE UNIQUE INDEX completion_once ON completion (action) WHERE reopened_on IS NULL",
            """
            CREATE TABLE withdrawal (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                plan BIGINT NOT NULL REFERENCES plan (id),
                finding BIGINT REFERENCES finding (id), action BIGINT REFERENCES action (id),
                withdrawn_on TEXT NOT NULL, because TEXT NOT NULL CHECK (because <> ''), restored_on TEXT,
                CHECK ((finding IS NULL) <> (action IS NULL)))
            """,
            "CREATE INDEX withdrawal_by_plan ON withdrawal (plan)",
            // Two pieces of work can't both withdraw a thing, whatever the program thinks.
            "CREATE UNIQUE INDEX withdrawal_of_finding_once ON withdrawal (finding) WHERE restored_on IS NULL",
            "CREATE UNIQUE INDEX withdrawal_of_action_once ON withdrawal (action) WHERE restored_on IS NULL",
            """
            CREATE TABLE date_move (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                plan BIGINT NOT NULL REFERENCES plan (id), action BIGINT NOT NULL REFERENCES action (id),
                kind TEXT NOT NULL CHECK (kind IN ('move', 'correction', 'first')), from_on TEXT, to_on TEXT,
                because TEXT NOT NULL CHECK (because <> ''), asked_on TEXT NOT NULL, asked_by TEXT NOT NULL,
                decided_on TEXT CHECK (decided_on >= asked_on), decided_by TEXT,
                outcome TEXT CHECK (outcome IN ('agreed', 'declined', 'taken-back')), answer TEXT,
                CHECK ((decided_on IS NULL) = (outcome IS NULL) AND (decided_on IS NULL) = (decided_by IS NULL)))
            """,
            "CREATE INDEX date_move_by_plan ON date_move (plan)",
            "CREATE INDEX date_move_by_action ON date_move (action)",
            // One day at a time is asked for.
            "CREATE UNIQUE INDEX date_move_waits_once ON date_move (action) WHERE decided_on IS NULL",
            """
            CREATE TABLE plan_import (
                \(dialect.id), file_name TEXT NOT NULL, bytes \(dialect.blob) NOT NULL, sheet TEXT,
                plan BIGINT REFERENCES plan (id), choices TEXT NOT NULL,
                made_by TEXT NOT NULL, made_at TEXT NOT NULL)
            """,
        ] },
        measureTables,
        closingTables,
        Evidence.migration,
        promiseMigration, needMigration,
        onwardTables,
        Migration("plans-milestones-1") { _ in [
            "ALTER TABLE milestone ADD COLUMN withdrawn_on TEXT",
            "ALTER TABLE milestone ADD COLUMN withdrawn_because TEXT",
        ] },
        carriedAgain,
        figureColumns,
    ]
}
