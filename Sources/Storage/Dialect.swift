/// The engines, where their words for a thing differ. Everything that differs is in this file.
public enum Dialect: String, Sendable {
    case sqlite, postgres

    /// The type of a column that holds bytes.
    public var blob: SQL { self == .sqlite ? "BLOB" : "BYTEA" }

    /// The definition of a record's `id` column: the number that `Work.add` gives it.
    public var id: SQL { number("id") }

    /// The definition of a column whose whole number names its row. On SQLite it is the row's own place in the table, so
    /// there is no index beside it to write and to look up.
    func number(_ column: String) -> SQL {
        SQL(trusted: "\(column) \(self == .sqlite ? "INTEGER" : "BIGINT") PRIMARY KEY NOT NULL")
    }

    /// After a table's definition: its rows stand in the order of its key, and there is no index beside it.
    var inOrderOfKey: SQL { self == .sqlite ? "WITHOUT ROWID" : "" }

    /// Statements that make the database itself refuse to change or remove a row of a table, whoever asks.
    ///
    /// On SQLite a row that is there already is refused too, because REPLACE would otherwise take it away in silence.
    /// - Parameters:
    ///   - key: the columns that name a row.
    ///   - condition: under which a row, `OLD`, may be removed after all.
    public func appendOnly(_ table: String, key: [String], unless condition: String? = nil) -> [SQL] {
        let refusal = "\(table) is append-only"
        let spared = condition.map { "WHEN NOT \($0) " } ?? ""
        switch self {
        case .sqlite:
            let same = key.map { "\($0) = NEW.\($0)" }.joined(separator: " AND ")
            return [
                SQL(trusted: """
                    CREATE TRIGGER \(table)_no_update BEFORE UPDATE ON \(table)
                    BEGIN SELECT RAISE(ABORT, '\(refusal)'); END
                    """),
                SQL(trusted: """
                    CREATE TRIGGER \(table)_no_delete BEFORE DELETE ON \(table)
                    \(spared)BEGIN SELECT RAISE(ABORT, '\(refusal)'); END
                    """),
                SQL(trusted: """
                    CREATE TRIGGER \(table)_no_replace BEFORE INSERT ON \(table)
                    BEGIN SELECT RAISE(ABORT, '\(refusal)') FROM \(table) WHERE \(same); END
                    """),
            ]
        case .postgres:
            let removal = condition.map { """
                CREATE FUNCTION \(table)_removal() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF \($0) THEN RETURN OLD; END IF; RAISE EXCEPTION '\(refusal)'; END $$
                """ }
            let removing = condition.map { _ in """
                CREATE TRIGGER \(table)_no_removal BEFORE DELETE ON \(table) FOR EACH ROW EXECUTE FUNCTION \(table)_removal()
                """ }
            return [removal, removing].compactMap { $0.map { SQL(trusted: $0) } } + [
                SQL(trusted: """
                    CREATE FUNCTION \(table)_append_only() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION '\(refusal)'; END $$
                    """),
                SQL(trusted: """
                    CREATE TRIGGER \(table)_no_change BEFORE UPDATE\(condition == nil ? " OR DELETE" : "") OR TRUNCATE ON \(table)
                    FOR EACH STATEMENT EXECUTE FUNCTION \(table)_append_only()
                    """),
            ]
        }
    }

    /// Statements that let a table's number only ever be the next one: 1, 2, 3 … with no gap.
    public func gapless(_ table: String, _ column: String) -> [SQL] {
        let refusal = "\(table) numbers rise by one"
        switch self {
        case .sqlite:
            return [
                SQL(trusted: """
                    CREATE TRIGGER \(table)_gapless BEFORE INSERT ON \(table)
                    BEGIN SELECT RAISE(ABORT, '\(refusal)')
                    WHERE NEW.\(column) IS NOT (SELECT COALESCE(MAX(\(column)), 0) + 1 FROM \(table)); END
                    """)
            ]
        case .postgres:
            return [
                SQL(trusted: """
                    CREATE FUNCTION \(table)_gapless() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN
                    IF NEW.\(column) IS DISTINCT FROM (SELECT COALESCE(MAX(\(column)), 0) + 1 FROM \(table)) THEN
                    RAISE EXCEPTION '\(refusal)'; END IF; RETURN NEW; END $$
                    """),
                SQL(trusted: """
                    CREATE TRIGGER \(table)_gapless BEFORE INSERT ON \(table)
                    FOR EACH ROW EXECUTE FUNCTION \(table)_gapless()
                    """),
            ]
        }
    }

    /// Asks how many bytes the database takes.
    var databaseSize: SQL {
        switch self {
        case .sqlite: "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        case .postgres: "SELECT pg_database_size(current_database())"
        }
    }

    /// Tells every server on the same database, once it is committed, how many entries the journal has.
    func announcement(_ entries: Int64) -> SQL? {
        switch self {
        case .sqlite: nil
        case .postgres: "SELECT pg_notify(\(PostgresListener.channel), \(String(entries)))"
        }
    }

    /// The names of the tables and views that somebody made here, leaving out those of the engine and of its extensions.
    var tables: SQL {
        switch self {
        case .sqlite: "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
        case .postgres: """
            SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
            ORDER BY 1
            """
        }
    }

    func columns(of table: String) -> SQL {
        switch self {
        case .sqlite: "SELECT name FROM pragma_table_info(\(table))"
        case .postgres: """
            SELECT column_name::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = \(table)
            """
        }
    }

    /// Text columns that would be sorted by the rules of some language. Both engines sort text byte by byte.
    var columnsSortedOtherwise: SQL? {
        switch self {
        case .sqlite: nil
        case .postgres: """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = current_schema() AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'
            AND table_name IN (SELECT tablename FROM pg_tables WHERE schemaname = current_schema())
            """
        }
    }

    func sortedByteByByte(_ table: String, _ column: String) -> String {
        "ALTER TABLE \(table) ALTER COLUMN \(column) TYPE TEXT COLLATE \"C\""
    }

    /// What makes a full-text index and keeps it right.
    func making(_ text: FullText) -> [SQL] {
        let (name, table, columns) = (text.name, text.table, text.columns)
        func values(_ row: String) -> String { columns.map { "\(row).\($0)" }.joined(separator: ", ") }
        let list = columns.joined(separator: ", ")
        let adding = "INSERT INTO \(name) (rowid, \(list)) VALUES (NEW.id, \(values("NEW")));"
        let removing = "INSERT INTO \(name) (\(name), rowid, \(list)) VALUES ('delete', OLD.id, \(values("OLD")));"
        let beginnings = (1...FullText.longestIndexed).map { "\($0)" }.joined(separator: " ")
        return switch self {
        case .sqlite: [
            // Which column a word stands in, and where, is seen in the row: the index is a third as large without.
            SQL(trusted: """
                CREATE VIRTUAL TABLE \(name) USING fts5(\(list), content='\(table)', content_rowid='id',
                tokenize='unicode61 remove_diacritics 2', prefix='\(beginnings)', detail=none, columnsize=0)
                """),
            // What is added at once is brought into order in memory, up to so many bytes: a million rows take two thirds of the time.
            SQL(trusted: "INSERT INTO \(name) (\(name), rank) VALUES ('hashsize', 16777216)"),
            SQL(trusted: "INSERT INTO \(name) (\(name)) VALUES ('rebuild')"),
            SQL(trusted: "CREATE TRIGGER \(name)_added AFTER INSERT ON \(table) BEGIN \(adding) END"),
            SQL(trusted: "CREATE TRIGGER \(name)_removed AFTER DELETE ON \(table) BEGIN \(removing) END"),
            SQL(trusted: """
                CREATE TRIGGER \(name)_changed AFTER UPDATE ON \(table)
                WHEN \(columns.map { "OLD.\($0) IS NOT NEW.\($0)" }.joined(separator: " OR "))
                BEGIN \(removing) \(adding) END
                """),
        ]
        case .postgres: [
            SQL(trusted: """
                ALTER TABLE \(table) ADD COLUMN \(name) tsvector GENERATED ALWAYS AS (strip(to_tsvector('simple'::regconfig, regexp_replace(translate(
                lower(\(columns.map { "COALESCE(\($0), '')" }.joined(separator: " || ' ' || "))), '\(SearchWords.accented)', '\(SearchWords.plain)'),
                '[^a-z0-9]+', ' ', 'g')))) STORED
                """),
            SQL(trusted: "CREATE INDEX \(name)_index ON \(table) USING GIN (\(name))"),
        ]
        }
    }

    /// What keeps the words that a full-text index holds, where the engine's own index can't tell them.
    func learning(_ text: FullText) -> [SQL] {
        guard self == .postgres else { return [] }
        let (name, table) = (text.name, text.table)
        func words(of rows: String) -> String {
            "INSERT INTO \(name)_word SELECT DISTINCT unnest(tsvector_to_array(\(name))) FROM \(rows) ON CONFLICT DO NOTHING"
        }
        func trigger(_ when: String) -> SQL {
            SQL(trusted: """
                CREATE TRIGGER \(name)_learned_by_\(when.lowercased()) AFTER \(when) ON \(table) REFERENCING NEW TABLE AS taken
                FOR EACH STATEMENT EXECUTE FUNCTION \(name)_learning()
                """)
        }
        return [
            SQL(trusted: "CREATE TABLE \(name)_word (word TEXT COLLATE \"C\" PRIMARY KEY NOT NULL)"),
            SQL(trusted: words(of: table)),
            SQL(trusted: """
                CREATE FUNCTION \(name)_learning() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN \(words(of: "taken")); RETURN NULL; END $$
                """),
            trigger("INSERT"), trigger("UPDATE"),
        ]
    }

    /// A question for the names of the tables that keep rows of their own, as SQLite has them: not those that an index is made of.
    static var tablesWithRows: SQL {
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name"
    }

    /// A question for the full-text indexes of an SQLite database.
    static var fullTexts: SQL { "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual' ORDER BY name" }

    /// Lets a transaction that adds very many rows keep more of the indexes in memory, and then no more than any other.
    func hastening(_ isBegun: Bool) -> [String] {
        switch self {
        case .sqlite: ["PRAGMA cache_size = \(isBegun ? -65536 : -4000)"]
        // What a GIN index has put off is looked through by every search, so it is brought in at the end.
        case .postgres:
            isBegun ? ["SET LOCAL gin_pending_list_limit = '32MB'"] : ["""
                SELECT gin_clean_pending_list(c.oid) FROM pg_class c JOIN pg_am a ON a.oid = c.relam
                WHERE a.amname = 'gin' AND c.relnamespace = current_schema()::regnamespace
                """]
        }
    }
}
