import ArgumentParser
import Kernel
import People
import Storage

/// What the form of premises asks for.
struct PremisesEntries: ParsableArguments, Sendable {
    @Option(help: "The name, as the sign has it.") var name: String?
    @Option(help: "A line of the address, without the postcode. May be given more than once.") var address: [String] = []
    @Option(help: "The postcode.") var postcode: String?
    @Option(help: "The UPRN: 1 to 12 digits.") var uprn: String?
    @Option(help: "The local authority’s area.") var area: String?
    @Option(help: "In degrees: 52.6283.") var latitude: String?
    @Option(help: "In degrees: 1.2967.") var longitude: String?
    @Option(help: "The type: \(PremisesType.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(PremisesType.self)) var type: String?
    @Option(help: "How many storeys.") var storeys: String?
    @Option(help: "Of the highest occupied floor above the ground, in metres.") var height: String?
    @Option(help: "Whether people sleep there: yes, no or unknown.", completion: .codes(Sleeping.self)) var sleeping: String?
    @Option(help: "What whoever goes there should know.") var notes: String?
    @Option(help: "The reference; given by number when left out.") var reference: String?

    func read(over held: [String: [String]] = [:]) throws -> NewPremises {
        var held = held
        if !address.isEmpty { held["address"] = address }
        var fields = Fields([
            "name": name, "postcode": postcode, "uprn": uprn, "area": area, "latitude": latitude, "longitude": longitude, "type": type,
            "storeys": storeys, "height": height, "sleeping": sleeping, "notes": notes, "reference": reference,
        ], over: held)
        let new = NewPremises(reading: &fields)
        try fields.finish()
        return new
    }
}

extension PremisesCommand {
    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Put premises on record.",
            examples: "muster premises add --name 'Harbour House' --address '1 Quay Street' --postcode 'NR1 2AB' --type care-home --sleeping yes")
        @OptionGroup var entries: PremisesEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PremisesPayload> {
            let premises = try Gazetteer().register(entries.read(), work)
            return Answer(try work.session.payload(of: premises, on: work.today, for: work.actor), "\(premises.name) is on record as \(premises.reference).")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change what the record says of premises; what is left out stays. '' empties.",
            examples: "muster premises edit P-17 --storeys 4 --because 'Seen on the visit'")
        @OptionGroup var premises: PremisesArgument
        @OptionGroup var entries: PremisesEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PremisesPayload> {
            let premises = try premises.find(work.session)
            let changed = try Gazetteer().edit(premises, entries.read(over: premises.entries), work)
            return Answer(try work.session.payload(of: changed, on: work.today, for: work.actor), "\(changed.name) was saved.")
        }
    }

    struct Merge: WritingCommand {
        static let configuration = CommandConfiguration(
            "merge", "Let premises that are on record twice count as the others.",
            examples: "muster premises merge P-18 P-17 --because 'The same building'")
        @OptionGroup var premises: PremisesArgument
        @Argument(help: "The reference of the premises that stay.", completion: .premises) var into: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PremisesPayload> {
            if (writing.because ?? "").isEmpty { throw Refusal.fields([.init("because", "Say why they are the same, with --because.")]) }
            let merged = try Gazetteer().merge(premises.find(work.session), into: into, work)
            return Answer(try work.session.payload(of: merged, on: work.today, for: work.actor), "\(merged.name) (\(merged.reference)) counts as \(into) from now on.")
        }
    }

    struct Part: WritingCommand {
        static let configuration = CommandConfiguration(
            "part", "Let premises that were merged count as themselves again.", examples: "muster premises part P-18 --because 'Two flats, not one'")
        @OptionGroup var premises: PremisesArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PremisesPayload> {
            let parted = try Gazetteer().part(premises.find(work.session), work)
            return Answer(try work.session.payload(of: parted, on: work.today, for: work.actor), "\(parted.name) (\(parted.reference)) counts as itself again.")
        }
    }
}
