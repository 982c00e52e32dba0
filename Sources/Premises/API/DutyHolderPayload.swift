import Kernel
import Storage
import Web

/// A duty holder in a list.
struct DutyHolderLine: Encodable {
    static let schema = Schema.object("DutyHolderLine", [
        "number": .number, "version": .number, "kind": .choice(DutyHolder.Kind.self), "name": .text, "companyNumber": .text.optional, "since": .day,
    ])

    let number: Int64
    let version: Int
    let kind: DutyHolder.Kind
    let name: String
    let companyNumber: String?
    let since: Day

    init(_ holder: DutyHolder) {
        (number, version, kind) = (holder.id.number, holder.version, holder.kind)
        (name, companyNumber, since) = (holder.name, holder.companyNumber, holder.since)
    }
}

/// A duty holder on a day, with what they answer for and, for whoever may see it, how they are reached and served.
struct DutyHolderPayload: Encodable {
    static let schema = Schema.object("DutyHolder", [
        "holder": DutyHolderLine.schema, "on": .day, "contact": .text.optional, "email": .text.optional, "phone": .text.optional,
        "addresses": Schema.list(ServiceAddressPayload.schema).optional.meaning("Where they are served, the latest first."),
        "answersFor": Schema.list(HeldPayload.schema).meaning("The first 200 premises by name; the list of premises gives all with holder."),
    ])

    let holder: DutyHolderLine
    let on: Day
    let contact: String?
    let email: String?
    let phone: String?
    let addresses: [ServiceAddressPayload]?
    let answersFor: [HeldPayload]

    init(_ holder: DutyHolder, on day: Day, seesContact: Bool, _ session: Session) throws {
        self.holder = DutyHolderLine(holder)
        on = day
        (contact, email, phone) = seesContact ? (holder.contact, holder.email, holder.phone) : (nil, nil, nil)
        addresses = seesContact ? try session.serviceAddresses(of: holder).map(ServiceAddressPayload.init) : nil
        answersFor = try session.held(by: holder, on: day, limit: 200).map { HeldPayload($0.premises, $0.responsibility) }
    }
}

/// Premises that a duty holder answers for.
struct HeldPayload: Encodable {
    static let schema = Schema.object("PremisesHeld", [
        "premises": .reference, "name": .text, "responsibility": .number, "capacity": .choice(Capacity.self), "from": .day, "through": .day.optional,
    ])

    let premises: String
    let name: String
    let responsibility: Int64
    let capacity: Capacity
    let from: Day
    let through: Day?

    init(_ premises: Premises, _ own: Responsibility) {
        (self.premises, name, responsibility) = (premises.reference.text, premises.name, own.id.number)
        (capacity, from, through) = (own.capacity, own.from, own.through)
    }
}

/// Where a duty holder is served.
struct ServiceAddressPayload: Encodable {
    static let schema = Schema.object("ServiceAddress", [
        "number": .number, "version": .number, "kind": .choice(ServiceAddress.Kind.self), "address": .list(.text), "postcode": .text.optional, "from": .day,
        "through": Schema.day.optional.meaning("The last day; none while it runs on."),
    ])

    let number: Int64
    let version: Int
    let kind: ServiceAddress.Kind
    let address: [String]
    let postcode: String?
    let from: Day
    let through: Day?

    init(_ address: ServiceAddress) {
        (number, version, kind) = (address.id.number, address.version, address.kind)
        (self.address, postcode, from, through) = (address.lines, address.postcode?.text, address.from, address.through)
    }

    var line: String { (address + [postcode].compactMap(\.self)).joined(separator: ", ") }
}
