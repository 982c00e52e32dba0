import Storage

extension Gazetteer {
    /// The tables of duty holders. Once a version is out, a change is a new migration, never an edit of these.
    static let dutyHolderMigration = Migration("premises-duty-holders-1") { dialect in [
        """
        CREATE TABLE duty_holder (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            kind TEXT NOT NULL CHECK (kind IN ('person', 'company', 'body')),
            name TEXT NOT NULL CHECK (name <> ''), name_key TEXT NOT NULL,
            company_number TEXT CHECK (company_number IS NULL OR kind <> 'person'),
            contact TEXT, email TEXT, phone TEXT, since_on TEXT NOT NULL)
        """,
        "CREATE INDEX duty_holder_by_name ON duty_holder (name_key, id)",
        "CREATE UNIQUE INDEX duty_holder_by_company ON duty_holder (company_number) WHERE company_number IS NOT NULL",
        """
        CREATE TABLE service_address (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            holder BIGINT NOT NULL REFERENCES duty_holder (id),
            kind TEXT NOT NULL CHECK (kind IN ('registered-office', 'business', 'home', 'agent', 'other')),
            address TEXT NOT NULL CHECK (address <> ''), postcode TEXT, from_on TEXT NOT NULL, through_on TEXT,
            CHECK (through_on IS NULL OR through_on >= from_on))
        """,
        "CREATE INDEX service_address_by_holder ON service_address (holder)",
        """
        CREATE TABLE responsibility (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            premises BIGINT NOT NULL REFERENCES premises (id), holder BIGINT NOT NULL REFERENCES duty_holder (id),
            capacity TEXT NOT NULL CHECK (capacity IN ('employer', 'person-in-control', 'owner', 'other-control')),
            from_on TEXT NOT NULL, through_on TEXT, note TEXT,
            CHECK (through_on IS NULL OR through_on >= from_on))
        """,
        "CREATE INDEX responsibility_by_premises ON responsibility (premises)",
        "CREATE INDEX responsibility_by_holder ON responsibility (holder)",
    ] }
}
