public import Kernel
public import Storage

extension HarvestSource: Record {
    public static let table = Table("harvest_source", [
        "id", "version", "code", "code_key", "name", "package", "allows_private", "added_on", "removed_on", "copied_at", "copied_entries", "copied_refused", "copied_hash",
    ])

    public init(_ row: inout Row) throws {
        let (id, version): (ID<HarvestSource>, Int) = (try row.next(), try row.next())
        let code: Reference = try row.next()
        let _: String = try row.next()
        self.init(
            id: id, version: version, code: code, name: try row.next(), package: try row.next(), allowsPrivate: try row.next(), addedOn: try row.next(),
            removedOn: try row.next())
        let (at, entries, refused, hash): (Moment?, Int?, Int?, String?) = (try row.next(), try row.next(), try row.next(), try row.next())
        if let at, let entries, let refused, let hash { copy = Copy(at: at, entries: entries, refused: refused, hash: hash) }
    }

    public var values: [Value] {
        Value.row(id, version, code, code.key, name, package, allowsPrivate, addedOn, removedOn, copy?.at, copy?.entries, copy?.refused, copy?.hash)
    }
}

extension HarvestSource {
    /// The last good copies, an entry a row.
    static let entries = Table("harvested_entry", ["source", "place", "state"])
}

public enum Harvesting {
    public static let records = [RecordKind(HarvestSource.self)]

    public static let migrations: [Migration] = [
        Migration("harvest-1") { dialect in [
            """
            CREATE TABLE harvest_source (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0), code TEXT NOT NULL CHECK (code <> ''), code_key TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL CHECK (name <> ''), package TEXT NOT NULL, allows_private BIGINT NOT NULL CHECK (allows_private IN (0, 1)),
                added_on TEXT NOT NULL, removed_on TEXT CHECK (removed_on IS NULL OR removed_on >= added_on),
                copied_at TEXT, copied_entries BIGINT, copied_refused BIGINT, copied_hash TEXT,
                CHECK ((copied_at IS NULL) = (copied_hash IS NULL)))
            """,
            // The last good copy itself: whose entries it commits to is in the journal, by the hash of the file that they came in.
            """
            CREATE TABLE harvested_entry (
                source BIGINT NOT NULL REFERENCES harvest_source (id), place BIGINT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (source, place))
            """,
            // How the last round went. It changes nothing that is shown but how fresh it is, so the journal does not hold it.
            """
            CREATE TABLE harvest_try (
                source BIGINT PRIMARY KEY REFERENCES harvest_source (id), at TEXT NOT NULL, fault TEXT, failures BIGINT NOT NULL CHECK (failures >= 0))
            """,
        ] },
    ]
}

extension Session {
    /// The sources that are shown, by their names.
    public func harvestSources() throws -> [HarvestSource] { try all(HarvestSource.self, "WHERE removed_on IS NULL ORDER BY name, id") }

    /// - Throws: `harvest-source-not-found`
    public func harvestSource(_ code: String) throws -> HarvestSource {
        guard let source = try first(HarvestSource.self, "WHERE code_key = \(code.lowercased()) AND removed_on IS NULL") else {
            throw Refusal.missing("harvest-source-not-found", "No other service is known here as “\(code.prefix(60))”. Look at: muster register source list")
        }
        return source
    }

    public func harvestTries() throws -> [ID<HarvestSource>: HarvestTry] {
        Dictionary(uniqueKeysWithValues: try rows("SELECT source, at, fault, failures FROM harvest_try") { row in
            (try row.next() as ID<HarvestSource>, HarvestTry(at: try row.next(), fault: try row.next(), failures: try row.next()))
        })
    }

    /// The entries of the last good copy of a source, under the name that it has now.
    public func harvestedEntries(of source: HarvestSource) throws -> [PublicEntry] {
        let json = CanonicalJSON()
        return try rows("SELECT state FROM harvested_entry WHERE source = \(source.id) ORDER BY place") { row in
            var entry: PublicEntry = try json.value(try row.next())
            entry.source?.name = source.name
            return entry
        }
    }
}
