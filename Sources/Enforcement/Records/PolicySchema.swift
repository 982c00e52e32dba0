public import Storage

extension EnforcementPolicies {
    /// The tables of the enforcement policy. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("enforcement-policy-1") { dialect in [
            """
            CREATE TABLE enforcement_policy (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                edition TEXT NOT NULL CHECK (edition <> ''), edition_key TEXT NOT NULL UNIQUE, effective_on TEXT UNIQUE, purpose TEXT,
                retention_years BIGINT NOT NULL CHECK (retention_years >= 3),
                publish_after BIGINT NOT NULL CHECK (publish_after BETWEEN 0 AND 13),
                publish_count TEXT NOT NULL CHECK (publish_count IN ('days', 'working-days')),
                withdrawn TEXT NOT NULL CHECK (withdrawn IN ('left-out', 'exported')),
                sensitive TEXT NOT NULL CHECK (sensitive IN ('substance', 'articles-unless-prohibition', 'articles')),
                letter_within BIGINT CHECK (letter_within BETWEEN 1 AND 60), since_on TEXT NOT NULL)
            """,
            """
            CREATE TABLE enforcement_policy_factor (
                policy BIGINT NOT NULL REFERENCES enforcement_policy (id), place BIGINT NOT NULL, factor TEXT NOT NULL,
                PRIMARY KEY (policy, place), UNIQUE (policy, factor))
            """,
            """
            CREATE TABLE enforcement_objective (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                policy BIGINT NOT NULL REFERENCES enforcement_policy (id), sentence TEXT NOT NULL CHECK (sentence <> ''),
                measure TEXT NOT NULL, polarity TEXT NOT NULL CHECK (polarity IN ('at-least', 'at-most')), target TEXT NOT NULL,
                per TEXT NOT NULL CHECK (per IN ('month', 'quarter', 'year', 'financial-year')), dropped_on TEXT)
            """,
            "CREATE INDEX enforcement_objective_by_policy ON enforcement_objective (policy)",
            """
            CREATE TABLE stated_activity (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                year TEXT NOT NULL, measure TEXT NOT NULL, count TEXT NOT NULL, source TEXT NOT NULL CHECK (source <> ''), since_on TEXT NOT NULL,
                UNIQUE (year, measure))
            """,
        ] },
    ]
}
