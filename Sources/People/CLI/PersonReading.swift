import ArgumentParser
import Kernel
import Storage

extension PersonCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List persons, posts and teams.", examples: "muster person list", "muster person list --kind post --on 2025-03-31")
        @Option(help: "Only persons, posts or teams.") var kind: PartyKind?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[Line]> {
            try PeoplePolicy.seesParties.check(reader.actor)
            let day = day.on ?? reader.today
            let parties = try Parties(session).all().map { $0.shown(to: reader.actor) }.filter { $0.isHere(on: day) && (kind == nil || $0.kind == kind) }
            let (names, standIns) = (try Parties(session).names(), try Parties(session).standIns(on: day))
            let lines = parties.map { party in
                Line(
                    name: party.name, kind: party.kind, email: party.email,
                    persons: (standIns[party.id] ?? []).compactMap { names[$0] })
            }
            return Answer(lines, Output.table(
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

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a person, post or team, and who held or belonged to which.", examples: "muster person show 'Head of Protection'")
        @Argument(help: "The name.", completion: .parties) var name: String
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<Whole> {
            try PeoplePolicy.seesParties.check(reader.actor)
            let party = try named(name, session).shown(to: reader.actor)
            let names = try Parties(session).names()
            func tie(_ one: ID<Party>, _ two: ID<Party>, _ from: Day, _ through: Day?) -> Tie {
                Tie(with: names[one == party.id ? two : one] ?? "", from: from, through: through)
            }
            let whole = Whole(
                name: party.name, kind: party.kind, email: party.email, leftOn: party.leftOn,
                posts: try Parties(session).holdings(of: party.id).map { tie($0.post, $0.person, $0.from, $0.through) },
                teams: try Parties(session).memberships(of: party.id).map { tie($0.team, $0.person, $0.from, $0.through) })
            return Answer(whole, whole.words)
        }
    }

    struct Whole: Encodable {
        let name: String
        let kind: PartyKind
        let email: String?
        let leftOn: Day?
        /// The posts a person holds or held, or those who hold or held the post.
        let posts: [Tie]
        let teams: [Tie]

        var words: String {
            let first = "\(name), \(kind.withArticle)" + (email.map { ", \($0)" } ?? "") + (leftOn.map { ", not here from \($0)" } ?? "")
            return ([first] + (posts + teams).map(\.words)).joined(separator: "\n")
        }
    }

    struct Tie: Encodable {
        let with: String
        let from: Day
        let through: Day?

        var words: String { "  \(with), from \(from)\(through.map { " to \($0)" } ?? "")" }
    }
}
