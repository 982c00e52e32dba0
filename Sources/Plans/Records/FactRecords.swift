import Kernel
public import Storage

extension ProgressUpdate: Record {
    public static let table = Table("progress_update", [
        "id", "version", "plan", "action", "as_of_on", "narrative", "stated", "forecast_on", "made_by",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        action = try row.next()
        asOf = try row.next()
        narrative = try row.next()
        stated = try row.next()
        forecast = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, plan, action, asOf, narrative, stated, forecast, by) }
}

extension Colour: Stored {}

extension Completion: Record {
    public static let table = Table("completion", [
        "id", "version", "plan", "action", "done_on", "narrative", "made_by", "reopened_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        action = try row.next()
        on = try row.next()
        narrative = try row.next()
        by = try row.next()
        reopenedOn = try row.next()
    }

    public var values: [Value] { Value.row(id, version, plan, action, on, narrative, by, reopenedOn) }
}

extension Withdrawal: Record {
    public static let table = Table("withdrawal", [
        "id", "version", "plan", "finding", "action", "withdrawn_on", "because", "restored_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        finding = try row.next()
        action = try row.next()
        on = try row.next()
        because = try row.next()
        restoredOn = try row.next()
    }

    public var values: [Value] { Value.row(id, version, plan, finding, action, on, because, restoredOn) }
}
