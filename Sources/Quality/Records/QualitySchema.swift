public import Storage

/// What checks of finished work bring to the service.
public enum QualityRecords {
    /// The tables. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("quality-1") { dialect in [
            """
            CREATE TABLE quality_form (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                edition BIGINT NOT NULL UNIQUE CHECK (edition > 0), title TEXT NOT NULL CHECK (title <> ''), drafted_by TEXT NOT NULL, since_on TEXT NOT NULL,
                effective_on TEXT, adopted_by TEXT, CHECK ((effective_on IS NULL) = (adopted_by IS NULL)))
            """,
            """
            CREATE TABLE quality_criterion (
                form BIGINT NOT NULL REFERENCES quality_form (id), place BIGINT NOT NULL, code TEXT NOT NULL CHECK (code <> ''), title TEXT NOT NULL CHECK (title <> ''), guidance TEXT,
                PRIMARY KEY (form, place), UNIQUE (form, code))
            """,
            """
            CREATE TABLE sampling_plan (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE, title TEXT NOT NULL CHECK (title <> ''),
                from_on TEXT NOT NULL, through_on TEXT NOT NULL, due_on TEXT NOT NULL,
                fault_percent BIGINT NOT NULL CHECK (fault_percent BETWEEN 1 AND 100), wanted_percent BIGINT NOT NULL CHECK (wanted_percent BETWEEN 1 AND 100),
                since_on TEXT NOT NULL, dropped_on TEXT, dropping TEXT,
                CHECK (from_on <= through_on AND through_on <= due_on), CHECK ((dropped_on IS NULL) = (dropping IS NULL)))
            """,
            "CREATE TABLE sampling_rule (plan BIGINT NOT NULL REFERENCES sampling_plan (id), place BIGINT NOT NULL, rule TEXT NOT NULL, PRIMARY KEY (plan, place))",
            """
            CREATE TABLE sampling_reviewer (
                plan BIGINT NOT NULL REFERENCES sampling_plan (id), place BIGINT NOT NULL, reviewer BIGINT NOT NULL REFERENCES party (id),
                PRIMARY KEY (plan, place), UNIQUE (plan, reviewer))
            """,
            """
            CREATE TABLE sample_draw (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                plan BIGINT NOT NULL UNIQUE REFERENCES sampling_plan (id), drawn_on TEXT NOT NULL, seed BIGINT NOT NULL CHECK (seed >= 0), journal_size BIGINT)
            """,
            """
            CREATE TABLE sample_stock (
                draw BIGINT NOT NULL REFERENCES sample_draw (id), place BIGINT NOT NULL, reference TEXT NOT NULL, officer TEXT NOT NULL, office TEXT,
                premises_type TEXT NOT NULL, outcomes TEXT NOT NULL, PRIMARY KEY (draw, place), UNIQUE (draw, reference))
            """,
            """
            CREATE TABLE sample_drawn (
                draw BIGINT NOT NULL REFERENCES sample_draw (id), place BIGINT NOT NULL, reference TEXT NOT NULL, rule BIGINT NOT NULL,
                PRIMARY KEY (draw, place), UNIQUE (draw, reference))
            """,
            """
            CREATE TABLE quality_check (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE, work TEXT NOT NULL, work_reference TEXT NOT NULL, place TEXT NOT NULL,
                auditor BIGINT NOT NULL REFERENCES party (id), office BIGINT REFERENCES party (id), carried_out_on TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('desktop', 'accompanied', 'revisit')), reviewer BIGINT NOT NULL REFERENCES party (id),
                form BIGINT NOT NULL REFERENCES quality_form (id), due_on TEXT NOT NULL, sample BIGINT REFERENCES sampling_plan (id), why TEXT NOT NULL, since_on TEXT NOT NULL,
                summary TEXT, grade TEXT CHECK (grade IN ('good', 'adequate', 'needs-improvement')), departure TEXT,
                completed_on TEXT, corrected_on TEXT, correction TEXT, reply TEXT, replied_on TEXT, called_off_on TEXT, calling_off TEXT,
                CHECK (reviewer <> auditor), CHECK (completed_on IS NULL OR grade IS NOT NULL), CHECK (completed_on IS NULL OR called_off_on IS NULL),
                CHECK ((corrected_on IS NULL) = (correction IS NULL)), CHECK ((replied_on IS NULL) = (reply IS NULL)), CHECK ((called_off_on IS NULL) = (calling_off IS NULL)))
            """,
            "CREATE INDEX quality_check_by_work ON quality_check (work)",
            "CREATE INDEX quality_check_by_sample ON quality_check (sample)",
            "CREATE INDEX quality_check_by_auditor ON quality_check (auditor)",
            "CREATE INDEX quality_check_by_reviewer ON quality_check (reviewer)",
            """
            CREATE TABLE quality_finding (
                quality_check BIGINT NOT NULL REFERENCES quality_check (id), place BIGINT NOT NULL, criterion TEXT NOT NULL CHECK (criterion <> ''),
                answer TEXT NOT NULL CHECK (answer IN ('pass', 'fail', 'not-evidenced', 'not-applicable')), note TEXT, PRIMARY KEY (quality_check, place), UNIQUE (quality_check, criterion))
            """,
            """
            CREATE TABLE remedial_action (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                quality_check BIGINT NOT NULL REFERENCES quality_check (id), criterion TEXT,
                kind TEXT NOT NULL CHECK (kind IN ('training', 'coaching', 'policy-change', 'file-correction')), what TEXT NOT NULL CHECK (what <> ''),
                owner BIGINT NOT NULL REFERENCES party (id), due_on TEXT NOT NULL, since_on TEXT NOT NULL, done_on TEXT, doing TEXT, look_by_on TEXT,
                looked_on TEXT, outcome TEXT CHECK (outcome IN ('worked', 'did-not-work', 'cannot-be-said-yet')), looking TEXT, action TEXT,
                CHECK ((done_on IS NULL) = (doing IS NULL)), CHECK ((looked_on IS NULL) = (outcome IS NULL)), CHECK (looked_on IS NULL OR looked_on >= done_on))
            """,
            "CREATE INDEX remedial_action_by_check ON remedial_action (quality_check)",
            "CREATE INDEX remedial_action_by_owner ON remedial_action (owner)",
        ] },
    ]

    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(QualityForm.self), RecordKind(SamplingPlan.self), RecordKind(SampleDraw.self), RecordKind(QualityCheck.self), RecordKind(RemedialAction.self),
    ]
}
