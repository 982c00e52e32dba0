import ArgumentParser
import Kernel
import People
import Storage

extension PlanCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List the plans and how each stands.", examples: "muster plan list", "muster plan list --on 2026-03-31")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[PlanLine]> {
            try PlanPolicy.reads.check(reader.actor)
            let views = try session.allFacts().map { PlanView($0, on: day.on ?? reader.today) }
            return Answer(views.map(PlanLine.init), Output.table(
                ["Reference", "Title", "Ends", "Closed", "Blue", "Green", "Amber", "Red", "Grey", "Ended"],
                views.map { view in
                    let counts = view.counts
                    return [view.facts.plan.reference.text, view.facts.plan.title, view.facts.plan.period.through.iso,
                            view.facts.closing.closure(on: view.day)?.decidedOn?.iso ?? ""]
                        + [Colour.blue, .green, .amber, .red, .grey].map { String(counts[$0] ?? 0) }
                        + [String(view.actions.count { $0.ended != nil })]
                },
                empty: "There is no plan yet. Make one of a document with: muster plan import FILE"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a plan on a day: its findings, actions and standing.",
            examples: "muster plan show peer-review-response", "muster plan show peer-review-response --on 2025-02-26 --json")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<PlanPayload> {
            try PlanPolicy.reads.check(reader.actor)
            let view = PlanView(try session.facts(of: plan.plan(session)), on: day.on ?? reader.today)
            return Answer(PlanPayload(view), PlanInWords(view: view).text)
        }
    }

    struct Rules: ReadingCommand {
        static let configuration = CommandConfiguration(
            "rules", "Show the rules by which a plan's standing is computed.", examples: "muster plan rules peer-review-response")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<Told> {
            try PlanPolicy.reads.check(reader.actor)
            let rules = RuleSet.named(try plan.plan(session).rules)
            let told = Told(
                name: rules.name, title: rules.title, takesEffect: rules.takesEffect,
                rules: rules.rules.map { Told.Rule(colour: $0.colour, sentence: $0.sentence) })
            let table = Output.table(["Colour", "When"], told.rules.map { [$0.colour.name, $0.sentence] }, empty: "")
            return Answer(told, "\(rules.title): the first rule that fits gives the standing.\n\(table)")
        }

        struct Told: Encodable {
            struct Rule: Encodable {
                let colour: Colour
                let sentence: String
            }

            let name: RuleSet.Name
            let title: String
            let takesEffect: Day
            let rules: [Rule]
        }
    }
}
