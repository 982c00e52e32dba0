import Kernel
public import Storage

extension Plans {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(Plan.self), RecordKind(Finding.self), RecordKind(Action.self),
        RecordKind(Milestone.self), RecordKind(ProgressUpdate.self), RecordKind(Completion.self), RecordKind(Withdrawal.self), RecordKind(DateMove.self),
        RecordKind(SuccessMeasure.self), RecordKind(MeasureReading.self),
        RecordKind(Acceptance.self), RecordKind(InspectorateClosure.self), RecordKind(NotImplemented.self), RecordKind(PlanClosure.self),
        RecordKind(ClosureItem.self), RecordKind(ClosureFinding.self), RecordKind(ClosureLook.self),
        RecordKind(Evidence.self), RecordKind(EvidenceLook.self),
        RecordKind(Override.self), RecordKind(Dependency.self), RecordKind(Need.self),
    ]
}

extension Plan: Record {
    public static let table = Table("plan", [
        "id", "version", "reference", "reference_key", "title", "kind", "source", "starts_on", "ends_on", "sponsor", "rules",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        title = try row.next()
        kind = try row.next()
        source = try row.next()
        period = try Period(from: row.next(), through: row.next())
        sponsor = try row.next()
        rules = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, reference, reference.key, title, kind, source, period.from, period.through, sponsor, rules)
    }
}

extension Plan.Kind: Stored {}
extension RuleSet.Name: Stored {}

extension Finding: Record {
    public static let table = Table("finding", [
        "id", "version", "plan", "reference", "reference_key", "kind", "text", "full_text", "place", "since_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        kind = try row.next()
        text = try row.next()
        fullText = try row.next()
        place = try row.next()
        since = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, plan, reference, reference.key, kind, text, fullText, place, since)
    }
}

extension Finding.Kind: Stored {}

extension Action: Record {
    static let ownerTable = ListTable("action_owner", of: "action", item: "party")
    public static let table = Table("action", [
        "id", "version", "plan", "finding", "reference", "reference_key", "text", "due_on", "due_written",
        "success_measure", "place", "since_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        finding = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        text = try row.next()
        owners = []
        due = try row.next()
        dueWritten = try row.next()
        successMeasure = try row.next()
        place = try row.next()
        since = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, plan, finding, reference, reference.key, text, due, dueWritten, successMeasure, place, since)
    }

    public static func all(_ clause: SQL, _ session: Session) throws -> [Action] {
        try session.rows(of: Action.self, clause, with: \.owners, from: ownerTable)
    }
}

extension Milestone: Record {
    public static let table = Table("milestone", [
        "id", "version", "plan", "action", "text", "due_on", "reached_on", "place", "since_on", "withdrawn_on", "withdrawn_because",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        action = try row.next()
        text = try row.next()
        due = try row.next()
        reachedOn = try row.next()
        place = try row.next()
        since = try row.next()
        withdrawnOn = try row.next()
        withdrawnBecause = try row.next()
    }

    public var values: [Value] { Value.row(id, version, plan, action, text, due, reachedOn, place, since, withdrawnOn, withdrawnBecause) }
}
