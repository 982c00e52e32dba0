/// What a column of a file can hold of premises.
public enum PremisesField: String, Codable, Sendable, CaseIterable {
    case reference, uprn, name, address, postcode, area, easting, northing, latitude, longitude, type, storeys, height, sleeping, notes

    public var words: String {
        switch self {
        case .reference: "Reference"
        case .uprn: "UPRN"
        case .name: "Name"
        case .address: "Address line"
        case .postcode: "Postcode"
        case .area: "Area"
        case .easting: "Easting"
        case .northing: "Northing"
        case .latitude: "Latitude"
        case .longitude: "Longitude"
        case .type: "Premises type"
        case .storeys: "Storeys"
        case .height: "Height in metres"
        case .sleeping: "Sleeping risk"
        case .notes: "Notes"
        }
    }

    /// Headings under which it is met, in small letters without anything but letters and digits.
    private var headings: Set<String> {
        switch self {
        case .reference: ["reference", "ref", "premisesreference", "premisesref", "premisesid", "id", "siteid", "sitereference", "recordid", "fileno", "filereference"]
        case .uprn: ["uprn", "uniquepropertyreferencenumber", "addressbaseuprn"]
        case .name: ["name", "premisesname", "buildingname", "sitename", "organisation", "organisationname", "occupier", "businessname", "tradingname"]
        case .address: [
            "address", "address1", "address2", "address3", "address4", "addressline1", "addressline2", "addressline3", "addressline4", "street", "streetname",
            "locality", "town", "posttown", "city", "county", "fulladdress",
        ]
        case .postcode: ["postcode", "postalcode", "pcode", "postcodelocator"]
        case .area: ["area", "authority", "localauthority", "district", "la", "lacode", "laname", "localauthoritycode", "ladcode", "council"]
        case .easting: ["easting", "eastings", "x", "xcoordinate", "gridx", "osx"]
        case .northing: ["northing", "northings", "y", "ycoordinate", "gridy", "osy"]
        case .latitude: ["latitude", "lat"]
        case .longitude: ["longitude", "long", "lon", "lng"]
        case .type: ["type", "premisestype", "propertytype", "use", "usetype", "category", "fsectype", "occupancy", "occupancytype"]
        case .storeys: ["storeys", "stories", "floors", "numberofstoreys", "numberoffloors", "nooffloors", "noofstoreys"]
        case .height: ["height", "heightm", "heightinmetres", "buildingheight"]
        case .sleeping: ["sleeping", "sleepingrisk", "sleepingaccommodation", "issleeping"]
        case .notes: ["notes", "note", "comments", "comment", "remarks"]
        }
    }

    /// The field that a heading names; nil where it names none that is known.
    public init?(heading: String) {
        let key = heading.lowercased().filter { $0.isLetter || $0.isNumber }
        guard let field = Self.allCases.first(where: { $0.headings.contains(key) }) else { return nil }
        self = field
    }
}

/// Which column of a file holds what.
public struct PremisesColumns: Equatable, Sendable, Codable {
    /// As the file has them, from left to right.
    public let headings: [String]
    /// What each column holds; nil for one that is left out.
    public var fields: [PremisesField?]

    /// Guessed from the headings. Where two columns have headings of one meaning the first counts, but an address takes every line.
    public init(headings: [String]) {
        self.headings = headings
        var taken: Set<PremisesField> = []
        fields = headings.map { heading in
            guard let field = PremisesField(heading: heading), field == .address || taken.insert(field).inserted else { return nil }
            return field
        }
    }

    /// With columns as somebody has said, by heading: `easting` → `Grid X`.
    ///
    /// - Returns: the heading that the file has not; nil when all was done.
    public mutating func match(_ field: PremisesField, to heading: String) -> String? {
        guard let place = headings.firstIndex(where: { $0.lowercased() == heading.lowercased() }) else { return heading }
        if field != .address { for other in fields.indices where fields[other] == field { fields[other] = nil } }
        fields[place] = field
        return nil
    }

    public func place(of field: PremisesField) -> Int? { fields.firstIndex(of: field) }

    public var known: Set<PremisesField> { Set(fields.compactMap(\.self)) }

    /// What a row says, without what is doubtful in it.
    public func unquestioned(by doubts: [RowDoubt]) -> Set<PremisesField> {
        guard !doubts.isEmpty else { return known }
        let doubtful = Set(doubts.map(\.column))
        let places: Set<PremisesField> = [.easting, .northing, .latitude, .longitude]
        let left = known.filter { !doubtful.contains(heading(of: $0)) }
        // A place that can't be read by one pair of columns is doubtful whatever the other has.
        return known.intersection(places).isSubset(of: left) ? left : left.subtracting(places)
    }

    /// What stands in the way of reading anything; nil where nothing does.
    public var lack: String? {
        if !known.contains(.reference), !known.contains(.uprn) { return "No column holds a reference or a UPRN, so no row could be found again. Say which does." }
        if !known.contains(.name) { return "No column holds the name of the premises. Say which does." }
        if known.contains(.easting) != known.contains(.northing) { return "Eastings and northings belong together, and the file has only one of them matched." }
        if known.contains(.latitude) != known.contains(.longitude) { return "Latitude and longitude belong together, and the file has only one of them matched." }
        return nil
    }

    public func heading(of field: PremisesField) -> String { place(of: field).map { headings[$0] } ?? field.words }
}
