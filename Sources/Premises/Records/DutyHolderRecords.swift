import Kernel
public import Storage

extension DutyHolder: Record {
    public static let table = Table("duty_holder", [
        "id", "version", "kind", "name", "name_key", "company_number", "contact", "email", "phone", "since_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        kind = try row.next()
        name = try row.next()
        _ = try row.next() as String
        companyNumber = try row.next()
        contact = try row.next()
        email = try row.next()
        phone = try row.next()
        since = try row.next()
    }

    public var values: [Value] { Value.row(id, version, kind, name, nameKey, companyNumber, contact, email, phone, since) }
}

extension DutyHolder.Kind: Stored {}

extension ServiceAddress: Record {
    public static let table = Table("service_address", ["id", "version", "holder", "kind", "address", "postcode", "from_on", "through_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        holder = try row.next()
        kind = try row.next()
        lines = (try row.next() as String).split(separator: "\n").map(String.init)
        postcode = (try row.next() as String?).flatMap { Postcode(written: $0) }
        from = try row.next()
        through = try row.next()
    }

    public var values: [Value] { Value.row(id, version, holder, kind, lines.joined(separator: "\n"), postcode?.text, from, through) }
}

extension ServiceAddress.Kind: Stored {}

extension Responsibility: Record {
    public static let table = Table("responsibility", ["id", "version", "premises", "holder", "capacity", "from_on", "through_on", "note"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        premises = try row.next()
        holder = try row.next()
        capacity = try row.next()
        from = try row.next()
        through = try row.next()
        note = try row.next()
    }

    public var values: [Value] { Value.row(id, version, premises, holder, capacity, from, through, note) }
}

extension Responsibility {
    /// The condition under which one holds on a day.
    static func holding(on day: Day) -> SQL { "from_on <= \(day) AND (through_on IS NULL OR through_on >= \(day))" }
}

extension Capacity: Stored {}
