public import Kernel

/// One line of the journal.
public struct Entry: Sendable, Codable, Equatable {
    /// 1, 2, 3 … with no gap.
    public let sequence: Int64
    public let moment: Moment
    /// `person/3`, `operator` or `muster`.
    public let who: String
    public let verb: String
    public let subject: Subject
    public let scope: Subject
    public let reason: String?
    /// The record's full state after the change, as JSON; nil when it was lawfully removed.
    public let state: String?

    public init(
        sequence: Int64, moment: Moment, who: String, verb: String, subject: Subject, scope: Subject,
        reason: String?, state: String?
    ) {
        self.sequence = sequence
        self.moment = moment
        self.who = who
        self.verb = verb
        self.subject = subject
        self.scope = scope
        self.reason = reason
        self.state = state
    }
}

extension Entry {
    static let columns: SQL = "j.sequence, j.at, j.who, j.verb, j.subject, j.scope, p.reason, p.state"
    static let tables: SQL = "journal j LEFT JOIN journal_payload p ON p.sequence = j.sequence"

    /// Reads the columns in the order of `columns`.
    init(_ row: inout Row) throws {
        try self.init(
            sequence: row.next(), moment: row.next(), who: row.next(), verb: row.next(), subject: row.next(),
            scope: row.next(), reason: row.next(), state: row.next())
    }
}
