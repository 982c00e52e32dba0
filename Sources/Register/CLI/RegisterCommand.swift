public import ArgumentParser

/// `muster register …`: the public register from the command line.
public struct RegisterCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "register", abstract: "Read the public register, take it away, and have other services’ registers shown beside it.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [ListCommand.self, ShowCommand.self, ExportCommand.self, ProofCommand.self]),
            CommandGroup(name: "Other services", subcommands: [SourceCommand.self, HarvestCommand.self]),
        ])

    public init() {}
}
