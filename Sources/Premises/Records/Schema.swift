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
        Migration("premises-words-1") { words.making(on: $0) },
        Migration("premises-import-1") { dialect in [
            """
            CREATE TABLE premises_import (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                file TEXT NOT NULL, sha256 TEXT NOT NULL CHECK (LENGTH(sha256) = 64), size BIGINT NOT NULL, columns_matched TEXT NOT NULL,
                rows_read BIGINT NOT NULL, unchanged BIGINT NOT NULL, gone BIGINT NOT NULL, left_out BIGINT NOT NULL, left_empty BIGINT NOT NULL,
                on_day TEXT NOT NULL, first BIGINT NOT NULL, added BIGINT NOT NULL, changed BIGINT NOT NULL, root TEXT NOT NULL)
            """,
            "CREATE TABLE premises_upload (\(dialect.id), file TEXT NOT NULL, sha256 TEXT NOT NULL, choices TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL)",
            """
            CREATE TABLE premises_upload_piece (
                upload BIGINT NOT NULL REFERENCES premises_upload (id), place BIGINT NOT NULL, bytes \(dialect.blob) NOT NULL, PRIMARY KEY (upload, place))
            """,
        ] },
        Migration("premises-words-2") { words.learning(on: $0) },
    ]

    /// Files that were sent and not taken yet are in no copy.
    public static let staysBehind: Set = ["premises_upload", "premises_upload_piece"]

    /// What is found of premises as somebody types. References, UPRNs and postcodes that are typed from their beginning have indexes of
    /// their own.
    static let words = FullText("premises_words", of: "premises", columns: ["name", "address", "postcode"])
}
