import ArgumentParser
import Kernel
import People
import Storage

/// `muster plan need …`: what actions cost and who is needed for them.
struct NeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "need", abstract: "Say what an action costs and who is needed for it, and sum it for a plan.",
        subcommands: [List.self, Add.self, Edit.self, End.self])

    struct Entries: ParsableArguments, Sendable {
        @Option(help: "What it costs once, in pounds.") var oneOff: String?
        @Option(help: "What it costs each year, in pounds.") var yearly: String?
        @Option(help: "People needed, in full-time equivalents: 7.6.") var fte: String?
        @Option(help: "From when: YYYY-MM-DD.") var from: String?
        @Option(help: "Until when: YYYY-MM-DD.") var through: String?
        @Option(help: "funded or unfunded.", completion: .codes(NewNeed.Funding.self)) var funding: String?
        @Option(help: "Where the money comes from, or who decides.") var note: String?

        func read(_ text: String?, over held: [String: [String]] = [:]) throws -> NewNeed {
            var fields = Fields([
                "need": text, "one-off": oneOff, "yearly": yearly, "fte": fte, "needed-from": from, "needed-through": through, "funding": funding,
                "need-note": note,
            ], over: held)
            let new = NewNeed(reading: &fields)
            try fields.finish()
            return new
        }
    }

    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List what a plan's actions need, with the sums.", examples: "muster plan need list peer-review-response")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<NeedsPayload> {
            try PlanPolicy.reads.check(reader.actor)
            let view = PlanView(try session.facts(of: plan.plan(session)), on: day.on ?? reader.today)
            let rows = view.actions.flatMap { item in
                item.needs.map { need in
                    [item.action.reference.text, "\(need.id)", need.text, need.oneOff.pounds, need.yearly.pounds, need.fte.plain, need.period ?? "", need.isFunded ? "funded" : "not funded"]
                }
            }
            let table = Output.table(["Action", "Number", "What", "Once", "A year", "FTE", "When", "Funding"], rows, empty: "Nobody has said yet what an action of this plan needs.")
            let lasting = view.needs.lasting(on: view.day)
            let sums = rows.isEmpty ? "" : "\nIn all \(NeedSum(lasting).words), of which not funded yet: \(NeedSum(lasting.filter { !$0.isFunded }).words)."
            return Answer(NeedsPayload(view), table + sums)
        }
    }

    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Say what an action needs.",
            examples: "muster plan need add peer-review-response 6.2 'Two officers for the visits' --fte 2 --yearly 96400 --funding funded")
        @OptionGroup var action: ActionArguments
        @Argument(help: "What is needed, in a few words.") var text: String
        @OptionGroup var entries: Entries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NeedPayload> {
            let (plan, action) = try action.find(work.session)
            let need = try Plans().add(entries.read(text), to: action, of: plan, work)
            return Answer(NeedPayload(need, of: action), "Need \(need.id) was added to action \(action.reference): \(NeedSum([need]).words).")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change what an action needs; what is left out stays.", examples: "muster plan need edit peer-review-response 6.2 3 --funding funded")
        @OptionGroup var action: ActionArguments
        @OptionGroup var need: NeedArgument
        @Option(help: "What is needed, in other words.") var text: String?
        @OptionGroup var entries: Entries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NeedPayload> {
            let (plan, action) = try action.find(work.session)
            let need = try need.find(of: action, work.session)
            let saved = try Plans().edit(need, for: action, of: plan, entries.read(text, over: need.entries), work)
            return Answer(NeedPayload(saved, of: action), "Need \(saved.id) was saved: \(NeedSum([saved]).words).")
        }
    }

    struct End: WritingCommand {
        static let configuration = CommandConfiguration(
            "end", "Say that an action needs something no more.", examples: "muster plan need end peer-review-response 6.2 3")
        @OptionGroup var action: ActionArguments
        @OptionGroup var need: NeedArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<NeedPayload> {
            let (plan, action) = try action.find(work.session)
            let ended = try Plans().end(need.find(of: action, work.session), for: action, of: plan, work)
            return Answer(NeedPayload(ended, of: action), "“\(ended.text)” is needed no more.")
        }
    }
}

/// A need named at the command line by its number.
struct NeedArgument: ParsableArguments, Sendable {
    @Argument(help: "The need's number, which “need list” tells.") var need: Int64

    func find(of action: Action, _ session: Session) throws -> Need { try session.need(ID(need), of: action) }
}
