import Kernel
import Web

/// What programs send to keep premises and duty holders: the same fields as the forms have.
extension NewPremises {
    static let schema = Schema.input("NewPremises", [
        "reference": Schema.reference.maybe.meaning("Given by number when left out; kept as it is when premises are changed."),
        "name": .words(atMost: 200), "address": Schema.list(.text(atMost: 120)).maybe.meaning("A line each, without the postcode; at most 8."),
        "postcode": Schema.text(atMost: 20).maybe.meaning("NR1 2AB."), "uprn": Schema.text(atMost: 18).maybe.meaning("1 to 12 digits."),
        "area": Schema.text(atMost: 100).maybe.meaning("The local authority's."),
        "latitude": Schema.real(-90...90).maybe.meaning("In degrees of WGS 84, with a longitude."), "longitude": .real(-180...180).maybe,
        "type": Schema.choice(PremisesType.self).meaning("Of the national return."), "storeys": .whole(1...200).maybe,
        "height": Schema.text(atMost: 12).maybe.meaning("Of the highest occupied floor above the ground, in metres: 18.5."),
        "sleeping": Schema.choice(Sleeping.self).maybe.meaning("Whether people sleep there; unknown when left out of new premises."), "notes": .text(atMost: 8000).maybe,
    ])
}

extension NewResponsibility {
    static let schema = Schema.input("NewResponsibility", [
        "holder": Schema.text(atMost: 260).meaning("The duty holder's number, or their name where no other has it."),
        "capacity": .choice(Capacity.self).maybe, "from": .day, "through": Schema.day.maybe.meaning("The last day; left out while it runs on."),
        "note": .text(atMost: 1000).maybe,
    ])
}

extension NewDutyHolder {
    static let schema = Schema.input("NewDutyHolder", [
        "kind": .choice(DutyHolder.Kind.self).maybe, "name": Schema.words(atMost: 200).meaning("In full, as a notice would name them."),
        "companyNumber": Schema.text(atMost: 20).maybe.meaning("As Companies House has it: 01234567."), "contact": .text(atMost: 200).maybe,
        "email": .text(atMost: 254).maybe, "phone": .text(atMost: 40).maybe,
    ])
}

extension NewServiceAddress {
    static let schema = Schema.input("NewServiceAddress", [
        "kind": .choice(ServiceAddress.Kind.self).maybe, "address": Schema.list(.text(atMost: 120)).meaning("A line each, without the postcode; at most 8."),
        "postcode": .text(atMost: 20).maybe, "from": .day, "through": Schema.day.maybe.meaning("The last day; left out while it runs on."),
    ])
}

/// What is sent to merge premises.
enum NewMerger {
    static let schema = Schema.input("NewMerger", [
        "into": Schema.reference.meaning("The reference of the premises that stay."), "because": Schema.words(atMost: 2000).meaning("Why they are the same."),
    ])
}
