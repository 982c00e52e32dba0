import Storage

extension Plans {
    static let closingTables = Migration("plans-closures-1") { dialect in [
        """
        CREATE TABLE acceptance (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), action BIGINT NOT NULL REFERENCES action (id),
            completion BIGINT NOT NULL REFERENCES completion (id), accepted_on TEXT NOT NULL,
            looked_at TEXT NOT NULL CHECK (looked_at <> ''), measure BIGINT REFERENCES measure (id), made_by TEXT NOT NULL,
            taken_back_on TEXT, taken_back_because TEXT,
            CHECK ((taken_back_on IS NULL) = (taken_back_because IS NULL)))
        """,
        "CREATE INDEX acceptance_by_plan ON acceptance (plan)",
        "CREATE INDEX acceptance_by_action ON acceptance (action)",
        "CREATE UNIQUE INDEX acceptance_once ON acceptance (action) WHERE taken_back_on IS NULL",
        """
        CREATE TABLE inspectorate_closure (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), finding BIGINT NOT NULL REFERENCES finding (id),
            closed_on TEXT NOT NULL, letter TEXT NOT NULL, author TEXT NOT NULL, words TEXT NOT NULL, made_by TEXT NOT NULL,
            reopened_on TEXT CHECK (reopened_on >= closed_on), reopened_because TEXT,
            CHECK ((reopened_on IS NULL) = (reopened_because IS NULL)))
        """,
        "CREATE INDEX inspectorate_closure_by_plan ON inspectorate_closure (plan)",
        "CREATE UNIQUE INDEX inspectorate_closure_once ON inspectorate_closure (finding) WHERE reopened_on IS NULL",
        """
        CREATE TABLE not_implemented (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id),
            finding BIGINT REFERENCES finding (id), action BIGINT REFERENCES action (id),
            closed_on TEXT NOT NULL, because TEXT NOT NULL CHECK (because <> ''), made_by TEXT NOT NULL,
            reopened_on TEXT, reopened_because TEXT,
            CHECK ((finding IS NULL) <> (action IS NULL)), CHECK ((reopened_on IS NULL) = (reopened_because IS NULL)))
        """,
        "CREATE INDEX not_implemented_by_plan ON not_implemented (plan)",
        "CREATE UNIQUE INDEX not_implemented_finding_once ON not_implemented (finding) WHERE reopened_on IS NULL",
        "CREATE UNIQUE INDEX not_implemented_action_once ON not_implemented (action) WHERE reopened_on IS NULL",
        """
        CREATE TABLE plan_closure (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), words TEXT NOT NULL CHECK (words <> ''), residual_risk TEXT NOT NULL CHECK (residual_risk <> ''),
            onward_owner BIGINT NOT NULL REFERENCES party (id), review_on TEXT NOT NULL, decision TEXT,
            asked_on TEXT NOT NULL, asked_by TEXT NOT NULL, decided_on TEXT CHECK (decided_on >= asked_on), decided_by TEXT,
            outcome TEXT CHECK (outcome IN ('agreed', 'declined', 'taken-back')), answer TEXT,
            reopened_on TEXT CHECK (reopened_on >= decided_on), reopened_because TEXT,
            CHECK ((decided_on IS NULL) = (outcome IS NULL) AND (decided_on IS NULL) = (decided_by IS NULL)),
            CHECK ((reopened_on IS NULL) = (reopened_because IS NULL)))
        """,
        "CREATE INDEX plan_closure_by_plan ON plan_closure (plan)",
        // One closure at a time is proposed, and one at a time holds.
        "CREATE UNIQUE INDEX plan_closure_waits_once ON plan_closure (plan) WHERE decided_on IS NULL",
        "CREATE UNIQUE INDEX plan_closure_holds_once ON plan_closure (plan) WHERE outcome = 'agreed' AND reopened_on IS NULL",
        """
        CREATE TABLE closure_item (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), closure BIGINT NOT NULL REFERENCES plan_closure (id),
            action BIGINT NOT NULL REFERENCES action (id), kind TEXT NOT NULL CHECK (kind IN ('carried-forward', 'not-implemented', 'on-its-word')),
            because TEXT NOT NULL CHECK (because <> ''), onto BIGINT REFERENCES plan (id), onto_finding BIGINT REFERENCES finding (id),
            owner BIGINT REFERENCES party (id), due_on TEXT, carried_as BIGINT REFERENCES action (id),
            CHECK ((kind = 'carried-forward') = (onto IS NOT NULL) AND (onto IS NULL) = (due_on IS NULL)),
            UNIQUE (closure, action))
        """,
        "CREATE INDEX closure_item_by_plan ON closure_item (plan)",
        "CREATE UNIQUE INDEX closure_item_by_carried ON closure_item (carried_as)",
    ] }

    /// What is said of a finding by itself when its plan is closed, and each time that somebody looked again.
    static let onwardTables = Migration("plans-closures-2") { dialect in [
        """
        CREATE TABLE closure_finding (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), closure BIGINT NOT NULL REFERENCES plan_closure (id),
            finding BIGINT NOT NULL REFERENCES finding (id), residual_risk TEXT CHECK (residual_risk <> ''),
            onward_owner BIGINT REFERENCES party (id), review_on TEXT,
            CHECK (residual_risk IS NOT NULL OR onward_owner IS NOT NULL OR review_on IS NOT NULL),
            UNIQUE (closure, finding))
        """,
        "CREATE INDEX closure_finding_by_plan ON closure_finding (plan)",
        """
        CREATE TABLE closure_look (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), closure BIGINT NOT NULL REFERENCES plan_closure (id),
            finding BIGINT REFERENCES finding (id), looked_on TEXT NOT NULL, made_by TEXT NOT NULL,
            words TEXT NOT NULL CHECK (words <> ''), review_on TEXT CHECK (review_on > looked_on))
        """,
        "CREATE INDEX closure_look_by_plan ON closure_look (plan)",
    ] }

    /// What is carried forward again goes on as what it became before.
    static let carriedAgain = Migration("plans-closures-3") { _ in [
        "DROP INDEX closure_item_by_carried",
        "CREATE INDEX closure_item_by_carried_action ON closure_item (carried_as)",
        "CREATE INDEX closure_item_by_action ON closure_item (action)",
    ] }
}
