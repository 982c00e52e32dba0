public import Kernel

extension Journal {
    public func entry(_ sequence: Int64) throws -> Entry? {
        try entries("WHERE j.sequence = \(sequence)").first
    }

    /// The entries about one subject, oldest first.
    public func entries(about subject: Subject) throws -> [Entry] {
        try entries("WHERE j.subject = \(subject) ORDER BY j.sequence")
    }

    /// The entries about any of these subjects, oldest first.
    public func entries(aboutAnyOf subjects: [Subject]) throws -> [Entry] {
        try entries("WHERE j.subject IN (\(list: subjects)) ORDER BY j.sequence")
    }

    /// The entries within one scope (a plan and all that belongs to it), oldest first.
    ///
    /// - Parameter kind: of records whose entries are left out: what whoever asks may not see.
    public func entries(within scope: Subject, limit: Int? = nil, newestFirst: Bool = false, without kind: String? = nil) throws -> [Entry] {
        var clause = Journal.oneScope(scope) + Journal.none(of: kind)
        clause += newestFirst ? "ORDER BY j.scope DESC, j.sequence DESC" : "ORDER BY j.scope, j.sequence"
        if let limit { clause += " LIMIT \(limit)" }
        return try entries(clause)
    }

    /// One scope, asked for as a range and so in the order of its index. Where it is asked for by `=`, PostgreSQL may read
    /// the whole journal from an end instead, until it has met as many lines of the scope as are wanted.
    private static func oneScope(_ scope: Subject) -> SQL { "WHERE j.scope >= \(scope) AND j.scope <= \(scope) " }

    private static func none(of kind: String?) -> SQL {
        // A subject is `kind/number`, and `0` is the character that follows `/`.
        kind.map { "AND NOT (j.subject >= \($0 + "/") AND j.subject < \($0 + "0")) " } ?? ""
    }

    /// The number of the newest entry within a scope; nil when there is none.
    public func newest(within scope: Subject) throws -> Int64? {
        try session.value("SELECT j.sequence FROM journal j " + Journal.oneScope(scope) + "ORDER BY j.scope DESC, j.sequence DESC LIMIT 1")
    }

    /// Whoever changed anything within a scope, as the journal names them.
    public func whos(within scope: Subject, without kind: String? = nil) throws -> Set<String> {
        Set(try session.column("SELECT DISTINCT j.who FROM journal j " + Journal.oneScope(scope) + Journal.none(of: kind)))
    }

    /// A page of one scope, newest first: the entries before a number, or the latest.
    ///
    /// - Parameter kind: of records whose entries are left out.
    public func entries(within scope: Subject, before sequence: Int64?, limit: Int, without kind: String? = nil) throws -> [Entry] {
        try entries(
            Journal.oneScope(scope) + Journal.none(of: kind) + "AND j.sequence < \(sequence ?? .max) ORDER BY j.scope DESC, j.sequence DESC LIMIT \(limit)")
    }

    /// A page of the whole journal, newest first: the entries before a number, or the latest.
    public func entries(before sequence: Int64? = nil, limit: Int) throws -> [Entry] {
        try entries("WHERE j.sequence < \(sequence ?? .max) ORDER BY j.sequence DESC LIMIT \(limit)")
    }

    /// A record as it was known at a moment: the state after the last change recorded by then. Nil when it was not there yet.
    public func state<R: Record>(of id: ID<R>, asKnownAt moment: Moment) throws -> R? {
        let states: [R] = try states("""
            WHERE j.subject = \(R.subject(id)) AND j.at <= \(moment) ORDER BY j.sequence DESC LIMIT 1
            """)
        return states.first
    }

    /// All records of a kind within a scope, as they were known at a moment, by number.
    public func states<R: Record>(of type: R.Type, within scope: Subject, asKnownAt moment: Moment) throws -> [R] {
        // A subject is `kind/number`, and `0` is the character that follows `/`.
        let (first, end) = ("\(R.table.name)/", "\(R.table.name)0")
        let states: [R] = try states("""
            WHERE j.scope = \(scope) AND j.subject >= \(first) AND j.subject < \(end) AND j.at <= \(moment)
            AND NOT EXISTS (SELECT 1 FROM journal k
                WHERE k.subject = j.subject AND k.sequence > j.sequence AND k.at <= \(moment))
            """)
        return states.sorted { $0.id < $1.id }
    }

    /// When the first of these subjects came on record.
    public func first(aboutAnyOf subjects: [Subject]) throws -> Moment? {
        try session.value("SELECT MIN(j.at) FROM journal j WHERE j.subject IN (\(list: subjects))")
    }

    /// Every state that any of these records has had, oldest first.
    public func states<R: Record>(ofAnyOf ids: [ID<R>]) throws -> [R] {
        guard !ids.isEmpty else { return [] }
        return try states("WHERE j.subject IN (\(list: ids.map { R.subject($0) })) ORDER BY j.sequence")
    }

    private func entries(_ clause: SQL) throws -> [Entry] {
        try session.rows("SELECT \(Entry.columns) FROM \(Entry.tables) \(clause)") { try Entry(&$0) }
    }

    private func states<R: Record>(_ clause: SQL) throws -> [R] {
        try session.rows("SELECT p.state FROM journal j JOIN journal_payload p ON p.sequence = j.sequence \(clause)") {
            try session.json.value($0.next())
        }
    }
}
