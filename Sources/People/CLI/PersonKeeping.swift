import ArgumentParser
import Kernel
import Storage

extension PersonCommand {
    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Add a person, a post or a team.",
            examples: "muster person add 'R Okafor' --email okafor@northshire.example", "muster person add 'Head of Protection' --kind post")
        @Argument(help: "The name.") var name: String
        @Option(help: "person, post or team; guessed from the name when left out.") var kind: PartyKind?
        @Option(help: "A person's e-mail.") var email: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Party> {
            let party = try People().add(NewParty(kind: kind ?? .guessed(from: name), name: name, email: email), work)
            return Answer(party, "Added the \(party.kind.rawValue) \(party.name).")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change the name or e-mail of a person, post or team.",
            examples: "muster person edit 'R Okafor' --name 'R J Okafor'", "muster person edit 'R Okafor' --email ''")
        @Argument(help: "The name it has now.", completion: .parties) var party: String
        @Option(help: "The new name.") var name: String?
        @Option(help: "A person's e-mail; '' for none.") var email: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Party> {
            let party = try named(party, work.session)
            let new = try NewParty(kind: party.kind, name: name ?? party.name, email: email ?? party.email)
            let changed = try People().change(party.id, version: party.version, to: new, work)
            return Answer(changed, "\(changed.name) was changed.")
        }
    }

    struct Leave: WritingCommand {
        static let configuration = CommandConfiguration(
            "leave", "Record that a person left, or that a post or team ended.", examples: "muster person leave 'R Okafor' --on 2026-04-01")
        @Argument(help: "The name.", completion: .parties) var name: String
        @Option(help: "The first day without them: YYYY-MM-DD.") var on: Day
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Party> {
            let party = try named(name, work.session)
            let left = try People().leave(party.id, version: party.version, on: on, work)
            return Answer(left, "\(left.name): not here from \(on).")
        }
    }

    struct Return: WritingCommand {
        static let configuration = CommandConfiguration(
            "return", "Bring back a person, post or team that had left.", examples: "muster person return 'R Okafor'")
        @Argument(help: "The name.", completion: .kept { session, _ in try Parties(session).all().filter { $0.leftOn != nil }.map(\.name) })
        var name: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Party> {
            let party = try named(name, work.session)
            let back = try People().comeBack(party.id, version: party.version, work)
            return Answer(back, "\(back.name) is here again.")
        }
    }
}
