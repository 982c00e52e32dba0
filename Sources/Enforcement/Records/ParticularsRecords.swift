import Kernel
import Premises
public import Storage

extension ServedParticulars: Record {
    public static let table = Table("notice_particulars", [
        "id", "version", "notice", "from_on", "recorded_on", "premises_name", "address", "postcode", "uprn", "latitude", "longitude", "area", "premises_type",
        "recipients", "articles", "substance",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        notice = try row.next()
        from = try row.next()
        recorded = try row.next()
        premisesName = try row.next()
        address = try Self.lines(&row)
        postcode = (try row.next() as String?).flatMap { Postcode(written: $0) }
        uprn = (try row.next() as Int64?).flatMap(UPRN.init)
        let (latitude, longitude): (Double?, Double?) = (try row.next(), try row.next())
        place = latitude.flatMap { latitude in longitude.flatMap { Place(latitude: latitude, longitude: $0) } }
        area = try row.next()
        premisesType = try row.next()
        recipients = try Self.lines(&row).compactMap { NoticeRecipient(written: $0) }
        articles = try Self.lines(&row)
        substance = try row.next()
    }

    public var values: [Value] {
        Value.row(
            id, version, notice, from, recorded, premisesName, address.joined(separator: "\n"), postcode?.text, uprn?.number, place?.latitude, place?.longitude, area, premisesType,
            recipients.map(\.written).joined(separator: "\n"), articles.joined(separator: "\n"), substance)
    }

    private static func lines(_ row: inout Row) throws -> [String] { (try row.next() as String).split(separator: "\n").map(String.init) }
}

extension Work {
    /// Keeps what the public may be told of a notice from a day.
    func keepParticulars(of notice: Notice, _ facts: NoticeFacts, from day: Day, after before: ServedParticulars? = nil) throws {
        try add("kept the particulars of the notice", in: facts.enforcementCase.subject) { id in
            ServedParticulars(id: id, of: notice, at: facts.premises, from: day, recorded: today, after: before)
        }
    }
}
