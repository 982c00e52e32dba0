/// What is kept of records that came many at a time. The rows themselves are their last state; only what takes their place pushes
/// the state that an entry stands for into a table of its own.
enum Bulk {
    static let migrations = [
        Migration("bulk-1") { dialect in
            let tables: [SQL] = [
                """
                CREATE TABLE bulk (
                    \(dialect.id), sequence BIGINT NOT NULL UNIQUE REFERENCES journal (sequence),
                    kind TEXT NOT NULL, first BIGINT NOT NULL, added BIGINT NOT NULL CHECK (added >= 0),
                    changed BIGINT NOT NULL CHECK (changed >= 0), root \(dialect.blob) NOT NULL CHECK (length(root) = 32))
                """,
                """
                CREATE TABLE bulk_change (
                    bulk BIGINT NOT NULL REFERENCES bulk (id) DEFERRABLE INITIALLY DEFERRED, place BIGINT NOT NULL,
                    kind TEXT NOT NULL, record BIGINT NOT NULL, version BIGINT NOT NULL, PRIMARY KEY (bulk, place))
                """,
                "CREATE UNIQUE INDEX bulk_change_by_record ON bulk_change (kind, record, version)",
                """
                CREATE TABLE bulk_state (
                    kind TEXT NOT NULL, record BIGINT NOT NULL, version BIGINT NOT NULL, state TEXT NOT NULL, PRIMARY KEY (kind, record, version))
                """,
                // Of one block of leaves: the secret that their salts are made from, or once one was removed, the salts of the others.
                """
                CREATE TABLE bulk_secret (
                    bulk BIGINT NOT NULL REFERENCES bulk (id) DEFERRABLE INITIALLY DEFERRED, block BIGINT NOT NULL,
                    secret \(dialect.blob) CHECK (length(secret) = 32), salts \(dialect.blob), PRIMARY KEY (bulk, block),
                    CHECK ((secret IS NULL) <> (salts IS NULL)))
                """,
                """
                CREATE TABLE bulk_removal (
                    \(dialect.id), version BIGINT NOT NULL CHECK (version = 1), record TEXT NOT NULL, record_version BIGINT NOT NULL,
                    entry BIGINT NOT NULL REFERENCES bulk (sequence), place BIGINT NOT NULL,
                    leaf \(dialect.blob) NOT NULL CHECK (length(leaf) = 32), UNIQUE (entry, place))
                """,
                """
                CREATE TABLE bulk_node (
                    bulk BIGINT NOT NULL REFERENCES bulk (id) DEFERRABLE INITIALLY DEFERRED, place BIGINT NOT NULL,
                    hash \(dialect.blob) NOT NULL CHECK (length(hash) = 32), PRIMARY KEY (bulk, place))
                """,
            ]
            return tables
                + dialect.appendOnly("bulk", key: ["id"])
                + dialect.appendOnly("bulk_change", key: ["bulk", "place"])
                + dialect.appendOnly("bulk_state", key: ["kind", "record", "version"], unless: """
                    EXISTS (SELECT 1 FROM bulk_removal r WHERE r.record = OLD.kind || '/' || OLD.record AND r.record_version = OLD.version)
                    """)
                + dialect.appendOnly("bulk_removal", key: ["id"])
                + dialect.appendOnly("bulk_node", key: ["bulk", "place"])
        },
    ]

    /// The nodes of one level are kept, so that a proof need not make the whole tree anew.
    static let keptLevel: Int64 = 10
    /// How many leaves stand below such a node.
    static let block: Int64 = 1 << keptLevel

    static let change = Table("bulk_change", ["bulk", "place", "kind", "record", "version"])
    static let state = Table("bulk_state", ["kind", "record", "version", "state"])
    static let secret = Table("bulk_secret", ["bulk", "block", "secret", "salts"])
    static let node = Table("bulk_node", ["bulk", "place", "hash"])
}

/// One row of `bulk`: what an entry of the journal stands for.
struct BulkLine {
    let number: Int64
    let sequence: Int64
    let commitment: Commitment

    init(_ row: inout Row) throws {
        (number, sequence) = (try row.next(), try row.next())
        commitment = Commitment(kind: try row.next(), first: try row.next(), added: try row.next(), changed: try row.next(), root: try row.next())
    }

    static func all(_ clause: SQL, _ session: Session) throws -> [BulkLine] {
        try session.rows("SELECT id, sequence, kind, first, added, changed, root FROM bulk \(clause)") { try BulkLine(&$0) }
    }
}
