public import ArgumentParser
import Kernel
import People
import Storage

/// `muster premises …`: what is on record of premises, from the command line.
public struct PremisesCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "premises", abstract: "Keep premises: what stands where, and who answers for it.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Search.self, Show.self, History.self, Export.self]),
            CommandGroup(name: "Keeping", subcommands: [Add.self, Edit.self, Merge.self, Part.self]),
            CommandGroup(name: "Files of premises", subcommands: [Import.self, Imports.self, Prove.self]),
            CommandGroup(name: "Who answers for them", subcommands: [AddResponsible.self, EditResponsible.self]),
        ])

    public init() {}
}

/// Premises named at the command line.
struct PremisesArgument: ParsableArguments, Sendable {
    @Argument(help: "The reference of the premises.", completion: .premises) var premises: String

    func find(_ session: Session) throws -> Premises { try session.premises(premises) }
}

extension CompletionKind {
    /// References that begin as what was typed does.
    static let premises = CompletionKind.kept { session, words in
        try session.beginning((words.last ?? "").lowercased(), "reference_key", 100).map(\.reference.text)
    }
}

extension Session {
    /// Premises on a day as every command shows them.
    func payload(of premises: Premises, on day: Day, for actor: Actor) throws -> PremisesPayload {
        try PremisesPayload(
            of: premises, on: day, for: actor, Operating.naming, Operating.mentions, self)
    }
}
