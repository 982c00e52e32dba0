import Kernel
public import Storage

extension Meeting: Record {
    public static let table = Table("meeting", ["id", "version", "board", "held_on", "title", "location", "start_time", "called_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        board = try row.next()
        on = try row.next()
        title = try row.next()
        location = try row.next()
        startsAt = try row.next()
        calledOn = try row.next()
    }

    public var values: [Value] { Value.row(id, version, board, on, title, location, startsAt, calledOn) }
}

extension ClockTime: Stored {}

extension Cancellation: Record {
    public static let table = Table("cancellation", ["id", "version", "meeting", "cancelled_on", "because", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        meeting = try row.next()
        on = try row.next()
        because = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, meeting, on, because, by) }
}

extension AgendaItem: Record {
    static let aboutTable = ListTable("agenda_subject", of: "item", item: "subject")
    public static let table = Table("agenda_item", ["id", "version", "meeting", "title", "presenter", "place", "since_on", "taken_off_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        meeting = try row.next()
        title = try row.next()
        presenter = try row.next()
        about = []
        place = try row.next()
        since = try row.next()
        takenOffOn = try row.next()
    }

    public var values: [Value] { Value.row(id, version, meeting, title, presenter, place, since, takenOffOn) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [AgendaItem] {
        try session.rows(of: AgendaItem.self, clause, with: \.about, from: aboutTable)
    }
}
