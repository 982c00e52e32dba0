public import Kernel

/// What a person enters to put premises on record, or to change what the record says.
public struct NewPremises: Sendable, Equatable {
    public var reference: Reference?
    public var uprn: UPRN?
    public var name: String
    public var address: [String]
    public var postcode: Postcode?
    public var area: String?
    public var place: Place?
    public var type: PremisesType
    public var storeys: Int?
    /// Of the highest occupied floor above the ground, in metres.
    public var height: Hundredths?
    public var sleeping: Bool?
    public var notes: String?

    public init(
        reference: Reference? = nil, uprn: UPRN? = nil, name: String, address: [String] = [], postcode: Postcode? = nil, area: String? = nil,
        place: Place? = nil, type: PremisesType, storeys: Int? = nil, height: Hundredths? = nil, sleeping: Bool? = nil, notes: String? = nil
    ) {
        (self.reference, self.uprn, self.name, self.address, self.postcode) = (reference, uprn, name, address.asLines, postcode)
        (self.area, self.place, self.type, self.storeys, self.height) = (area, place, type, storeys, height)
        (self.sleeping, self.notes) = (sleeping, notes)
    }

    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        name = fields.line("name", "Name", atMost: 200)
        address = fields.addressLines("address")
        postcode = fields.postcode("postcode")
        uprn = fields.uprn("uprn")
        area = fields.optionalLine("area", "Area", atMost: 100)
        place = fields.place()
        let chosen = fields.optionalChoice("type", "Type", of: PremisesType.self)
        if chosen == nil, fields.written("type").isEmpty { fields.refuse("type", "Choose one of the 17 types of the national return.") }
        type = chosen ?? .otherWorkplace
        storeys = fields.number("storeys", "Storeys", in: 1...200)
        height = fields.written("height").isEmpty ? nil : fields.amount("height", "The height in metres")
        if let height, height > Hundredths(1000_00) { fields.refuse("height", "The height is in metres; 1,000 is the most.") }
        sleeping = fields.choice("sleeping", "Sleeping", default: Sleeping.unknown).known
        notes = fields.optionalText("notes", "Notes", atMost: 8000)
    }
}

extension Premises {
    init(id: ID<Premises>, reference: Reference, _ new: NewPremises, since: Day) {
        self.init(
            id: id, reference: reference, uprn: new.uprn, name: new.name, address: new.address, postcode: new.postcode, area: new.area,
            place: new.place, type: new.type, storeys: new.storeys, height: new.height, sleeping: new.sleeping, notes: new.notes, since: since)
    }

    /// The same premises with what was entered in place of what it said; without a reference of its own it keeps the one it has.
    func changing(to new: NewPremises) -> Premises {
        var changed = Premises(id: id, reference: new.reference ?? reference, new, since: since)
        (changed.version, changed.mergedInto, changed.mergedOn) = (version, mergedInto, mergedOn)
        return changed
    }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        let texts: [String: String?] = [
            "reference": reference.text, "name": name, "postcode": postcode?.text, "uprn": uprn?.description, "area": area, "type": type.rawValue,
            "latitude": place.map { String($0.latitude) }, "longitude": place.map { String($0.longitude) },
            "storeys": storeys.map { String($0) }, "height": height?.plain, "sleeping": Sleeping(sleeping).rawValue, "notes": notes,
        ]
        var entries = texts.mapValues { [$0 ?? ""] }
        entries["address"] = address
        return entries
    }
}
