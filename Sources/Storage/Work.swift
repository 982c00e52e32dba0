public import Kernel

/// What a person does in one transaction: who, when, why, and the records that change.
public final class Work {
    public let session: Session
    public let actor: Actor
    public let moment: Moment
    public let reason: String?
    public var today: Day { moment.day }

    init(session: Session, actor: Actor, moment: Moment, reason: String?) {
        self.session = session
        self.actor = actor
        self.moment = moment
        self.reason = reason
    }

    /// Saves a new record under the next number and writes its journal entry.
    ///
    /// - Parameters:
    ///   - verb: what happened, in words that read after the actor's name: `added the action`.
    ///   - scope: what the record belongs to (its plan), for reading a whole as it was known; the record itself when nil.
    @discardableResult
    public func add<R: Record>(_ verb: String, in scope: Subject? = nil, _ make: (ID<R>) throws -> R) throws -> R {
        let next = try session.value("SELECT COALESCE(MAX(id), 0) + 1 FROM \(R.table)", as: Int64.self) ?? 1
        var record = try make(ID(next))
        record.version = 1
        let columns = SQL(trusted: R.table.columns.joined(separator: ", "))
        try session.run("INSERT INTO \(R.table) (\(columns)) VALUES (\(list: record.values))")
        try Journal(session).append(verb, record, in: scope, self)
        return record
    }

    /// Saves a record's new state and writes its journal entry.
    ///
    /// - Throws: `changed-meanwhile` when its version is not the one that was read.
    @discardableResult
    public func change<R: Record>(_ verb: String, _ record: R, in scope: Subject? = nil) throws -> R {
        // The version comes from a page, so it may be any number.
        let (next, isTooLarge) = record.version.addingReportingOverflow(1)
        guard !isTooLarge else { throw Refusal.changedMeanwhile }
        if let type = R.self as? any BulkRecord.Type { try keepBulkState(type, record.id.number) }
        var changed = record
        changed.version = next
        var sets: SQL = ""
        for (index, (column, value)) in zip(R.table.columns, changed.values).enumerated() where column != "id" {
            sets += SQL(trusted: index == 1 ? "\(column) = " : ", \(column) = ") + "\(value)"
        }
        let count = try session.run(
            "UPDATE \(R.table) SET \(sets) WHERE id = \(record.id) AND version = \(record.version)")
        guard count == 1 else { throw Refusal.changedMeanwhile }
        try Journal(session).append(verb, changed, in: scope, self)
        return changed
    }

    /// The row is about to hold a new state: the one that came in bulk is kept beside it.
    private func keepBulkState<R: BulkRecord>(_ type: R.Type, _ number: Int64) throws {
        if let held = try session.find(ID<R>(number)) { try session.keepBulkStates(of: [held]) }
    }
}

extension Refusal {
    /// Somebody else changed what was read before it was changed here.
    public static let changedMeanwhile = Refusal.conflict(
        "changed-meanwhile", "Someone else changed this since you opened it. Look at the new version, then try again.")
}

extension Value: Stored {
    public var stored: Value { self }
    public static func read(_ row: Row, _ column: Int) throws -> Value {
        row.isNull(column) ? .null : .text(row.text(column))
    }
}
