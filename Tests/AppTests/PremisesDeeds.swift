import Kernel
import Premises
import Storage
import TestSupport

/// What random histories do with premises and with those who answer for them.
extension Deeds {
    private mutating func newPremises() -> NewPremises {
        NewPremises(
            reference: RandomWords.reference(&dice), uprn: UPRN(Int64.random(in: -1...9, using: &dice)), name: text(), address: chance(2) ? [text()] : [],
            postcode: chance(2) ? Postcode(written: "NR\(Int.random(in: 1...9, using: &dice)) 2AB") : nil, area: note(),
            place: chance(2) ? Place(latitude: .random(in: 50...54, using: &dice), longitude: .random(in: -2...2, using: &dice)) : nil,
            type: pick(PremisesType.self), storeys: chance(2) ? .random(in: 1...9, using: &dice) : nil, sleeping: pick(Sleeping.self).known, notes: note())
    }

    private mutating func newHolder() -> NewDutyHolder {
        let kind = pick(DutyHolder.Kind.self)
        return NewDutyHolder(
            kind: kind, name: text(), companyNumber: kind == .company || chance(9) ? "0000000\(Int.random(in: 1...9, using: &dice))" : nil, contact: note())
    }

    private mutating func newAddress() -> NewServiceAddress {
        NewServiceAddress(kind: pick(ServiceAddress.Kind.self), lines: [text()], from: day(), through: someDay())
    }

    private mutating func newResponsibility() throws -> NewResponsibility {
        NewResponsibility(
            holder: try chance(6) ? text() : "\(one(DutyHolder.self).id)", capacity: pick(Capacity.self), from: day(), through: someDay(), note: note())
    }

    static let premisesDeeds: [(name: String, deed: Deed)] = [
        ("registered premises", { try $0.gazetteer.register($0.newPremises(), $0.work) }),
        ("edited premises", {
            let premises = try $0.one(Premises.self)
            try $0.gazetteer.edit(premises, $0.newPremises(), version: $0.version(premises.version), $0.work)
        }),
        ("merged premises", { try $0.gazetteer.merge($0.one(Premises.self), into: $0.one(Premises.self).reference.text, $0.work) }),
        ("parted premises", { try $0.gazetteer.part($0.one(Premises.self, "WHERE merged_into IS NOT NULL"), $0.work) }),
        ("registered a duty holder", { try $0.gazetteer.register($0.newHolder(), $0.work) }),
        ("edited a duty holder", {
            let holder = try $0.one(DutyHolder.self)
            try $0.gazetteer.edit(holder, $0.newHolder(), version: $0.version(holder.version), $0.work)
        }),
        ("added an address", { try $0.gazetteer.add($0.newAddress(), to: $0.one(DutyHolder.self), $0.work) }),
        ("edited an address", {
            let address = try $0.one(ServiceAddress.self)
            try $0.gazetteer.edit(address, $0.newAddress(), version: $0.version(address.version), $0.work)
        }),
        ("named who answers", { try $0.gazetteer.name($0.newResponsibility(), for: $0.one(Premises.self), $0.work) }),
        ("edited who answers", {
            let own = try $0.one(Responsibility.self)
            try $0.gazetteer.edit(own, $0.newResponsibility(), version: $0.version(own.version), $0.work)
        }),
    ]
}
