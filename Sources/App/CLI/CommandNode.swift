import ArgumentParser

/// A command and those under it.
struct CommandNode {
    let name: String
    let configuration: CommandConfiguration
    let command: any ParsableCommand.Type
    let children: [CommandNode]

    init<Command: ParsableCommand>(_ command: Command.Type) {
        self.command = command
        name = Command._commandName
        configuration = Command.configuration
        let types = configuration.ungroupedSubcommands + configuration.groupedSubcommands.flatMap(\.subcommands)
        children = types.map { CommandNode($0) }
    }

    static var muster: CommandNode { CommandNode(MusterCommand.self) }
}
