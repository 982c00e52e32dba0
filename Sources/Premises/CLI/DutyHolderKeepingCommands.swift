import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a duty holder asks for.
struct DutyHolderEntries: ParsableArguments, Sendable {
    @Option(help: "The name in full, as a notice would have it.") var name: String?
    @Option(help: "The kind: person, company or body.", completion: .codes(DutyHolder.Kind.self)) var kind: String?
    @Option(help: "As Companies House has it: 01234567.") var companyNumber: String?
    @Option(help: "Whom to ask for.") var contact: String?
    @Option(help: "The e-mail address.") var email: String?
    @Option(help: "The telephone number.") var phone: String?

    func read(over held: [String: [String]] = [:]) throws -> NewDutyHolder {
        var fields = Fields([
            "name": name, "kind": kind, "company-number": companyNumber, "contact": contact, "email": email, "phone": phone,
        ], over: held)
        let new = NewDutyHolder(reading: &fields)
        try fields.finish()
        return new
    }
}

/// What the form of an address for service asks for.
struct ServiceAddressEntries: ParsableArguments, Sendable {
    @Option(help: "A line of the address, without the postcode. May be given more than once.") var address: [String] = []
    @Option(help: "The postcode.") var postcode: String?
    @Option(help: "The kind: \(ServiceAddress.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(ServiceAddress.Kind.self)) var kind: String?
    @Option(help: "The first day: YYYY-MM-DD; today when left out.") var from: String?
    @Option(help: "The last day: YYYY-MM-DD; '' while it runs on.") var through: String?

    func read(over held: [String: [String]]) throws -> NewServiceAddress {
        var held = held
        if !address.isEmpty { held["address"] = address }
        var fields = Fields(["postcode": postcode, "kind": kind, "from": from, "through": through], over: held)
        let new = NewServiceAddress(reading: &fields)
        try fields.finish()
        return new
    }
}

extension DutyHolderCommand {
    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Put a duty holder on record.", examples: "muster duty-holder add --name 'Harbour Homes Ltd' --kind company --company-number 01234567")
        @OptionGroup var entries: DutyHolderEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<DutyHolderPayload> {
            let holder = try Gazetteer().register(entries.read(), work)
            return Answer(try work.payload(of: holder), "\(holder.name) is on record with the number \(holder.id).")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change what the record says of a duty holder; what is left out stays. '' empties.",
            examples: "muster duty-holder edit 12 --contact 'The estates manager'")
        @OptionGroup var holder: DutyHolderArgument
        @OptionGroup var entries: DutyHolderEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<DutyHolderPayload> {
            let holder = try holder.find(work.session)
            let changed = try Gazetteer().edit(holder, entries.read(over: holder.entries), work)
            return Answer(try work.payload(of: changed), "\(changed.name) was saved.")
        }
    }

    struct AddAddress: WritingCommand {
        static let configuration = CommandConfiguration(
            "add-address", "Add where a duty holder is served, from a day.",
            examples: "muster duty-holder add-address 12 --address '1 Quay Street' --address Westmere --postcode 'NR1 2AB' --kind registered-office --from 2019-04-01")
        @OptionGroup var holder: DutyHolderArgument
        @OptionGroup var entries: ServiceAddressEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ServiceAddressPayload> {
            let holder = try holder.find(work.session)
            let address = try Gazetteer().add(entries.read(over: ["from": [work.today.iso]]), to: holder, work)
            return Answer(ServiceAddressPayload(address), "\(holder.name) is served at \(address.line) from \(address.from).")
        }
    }

    struct EditAddress: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit-address", "Give an address for service a last day, or correct it; what is left out stays.",
            examples: "muster duty-holder edit-address 12 3 --through 2026-03-31 --because 'They moved'")
        @OptionGroup var holder: DutyHolderArgument
        @Argument(help: "The number of the address, as the duty holder's page lists it.") var number: Int64
        @OptionGroup var entries: ServiceAddressEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ServiceAddressPayload> {
            let address = try work.session.serviceAddress(ID(number), of: holder.find(work.session))
            let changed = try Gazetteer().edit(address, entries.read(over: address.entries), work)
            return Answer(ServiceAddressPayload(changed), "Saved: \(changed.line).")
        }
    }
}

extension Work {
    /// A duty holder as every command shows one.
    fileprivate func payload(of holder: DutyHolder) throws -> DutyHolderPayload {
        try DutyHolderPayload(holder, on: today, seesContact: GazetteerPolicy.seesContact.allows(actor), session)
    }
}
