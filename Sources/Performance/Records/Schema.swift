public import Storage

extension Performance {
    /// The tables of measures. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("performance-1") { dialect in [
            """
            CREATE TABLE performance_measure (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE, title TEXT NOT NULL CHECK (title <> ''), meaning TEXT NOT NULL CHECK (meaning <> ''),
                kind TEXT NOT NULL CHECK (kind IN ('count', 'rate', 'level')), unit TEXT NOT NULL, decimals BIGINT NOT NULL CHECK (decimals BETWEEN 0 AND 4),
                polarity TEXT NOT NULL CHECK (polarity IN ('higher', 'lower', 'neutral')), numerator TEXT, denominator TEXT,
                multiplier BIGINT NOT NULL CHECK (multiplier > 0), frequency TEXT NOT NULL CHECK (frequency IN ('month', 'quarter', 'year')),
                owner BIGINT REFERENCES party (id), source TEXT NOT NULL CHECK (source IN ('typed', 'csv', 'live')), figure TEXT,
                cumulative BIGINT NOT NULL CHECK (cumulative IN (0, 1)), measured_from_on TEXT, since_on TEXT NOT NULL, ended_on TEXT,
                CHECK ((kind = 'rate') = (denominator IS NOT NULL)), CHECK ((source = 'live') = (figure IS NOT NULL)))
            """,
            "CREATE INDEX performance_measure_by_owner ON performance_measure (owner)",
            """
            CREATE TABLE performance_measure_value (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                measure BIGINT NOT NULL REFERENCES performance_measure (id), from_on TEXT NOT NULL, numerator TEXT NOT NULL, denominator TEXT,
                provisional BIGINT NOT NULL CHECK (provisional IN (0, 1)), note TEXT, replaces BIGINT UNIQUE REFERENCES performance_measure_value (id),
                recorded_on TEXT NOT NULL, recorded_by TEXT NOT NULL)
            """,
            "CREATE INDEX performance_measure_value_by_measure ON performance_measure_value (measure, from_on)",
            "CREATE UNIQUE INDEX performance_measure_value_first ON performance_measure_value (measure, from_on) WHERE replaces IS NULL",
            """
            CREATE TABLE performance_measure_target (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                measure BIGINT NOT NULL REFERENCES performance_measure (id), from_on TEXT NOT NULL, shape TEXT NOT NULL CHECK (shape IN ('level', 'even', 'months')),
                figure TEXT NOT NULL, tolerance TEXT NOT NULL, reason TEXT, since_on TEXT NOT NULL, dropped_on TEXT)
            """,
            "CREATE INDEX performance_measure_target_by_measure ON performance_measure_target (measure)",
            """
            CREATE TABLE performance_measure_target_month (
                target BIGINT NOT NULL REFERENCES performance_measure_target (id), place BIGINT NOT NULL CHECK (place BETWEEN 0 AND 11), figure TEXT NOT NULL,
                PRIMARY KEY (target, place))
            """,
            """
            CREATE TABLE performance_measure_rebase (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                measure BIGINT NOT NULL REFERENCES performance_measure (id), from_on TEXT NOT NULL, reason TEXT NOT NULL CHECK (reason <> ''), since_on TEXT NOT NULL, dropped_on TEXT)
            """,
            "CREATE UNIQUE INDEX performance_measure_rebase_by_measure ON performance_measure_rebase (measure, from_on) WHERE dropped_on IS NULL",
        ] },
        Migration("performance-2") { dialect in [
            """
            CREATE TABLE performance_report (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                frequency TEXT NOT NULL CHECK (frequency IN ('month', 'quarter', 'year')), from_on TEXT NOT NULL, commentary TEXT, since_on TEXT NOT NULL,
                signed_on TEXT, signed_by TEXT, UNIQUE (frequency, from_on), CHECK ((signed_on IS NULL) = (signed_by IS NULL)))
            """,
            """
            CREATE TABLE performance_exception (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                report BIGINT NOT NULL REFERENCES performance_report (id), measure BIGINT NOT NULL REFERENCES performance_measure (id),
                words TEXT NOT NULL CHECK (words <> ''), written_on TEXT NOT NULL, written_by TEXT NOT NULL, UNIQUE (report, measure))
            """,
            """
            CREATE TABLE performance_reported_figure (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                report BIGINT NOT NULL REFERENCES performance_report (id), measure BIGINT NOT NULL REFERENCES performance_measure (id),
                value TEXT, numerator TEXT, denominator TEXT, provisional BIGINT NOT NULL CHECK (provisional IN (0, 1)), missing BIGINT NOT NULL CHECK (missing >= 0), target TEXT,
                standing TEXT NOT NULL CHECK (standing IN ('succeeding', 'near', 'needs-improvement', 'no-target', 'unknown')), written TEXT NOT NULL, sentence TEXT NOT NULL,
                UNIQUE (report, measure))
            """,
        ] },
        Migration("performance-3") { _ in [
            "ALTER TABLE performance_reported_figure ADD COLUMN year_before TEXT",
            "ALTER TABLE performance_reported_figure ADD COLUMN since_year_before TEXT CHECK (since_year_before IN ('better', 'worse', 'same', 'higher', 'lower', 'unknown'))",
        ] },
    ]
}
