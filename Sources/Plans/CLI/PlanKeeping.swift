import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a plan asks for.
struct PlanEntries: ParsableArguments, Sendable {
    @Option(help: "The title.") var title: String?
    @Option(help: "The first day: YYYY-MM-DD.") var from: String?
    @Option(help: "The last day: YYYY-MM-DD.") var through: String?
    @Option(help: "What it answers: \(Plan.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(Plan.Kind.self)) var kind: String?
    @Option(help: "Where its findings come from.") var source: String?
    @Option(help: "The person, post or team that sponsors it.", completion: .parties) var sponsor: String?
    @Option(help: "How it is judged: \(RuleSet.Name.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(RuleSet.Name.self)) var rules: String?
    @Option(help: "The reference; made from the title when left out.") var reference: String?

    func read(over held: [String: [String]] = [:]) throws -> NewPlan {
        var fields = Fields([
            "title": title, "from": from, "through": through, "kind": kind, "source": source, "sponsor": sponsor, "rules": rules,
            "reference": reference,
        ], over: held)
        let new = NewPlan(reading: &fields)
        try fields.finish()
        return new
    }
}

extension PlanCommand {
    struct Begin: WritingCommand {
        static let configuration = CommandConfiguration(
            "begin", "Begin an empty plan.",
            examples: "muster plan begin --title 'Peer review response' --from 2026-04-01 --through 2027-03-31 --kind peer-review")
        @OptionGroup var entries: PlanEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Storage.Work) throws -> Answer<PlanPayload> {
            let plan = try Plans().begin(entries.read(), work)
            return Answer(PlanPayload(try work.view(of: plan)), "\(plan.title) is kept as \(plan.reference).")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change what a plan says of itself; what is left out stays. '' empties.",
            examples: "muster plan edit peer-review-response --through 2027-06-30 --because 'Agreed by the board'")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var entries: PlanEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Storage.Work) throws -> Answer<PlanPayload> {
            let plan = try plan.plan(work.session)
            let held = plan.entries(sponsor: try work.session.sponsor(of: plan))
            let changed = try Plans().edit(plan, entries.read(over: held), work)
            return Answer(PlanPayload(try work.view(of: changed)), "\(changed.title) was saved.")
        }
    }
}

extension Storage.Work {
    /// A plan as it stands with what was just done.
    func view(of plan: Plan, on day: Day? = nil) throws -> PlanView {
        PlanView(try session.facts(of: plan), on: max(today, day ?? today))
    }
}
