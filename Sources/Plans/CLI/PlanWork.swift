import ArgumentParser
import Kernel
import People
import Storage

extension PlanCommand {
    struct Work: ReadingCommand {
        static let configuration = CommandConfiguration(
            "work", "List the actions that are somebody's own: the open ones by their due day, then those done.",
            "Somebody's own is what they own themselves, by a post that they hold or by a team that they are in.",
            examples: "muster plan work 'R Okafor'", "muster plan work --as okafor@northshire.example")
        @Argument(help: "The person; whoever acts when left out.", completion: .parties) var person: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[Item]> {
            try PlanPolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let own = try Parties(session).actedFor(by: try whose(session, reader), on: day)
            let items = try session.allFacts().map { PlanView($0, on: day) }.owned(by: own).map { Item($0.plan.facts.plan, $0.item) }
            return Answer(items, Output.table(
                ["Plan", "Action", "What", "Due", "Standing"],
                items.map { [$0.plan, $0.reference, $0.text, $0.due?.iso ?? "", $0.standing.sentence] },
                empty: "Nothing in any plan is theirs on \(day)."))
        }

        private func whose(_ session: Session, _ reader: Reader) throws -> ID<Party> {
            if let person {
                guard let party = try Parties(session).named(person) else {
                    throw Refusal.missing("party-not-found", "There is no person named “\(person)”. See: muster person list")
                }
                return party.id
            }
            guard let own = reader.actor.person else {
                throw Refusal.invalid("nobody-named", "Say whose work: muster plan work 'R Okafor', or --as EMAIL.")
            }
            return ID(own)
        }
    }

    struct Item: Encodable {
        let plan: String
        let reference: String
        let text: String
        let due: Day?
        let standing: Standing
        let needsUpdate: Bool

        init(_ plan: Plan, _ item: ActionView) {
            (self.plan, reference, text, due) = (plan.reference.text, item.action.reference.text, item.action.text, item.due)
            (standing, needsUpdate) = (item.standing, item.needsUpdate)
        }
    }
}
