public import Storage

extension Gazetteer {
    /// The tables of premises. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = [
        Migration("premises-1") { dialect in [
            // What was merged may come before what it was merged into, and a copy adds rows by their number: so no key holds
            // `merged_into`, and the verb sees to it that it is there.
            """
            CREATE TABLE premises (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL, uprn BIGINT CHECK (uprn > 0),
                name TEXT NOT NULL CHECK (name <> ''), name_key TEXT NOT NULL, address TEXT NOT NULL, postcode TEXT, area TEXT,
                latitude DOUBLE PRECISION, longitude DOUBLE PRECISION,
                type TEXT NOT NULL, storeys BIGINT CHECK (storeys > 0), height BIGINT CHECK (height >= 0),
                sleeping BIGINT CHECK (sleeping IN (0, 1)), notes TEXT, since_on TEXT NOT NULL,
                merged_into BIGINT CHECK (merged_into IS NULL OR merged_into <> id), merged_on TEXT,
                CHECK ((merged_into IS NULL) = (merged_on IS NULL)),
                CHECK ((latitude IS NULL) = (longitude IS NULL)))
            """,
            "CREATE UNIQUE INDEX premises_by_reference ON premises (reference_key)",
            "CREATE INDEX premises_by_uprn ON premises (uprn)",
            "CREATE INDEX premises_by_postcode ON premises (postcode)",
            // Every order and filter of the list walks one of these, so that a page of a million is as fast as a page of ten.
            "CREATE INDEX premises_by_name ON premises (name_key, id)",
            "CREATE INDEX premises_by_type ON premises (type, name_key, id)",
            "CREATE INDEX premises_by_area ON premises (area, name_key, id)",
            "CREATE INDEX premises_by_sleeping ON premises (sleeping, name_key, id)",
            "CREATE INDEX premises_by_since ON premises (since_on)",
            "CREATE INDEX premises_by_merge ON premises (merged_into) WHERE merged_into IS NOT NULL",
        ] },
        dutyHolderMigration,
    ]
}
