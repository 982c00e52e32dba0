public import ArgumentParser
import Kernel
import Storage

/// `muster person …`: persons, posts and teams, and who holds or belongs to which.
public struct PersonCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Keep persons, posts and teams.",
        subcommands: [Add.self, List.self, Hold.self, Join.self, Leave.self])

    public init() {}

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Add a person, a post or a team.")
        @Argument(help: "The name.") var name: String
        @Option(help: "person, post or team; guessed from the name when left out.") var kind: PartyKind?
        @Option(help: "A person's e-mail.") var email: String?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            let new = try NewParty(kind: kind ?? .guessed(from: name), name: name, email: email)
            let party = try await desk.write(by: actor) { work in try People().add(new, work) }
            try output.show(party, "Added the \(party.kind.rawValue) \(party.name).")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List persons, posts and teams.")
        @Option(help: "Only persons, posts or teams.") var kind: PartyKind?
        @Option(help: "Those here on this day: YYYY-MM-DD. Today when left out.") var on: Day?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            try PeoplePolicy.seesParties.check(actor)
            let day = on ?? desk.clock.today
            let lines = try await desk.read { [kind] session in
                let parties = try Parties(session).all().filter { $0.isHere(on: day) && (kind == nil || $0.kind == kind) }
                let (names, standIns) = (try Parties(session).names(), try Parties(session).standIns(on: day))
                return parties.map { party in
                    Line(
                        name: party.name, kind: party.kind, email: party.email,
                        persons: (standIns[party.id] ?? []).compactMap { names[$0] })
                }
            }
            try output.show(lines, Output.table(
                ["Name", "Kind", "E-mail", "Held by"],
                lines.map { [$0.name, $0.kind.rawValue, $0.email ?? "", listed($0.persons)] },
                empty: "There is nobody here yet. Add the first with: muster person add NAME"))
        }

        struct Line: Encodable {
            let name: String
            let kind: PartyKind
            let email: String?
            let persons: [String]
        }
    }

    struct Hold: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Put a person in a post.")
        @Argument(help: "The person's name.") var person: String
        @Argument(help: "The post's name.") var post: String
        @Option(help: "The first day: YYYY-MM-DD.") var from: Day
        @Option(help: "The last day, if there is one.") var through: Day?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            let holding = try await desk.write(by: actor) { [person, post, from, through] work in
                try People().give(
                    post: named(post, work), to: named(person, work), from: from, through: through, work)
            }
            try output.show(holding, "\(person) holds \(post) from \(from).")
        }
    }

    struct Join: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Bring a person into a team.")
        @Argument(help: "The person's name.") var person: String
        @Argument(help: "The team's name.") var team: String
        @Option(help: "The first day: YYYY-MM-DD.") var from: Day
        @Option(help: "The last day, if there is one.") var through: Day?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            let membership = try await desk.write(by: actor) { [person, team, from, through] work in
                try People().join(team: named(team, work), person: named(person, work), from: from, through: through, work)
            }
            try output.show(membership, "\(person) belongs to \(team) from \(from).")
        }
    }

    struct Leave: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Record that a person left, or that a post or team ended.")
        @Argument(help: "The name.") var name: String
        @Option(help: "The first day without them: YYYY-MM-DD.") var on: Day
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            let party = try await desk.write(by: actor) { [name, on] work in
                let party = try Parties(work.session).get(named(name, work))
                return try People().leave(party.id, version: party.version, on: on, work)
            }
            try output.show(party, "\(party.name): not here from \(on).")
        }
    }
}

private func named(_ name: String, _ work: Work) throws -> ID<Party> {
    guard let party = try Parties(work.session).named(name) else {
        throw Refusal.missing("party-not-found", "There is no person, post or team named “\(name)”. See: muster person list")
    }
    return party.id
}
