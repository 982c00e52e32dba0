public import ArgumentParser
import Kernel
import Storage

/// `muster person …`: persons, posts and teams, and who holds or belongs to which.
public struct PersonCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Keep persons, posts and teams.",
        subcommands: [Add.self, List.self, Show.self, Edit.self, Leave.self, Return.self],
        groupedSubcommands: [CommandGroup(name: "Post and team", subcommands: [Hold.self, Join.self, End.self])])

    public init() {}
}

/// A person, post or team named at the command line.
func named(_ name: String, _ session: Session) throws -> Party {
    guard let party = try Parties(session).named(name) else {
        throw Refusal.missing("party-not-found", "There is no person, post or team named “\(name)”. See: muster person list")
    }
    return party
}
