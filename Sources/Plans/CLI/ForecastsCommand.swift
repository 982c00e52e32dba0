import ArgumentParser
import Kernel
import People
import Storage

extension PlanCommand {
    struct Forecasts: ReadingCommand {
        static let configuration = CommandConfiguration(
            "forecasts", "Compare what was forecast with what came, for a plan, an owner or everything.",
            examples: "muster plan forecasts", "muster plan forecasts peer-review-response", "muster plan forecasts --owner 'SM Whitlock' --before 60")
        @Argument(help: "The plan's reference; all plans when left out.", completion: .plans) var plan: String?
        @Option(help: "Whoever leads the actions.", completion: .parties) var owner: String?
        @Option(help: "How many days before the end a forecast is looked at: 30, 60 or 90.") var before: Int = OptimismGap.usualDays
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func validate() throws {
            guard OptimismPage.choices.contains(before) else { throw ValidationError("--before is 30, 60 or 90.") }
        }

        func find(_ session: Session, _ reader: Reader) throws -> Answer<OptimismPayload> {
            try PlanPolicy.reads.check(reader.actor)
            let on = day.on ?? reader.today
            let facts = try plan.map { [try session.facts(of: session.plan($0))] } ?? session.allFacts()
            let lead = try owner.map { name -> ID<Party> in
                guard let party = try Parties(session).named(name) else {
                    throw Refusal.missing("owner-not-found", "There is no person, post or team named “\(name)”. See: muster person list")
                }
                return party.id
            }
            let gap = OptimismGap(facts.map { PlanView($0, on: on) }, ledBy: lead, daysBefore: before)
            let outcomes = Output.table(
                ["Plan", "Action", "Looked at on", "Expected then", "Done", "Days later"],
                gap.outcomes.map { [$0.plan.reference.text, $0.action.reference.text, $0.asOf.iso, $0.forecast.iso + ($0.isPromise ? " (promised)" : ""), $0.doneOn.iso, "\($0.gap)"] },
                empty: "Nothing that was done had anything forecast so long before.")
            let missed = Output.table(
                ["Plan", "Action", "Was due", "Owner said", "Done"],
                gap.missed.map { [$0.plan.reference.text, $0.action.reference.text, $0.due.iso, $0.stated?.rawValue ?? "", $0.doneOn?.iso ?? "not yet"] },
                empty: "No due day was missed.")
            return Answer(OptimismPayload(gap, on: on), "\(gap.words)\(gap.working.map { ": \($0)" } ?? "").\n\(gap.missedWords).\n\n\(outcomes)\n\n\(missed)")
        }
    }
}
