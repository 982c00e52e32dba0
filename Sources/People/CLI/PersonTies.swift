import ArgumentParser
import Kernel
import Storage

extension PersonCommand {
    struct Hold: WritingCommand {
        static let configuration = CommandConfiguration(
            "hold", "Put a person in a post.", examples: "muster person hold 'R Okafor' 'Head of Protection' --from 2026-04-01")
        @Argument(help: "The person's name.", completion: .parties) var person: String
        @Argument(help: "The post's name.", completion: .parties) var post: String
        @Option(help: "The first day: YYYY-MM-DD.") var from: Day
        @Option(help: "The last day, if there is one.") var through: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Holding> {
            let (post, person) = (try named(post, work.session), try named(person, work.session))
            let holding = try People().give(post: post.id, to: person.id, from: from, through: through, work)
            return Answer(holding, "\(person.name) holds \(post.name) from \(from).")
        }
    }

    struct Join: WritingCommand {
        static let configuration = CommandConfiguration(
            "join", "Bring a person into a team.", examples: "muster person join 'R Okafor' 'Corporate Communications' --from 2026-04-01")
        @Argument(help: "The person's name.", completion: .parties) var person: String
        @Argument(help: "The team's name.", completion: .parties) var team: String
        @Option(help: "The first day: YYYY-MM-DD.") var from: Day
        @Option(help: "The last day, if there is one.") var through: Day?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Membership> {
            let (team, person) = (try named(team, work.session), try named(person, work.session))
            let membership = try People().join(team: team.id, person: person.id, from: from, through: through, work)
            return Answer(membership, "\(person.name) belongs to \(team.name) from \(from).")
        }
    }

    struct End: WritingCommand {
        static let configuration = CommandConfiguration(
            "end", "End a person's time in a post or a team.",
            examples: "muster person end 'R Okafor' 'Head of Protection' --through 2026-09-30")
        @Argument(help: "The person's name.", completion: .parties) var person: String
        @Argument(help: "The post's or team's name.", completion: .parties) var body: String
        @Option(help: "The last day: YYYY-MM-DD.") var through: Day
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PersonCommand.Tie> {
            let (person, body) = (try named(person, work.session), try named(body, work.session))
            let parties = Parties(work.session)
            let from: Day
            if let holding = try parties.holdings(of: person.id).first(where: { $0.post == body.id && Span($0).contains(through) }) {
                from = try People().endHolding(holding.id, through: through, work).from
            } else if let membership = try parties.memberships(of: person.id).first(where: { $0.team == body.id && Span($0).contains(through) }) {
                from = try People().endMembership(membership.id, through: through, work).from
            } else {
                throw Refusal.missing("tie-not-found", "\(person.name) neither held nor belonged to \(body.name) on \(through). See: muster person show '\(person.name)'")
            }
            return Answer(Tie(with: body.name, from: from, through: through), "\(person.name): \(body.name) ends with \(through).")
        }
    }
}
