import ArgumentParser
import Kernel
import People
import Storage

/// `muster register source …`: the other services whose registers are shown beside this one's.
struct SourceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "source", abstract: "Say which other services’ registers are shown beside this one’s.", subcommands: [List.self, Add.self, Edit.self, Remove.self])

    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List the other services whose registers are shown here, and how fresh each copy is.", examples: "muster register source list", "muster register source list --json")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[SourcePayload]> {
            try HarvestPolicy.reads.check(reader.actor)
            let sources = try session.sourcePayloads(at: .inBritain(reader.today, hour: 23, minute: 59))
            return Answer(sources, Output.table(
                ["Code", "Name", "Entries", "Taken over", "Last asked", "What went wrong"],
                sources.map { [$0.code, $0.name, String($0.entries), $0.takenAt?.inWords ?? "never", $0.askedAt?.inWords ?? "never", $0.fault ?? ""] },
                empty: "No other service’s register is shown here. Add one with: muster register source add NAME --package ADDRESS"))
        }
    }

    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Have another service’s register shown here, by the address of its data package.",
            examples: "muster register source add 'Westmarch Fire and Rescue' --package https://register.westmarch.example/register/datapackage.json")
        @Argument(help: "The name of the service.") var name: String
        @Option(help: "The address of its data package.") var package: String
        @Option(help: "A short code for it; made from the name when left out.") var code: String?
        @Flag(help: "Let it be at an address that is not on the public internet.") var allowPrivate = false
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<SourcePayload> {
            var fields = Fields(["name": name, "package": package, "code": code, "allows-private": allowPrivate ? "on" : nil])
            let source = try Harvests().add(NewHarvestSource(all: &fields), work)
            return Answer(try work.session.payload(of: source, at: work.moment), "\(source.name) is known here as \(source.code). Ask for its register with: muster register harvest")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change the name or the address of another service’s register; what is left out stays.",
            examples: "muster register source edit westmarch --package https://register.westmarch.example/register/datapackage.json")
        @Argument(help: "Its code.", completion: .registerSources) var source: String
        @Option(help: "The name of the service.") var name: String?
        @Option(help: "The address of its data package.") var package: String?
        @Flag(inversion: .prefixedNo, help: "Let it be at an address that is not on the public internet.") var allowPrivate: Bool?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<SourcePayload> {
            let source = try work.session.harvestSource(source)
            let allows = allowPrivate ?? source.allowsPrivate
            var fields = Fields(["name": name ?? source.name, "package": package ?? source.package.text, "allows-private": allows ? "on" : nil])
            let edited = try Harvests().edit(source, NewHarvestSource(all: &fields), work)
            return Answer(try work.session.payload(of: edited, at: work.moment), "\(edited.name) was saved.")
        }
    }

    struct Remove: WritingCommand {
        static let configuration = CommandConfiguration(
            "remove", "Have another service’s entries shown here no more.", examples: "muster register source remove westmarch-fire-and-rescue")
        @Argument(help: "Its code.", completion: .registerSources) var source: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<SourcePayload> {
            let removed = try Harvests().remove(work.session.harvestSource(source), work)
            return Answer(SourcePayload(removed, lastTry: nil, at: work.moment), "\(removed.name) was removed, and its entries with it.")
        }
    }
}

extension CompletionKind {
    static let registerSources = CompletionKind.kept { session, _ in try session.harvestSources().map(\.code.text) }
}
