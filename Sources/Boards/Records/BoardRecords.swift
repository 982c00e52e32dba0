import Kernel
public import Storage

extension Boards {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(Board.self), RecordKind(Seat.self), RecordKind(Meeting.self), RecordKind(Cancellation.self),
        RecordKind(AgendaItem.self), RecordKind(Decision.self), RecordKind(Strike.self), RecordKind(GuestLink.self),
    ]
}

extension Board: Record {
    public static let table = Table("board", ["id", "version", "reference", "reference_key", "name", "oversees", "since_on", "until_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        name = try row.next()
        oversees = try row.next()
        since = try row.next()
        until = try row.next()
    }

    public var values: [Value] { Value.row(id, version, reference, reference.key, name, oversees, since, until) }
}

extension Seat: Record {
    public static let table = Table("seat", ["id", "version", "board", "party", "role", "from_on", "through_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        board = try row.next()
        party = try row.next()
        role = try row.next()
        from = try row.next()
        through = try row.next()
    }

    public var values: [Value] { Value.row(id, version, board, party, role, from, through) }
}

extension Seat.Role: Stored {}
