import Storage

extension Plans {
    /// The tables of standings that are set for a while and of what waits for what.
    static let promiseMigration = Migration("plans-promises-1") { dialect in [
        """
        CREATE TABLE standing_override (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), action BIGINT NOT NULL REFERENCES action (id),
            colour TEXT NOT NULL CHECK (colour IN ('green', 'amber', 'red', 'grey')),
            because TEXT NOT NULL CHECK (because <> ''), until_on TEXT NOT NULL CHECK (until_on > asked_on),
            asked_on TEXT NOT NULL, asked_by TEXT NOT NULL, decided_on TEXT CHECK (decided_on >= asked_on), decided_by TEXT,
            outcome TEXT CHECK (outcome IN ('agreed', 'declined', 'taken-back')), answer TEXT, ended_on TEXT, ended_by TEXT,
            CHECK ((decided_on IS NULL) = (outcome IS NULL) AND (decided_on IS NULL) = (decided_by IS NULL)),
            CHECK ((ended_on IS NULL) = (ended_by IS NULL) AND (ended_on IS NULL OR outcome = 'agreed')))
        """,
        "CREATE INDEX standing_override_by_plan ON standing_override (plan)",
        "CREATE INDEX standing_override_by_action ON standing_override (action)",
        // One standing at a time is asked for.
        "CREATE UNIQUE INDEX standing_override_waits_once ON standing_override (action) WHERE decided_on IS NULL",
        """
        CREATE TABLE dependency (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), action BIGINT NOT NULL REFERENCES action (id),
            awaited_plan BIGINT NOT NULL REFERENCES plan (id), awaited BIGINT NOT NULL REFERENCES action (id),
            note TEXT, since_on TEXT NOT NULL, made_by TEXT NOT NULL, ended_on TEXT CHECK (ended_on >= since_on), ended_by TEXT,
            CHECK (action <> awaited), CHECK ((ended_on IS NULL) = (ended_by IS NULL)))
        """,
        "CREATE INDEX dependency_by_plan ON dependency (plan)",
        "CREATE INDEX dependency_by_awaited_plan ON dependency (awaited_plan)",
        "CREATE UNIQUE INDEX dependency_once ON dependency (action, awaited) WHERE ended_on IS NULL",
    ] }
}
