import Kernel
import Storage
import Web

/// Premises in a list, with who answered for them on a day.
struct PremisesLine: Encodable {
    static let schema = Schema.object("PremisesLine", [
        "reference": .reference, "number": .number, "version": .number, "name": .text, "address": Schema.list(.text).meaning("A line each, without the postcode."),
        "postcode": .text.optional, "uprn": Schema.text.optional.meaning("1 to 12 digits; several premises may share one."), "area": .text.optional,
        "place": PlacePayload.schema.optional, "type": .choice(PremisesType.self), "storeys": .count.optional,
        "height": Schema.text.optional.meaning("Of the highest occupied floor above the ground, in metres: 18.50."), "sleeping": .choice(Sleeping.self),
        "since": Schema.day.meaning("The day from which it is on record."),
        "mergedInto": Schema.reference.optional.meaning("What it counts as, where it proved to be the same premises twice."),
        "responsible": Schema.list(.text).meaning("The responsible persons under article 3, by name."),
    ])

    let reference: String
    let number: Int64
    let version: Int
    let name: String
    let address: [String]
    let postcode: String?
    let uprn: String?
    let area: String?
    let place: PlacePayload?
    let type: PremisesType
    let storeys: Int?
    let height: String?
    let sleeping: Sleeping
    let since: Day
    let mergedInto: String?
    let responsible: [String]

    init(_ premises: Premises, responsible: [String], mergedInto: Premises?) {
        (reference, number, version) = (premises.reference.text, premises.id.number, premises.version)
        (name, address, postcode) = (premises.name, premises.address, premises.postcode?.text)
        (uprn, area, place) = (premises.uprn?.description, premises.area, premises.place.map(PlacePayload.init))
        (type, storeys, height) = (premises.type, premises.storeys, premises.height?.exact)
        (sleeping, since, self.mergedInto, self.responsible) = (Sleeping(premises.sleeping), premises.since, mergedInto?.reference.text, responsible)
    }
}

/// A point in degrees of WGS 84.
struct PlacePayload: Encodable {
    static let schema = Schema.object("Place", ["latitude": .real(-90...90), "longitude": .real(-180...180)])

    let latitude: Double
    let longitude: Double

    init(_ place: Place) { (latitude, longitude) = (place.latitude, place.longitude) }
}

/// Premises with all that belongs to them, as they were on a day.
struct PremisesPayload: Encodable {
    static let schema = Schema.object("Premises", [
        "premises": PremisesLine.schema, "on": .day, "notes": .text.optional,
        "answering": Schema.list(ResponsibilityPayload.schema).meaning("Who answered for it on the day: responsible persons, then others with control."),
        "others": Schema.list(ResponsibilityPayload.schema).meaning("Who did before or was to come."),
        "merged": Schema.list(.reference).meaning("What counted as it by the day."),
        "said": Schema.list(MentionPayload.schema).meaning("What others say of it, as far as the token's scopes go: its cases and notices."),
    ])

    let premises: PremisesLine
    let on: Day
    let notes: String?
    let answering: [ResponsibilityPayload]
    let others: [ResponsibilityPayload]
    let merged: [String]
    let said: [MentionPayload]

    init(_ view: PremisesView, seesContact: Bool, said groups: [MentionGroup], _ names: [Subject: Name]) {
        let premises = view.facts.premises
        self.premises = PremisesLine(
            premises, responsible: view.responsible.map(\.holder.name), mergedInto: view.survivor)
        (on, notes, merged) = (view.day, premises.notes, view.merged.map(\.reference.text))
        answering = view.recipients.map { ResponsibilityPayload($0, withAddresses: seesContact) }
        others = view.others.map { ResponsibilityPayload($0, withAddresses: false) }
        said = groups.flatMap { group in group.mentions.map { MentionPayload($0, in: group, names) } }
    }
}

/// Who answers for premises, in which capacity, from when and until when.
struct ResponsibilityPayload: Encodable {
    static let schema = Schema.object("Responsibility", [
        "number": .number, "version": .number, "holder": Schema.number.meaning("The duty holder's number."), "name": .text, "kind": .choice(DutyHolder.Kind.self),
        "capacity": .choice(Capacity.self), "provision": Schema.text.meaning("Of the Regulatory Reform (Fire Safety) Order 2005."), "from": .day,
        "through": Schema.day.optional.meaning("The last day; none while it runs on."), "note": .text.optional,
        "addresses": Schema.list(ServiceAddressPayload.schema).optional.meaning("Where they were served on the day, for whoever may see it."),
    ])

    let number: Int64
    let version: Int
    let holder: Int64
    let name: String
    let kind: DutyHolder.Kind
    let capacity: Capacity
    let provision: String
    let from: Day
    let through: Day?
    let note: String?
    let addresses: [ServiceAddressPayload]?

    init(_ recipient: Recipient, withAddresses: Bool) {
        let own = recipient.responsibility
        (number, version, holder, name) = (own.id.number, own.version, own.holder.number, recipient.holder.name)
        (kind, capacity, provision) = (recipient.holder.kind, own.capacity, own.capacity.provision)
        (from, through, note) = (own.from, own.through, own.note)
        addresses = withAddresses ? recipient.addresses.map(ServiceAddressPayload.init) : nil
    }
}

extension PremisesPayload {
    /// What others say, a line each, as a command prints it.
    var saidInWords: [String] {
        said.map { "\($0.on): \($0.by), \($0.outcome.lowercased()): \($0.words)" }
    }
}
