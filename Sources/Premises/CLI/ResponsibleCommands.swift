import ArgumentParser
import Kernel
import People
import Storage

/// What the form of who answers for premises asks for.
struct ResponsibilityEntries: ParsableArguments, Sendable {
    @Option(help: "The capacity: \(Capacity.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(Capacity.self)) var capacity: String?
    @Option(help: "The first day: YYYY-MM-DD.") var from: String?
    @Option(help: "The last day: YYYY-MM-DD; '' while it runs on.") var through: String?
    @Option(help: "Of which part, or how it is known.") var note: String?

    func read(holder: String?, over held: [String: [String]] = [:]) throws -> NewResponsibility {
        var fields = Fields(["holder": holder, "capacity": capacity, "from": from, "through": through, "note": note], over: held)
        let new = NewResponsibility(reading: &fields)
        try fields.finish()
        return new
    }
}

extension PremisesCommand {
    struct AddResponsible: WritingCommand {
        static let configuration = CommandConfiguration(
            "add-responsible", "Name who answers for premises, in a capacity and from a day; today when left out.",
            examples: "muster premises add-responsible P-17 'Harbour Homes Ltd' --capacity owner --from 2019-04-01")
        @OptionGroup var premises: PremisesArgument
        @Argument(help: "The duty holder, by number or name.", completion: .dutyHolders) var holder: String
        @OptionGroup var entries: ResponsibilityEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ResponsibilityPayload> {
            let premises = try premises.find(work.session)
            let own = try Gazetteer().name(entries.read(holder: holder, over: ["from": [work.today.iso]]), for: premises, work)
            let payload = try ResponsibilityPayload(of: own, on: work.today, seesContact: GazetteerPolicy.seesContact.allows(work.actor), work.session)
            return Answer(payload, "\(payload.name) answers for \(premises.name) from \(own.from).")
        }
    }

    struct EditResponsible: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit-responsible", "Give who answers for premises a last day, or correct it; what is left out stays.",
            examples: "muster premises edit-responsible P-17 4 --through 2026-03-31 --because 'Sold'")
        @OptionGroup var premises: PremisesArgument
        @Argument(help: "Its number, as the premises list it.") var number: Int64
        @Option(help: "Another duty holder, by number or name.", completion: .dutyHolders) var holder: String?
        @OptionGroup var entries: ResponsibilityEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ResponsibilityPayload> {
            let own = try work.session.responsibility(ID(number), of: premises.find(work.session))
            let changed = try Gazetteer().edit(own, entries.read(holder: holder, over: own.entries(holder: "\(own.holder)")), work)
            let payload = try ResponsibilityPayload(of: changed, on: work.today, seesContact: GazetteerPolicy.seesContact.allows(work.actor), work.session)
            return Answer(payload, "Saved:\n\(payload.inWords)")
        }
    }
}
