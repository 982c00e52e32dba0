public import Kernel

/// A kind of thing that is kept: one table, one JSON form in the journal.
///
/// The first two columns are always `id` and `version`. Records are never deleted: what ends them is another
/// record with a who and a when.
public protocol Record: Codable, Equatable, Sendable {
    static var table: Table { get }
    var id: ID<Self> { get }
    /// 1 when added, one more at each change: what optimistic locking compares.
    var version: Int { get set }
    /// Reads the columns in the order of `table`.
    init(_ row: inout Row) throws
    /// The columns in the order of `table`.
    var values: [Value] { get }
    /// The records that a clause selects, whole: with what is kept of them in other tables.
    static func all(_ clause: SQL, _ session: Session) throws -> [Self]
}

extension Record {
    public static func all(_ clause: SQL, _ session: Session) throws -> [Self] { try session.rows(of: Self.self, clause) }
}

extension Subject: Stored {
    public var stored: Value { .text(description) }
    public static func read(_ row: Row, _ column: Int) throws -> Subject {
        guard let subject = Subject(row.text(column)) else { throw StoredValueUnreadable(column: column, type: "Subject") }
        return subject
    }
}

extension Record {
    public var subject: Subject { Self.subject(id) }
    public static func subject(_ id: ID<Self>) -> Subject { Subject(kind: table.name, number: id.number) }
}
