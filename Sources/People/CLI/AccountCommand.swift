public import ArgumentParser

/// `muster account …`: who may sign in, and what they may do.
public struct AccountCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Say who may sign in, and what they may do.",
        subcommands: [Add.self, List.self, Show.self, Roles.self, Email.self, Suspend.self, Restore.self, Link.self])

    public init() {}
}
