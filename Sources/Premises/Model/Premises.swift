public import Kernel

/// A building or a part of one that the service may have to look at: what stands at an address under one reference.
public struct Premises: Codable, Equatable, Sendable {
    public let id: ID<Premises>
    public var version: Int
    /// The service's own; unlike the UPRN it names one premises alone.
    public var reference: Reference
    public var uprn: UPRN?
    public var name: String
    /// The address without its postcode, a line each.
    public var address: [String]
    /// `NR1 2AB`, with one space; nil where there is none.
    public var postcode: Postcode?
    /// The local authority's area in which it stands, as its code or name is kept by the service.
    public var area: String?
    public var place: Place?
    public var type: PremisesType
    /// How many storeys; nil where it is not known.
    public var storeys: Int?
    /// The height of the highest occupied floor above the ground, in metres.
    public var height: Hundredths?
    /// Whether people sleep there; nil where it is not known.
    public var sleeping: Bool?
    public var notes: String?
    /// The day from which it is on record.
    public let since: Day
    /// What it was merged into, where it proved to be the same premises twice.
    public var mergedInto: ID<Premises>?
    /// The day from which it counts as that one.
    public var mergedOn: Day?

    public init(
        id: ID<Premises>, version: Int = 1, reference: Reference, uprn: UPRN? = nil, name: String, address: [String] = [], postcode: Postcode? = nil,
        area: String? = nil, place: Place? = nil, type: PremisesType, storeys: Int? = nil, height: Hundredths? = nil, sleeping: Bool? = nil,
        notes: String? = nil, since: Day, mergedInto: ID<Premises>? = nil,
        mergedOn: Day? = nil
    ) {
        (self.id, self.version, self.reference, self.uprn) = (id, version, reference, uprn)
        (self.name, self.address, self.postcode, self.area, self.place) = (name, address, postcode, area, place)
        (self.type, self.storeys, self.height, self.sleeping) = (type, storeys, height, sleeping)
        (self.notes, self.since, self.mergedInto, self.mergedOn) = (notes, since, mergedInto, mergedOn)
    }

    /// What it is sorted by: its name in small letters.
    public var nameKey: String { name.lowercased() }

    /// `1 Quay Street, NR1 2AB`
    var addressLine: String { (addressBesideName + [postcode?.text].compactMap(\.self)).joined(separator: ", ") }

    /// Where it has no name but its number and street, those are not said twice.
    private var addressBesideName: ArraySlice<String> { address.first?.lowercased() == nameKey ? address.dropFirst() : address[...] }

    /// `Harbour House, 1 Quay Street, NR1 2AB`
    public var line: String { ([name] + addressBesideName + [postcode?.text].compactMap { $0 }).filter { !$0.isEmpty }.joined(separator: ", ") }
}
