import Kernel
public import Storage

extension Gazetteer {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(Premises.self), RecordKind(DutyHolder.self), RecordKind(ServiceAddress.self), RecordKind(Responsibility.self),
        RecordKind(PremisesImport.self),
    ]
}

extension Premises: Record {
    public static let table = Table("premises", [
        "id", "version", "reference", "reference_key", "uprn", "name", "name_key", "address", "postcode", "area", "latitude", "longitude", "type", "storeys",
        "height", "sleeping", "notes", "since_on", "merged_into", "merged_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        uprn = (try row.next() as Int64?).flatMap(UPRN.init)
        name = try row.next()
        _ = try row.next() as String
        address = (try row.next() as String).split(separator: "\n").map(String.init)
        postcode = (try row.next() as String?).flatMap { Postcode(written: $0) }
        area = try row.next()
        let (latitude, longitude): (Double?, Double?) = (try row.next(), try row.next())
        place = latitude.flatMap { latitude in longitude.flatMap { Place(latitude: latitude, longitude: $0) } }
        type = try row.next()
        storeys = try row.next()
        height = (try row.next() as Int64?).map { Hundredths($0) }
        sleeping = try row.next()
        notes = try row.next()
        since = try row.next()
        mergedInto = try row.next()
        mergedOn = try row.next()
    }

    public var values: [Value] {
        // Each by itself, in no box: a million of them are made for an import.
        [
            id.stored, version.stored, reference.stored, reference.key.stored, (uprn?.number).stored, name.stored, nameKey.stored,
            address.joined(separator: "\n").stored, (postcode?.text).stored, area.stored, (place?.latitude).stored, (place?.longitude).stored, type.stored,
            storeys.stored, (height?.count).stored, sleeping.stored, notes.stored, since.stored, mergedInto.stored, mergedOn.stored,
        ]
    }
}

extension PremisesType: Stored {}
