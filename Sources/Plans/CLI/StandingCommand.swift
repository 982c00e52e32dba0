import ArgumentParser
import Kernel
import People
import Storage

/// `muster plan standing …`: setting a colour in place of the computed one for a while.
struct StandingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "standing", abstract: "Ask for a standing in place of the computed one, agree or decline it, and end it.",
        subcommands: [Ask.self, Agree.self, Decline.self, End.self])

    struct Ask: WritingCommand {
        static let configuration = CommandConfiguration(
            "ask", "Ask for another standing. The computed one is shown beside it and comes back by itself.",
            examples: "muster plan standing ask peer-review-response 7.2 amber --until 2027-01-31 --because 'The supplier delivers in January'")
        @OptionGroup var action: ActionArguments
        @Argument(help: "green, amber, red or grey.", completion: .codes(Colour.self)) var colour: String
        @Option(help: "Its last day, within a quarter: YYYY-MM-DD.") var until: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            var fields = Fields(["colour": colour, "until": until, "reason": writing.because])
            let new = NewOverride(reading: &fields)
            try fields.finish()
            let asked = try Plans().askToOverride(action, of: plan, new, work)
            return try work.answer(action, of: plan, "Another standing is asked for, as number \(asked.id).")
        }
    }

    struct Agree: WritingCommand {
        static let configuration = CommandConfiguration(
            "agree", "Agree to the standing that is asked for.",
            examples: "muster plan standing agree peer-review-response 7.2 --as r.okafor@northshire.example")
        @OptionGroup var action: ActionArguments
        @Option(help: "What you answer.") var answer: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            try action.settingStanding("The standing was agreed.", work) { try Plans().decide($0, in: $1, agreed: true, saying: answer, work) }
        }
    }

    struct Decline: WritingCommand {
        static let configuration = CommandConfiguration(
            "decline", "Decline the standing that is asked for.",
            examples: "muster plan standing decline peer-review-response 7.2 --answer 'Late is late' --as r.okafor@northshire.example")
        @OptionGroup var action: ActionArguments
        @Option(help: "What you answer.") var answer: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            try action.settingStanding("The standing was declined.", work) { try Plans().decide($0, in: $1, agreed: false, saying: answer, work) }
        }
    }

    struct End: WritingCommand {
        static let configuration = CommandConfiguration(
            "end", "Take the request back, or end a standing that was set.", examples: "muster plan standing end peer-review-response 7.2")
        @OptionGroup var action: ActionArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            try action.settingStanding("The computed standing stands.", orInForce: true, work) { try Plans().end($0, in: $1, work) }
        }
    }
}

extension ActionArguments {
    /// Does something to the standing that is asked for, or to the one in force.
    fileprivate func settingStanding(
        _ words: String, orInForce: Bool = false, _ work: Work, _ deed: (Override, Plan) throws -> Void
    ) throws -> Answer<PlanPayload.Action?> {
        let (plan, action) = try find(work.session)
        let all = try work.session.overrides(of: action)
        guard let asked = all.last(where: \.isOpen) ?? (orInForce ? all.last { $0.holds(on: work.today) } : nil) else {
            throw Refusal.missing("override-not-found", "For action \(action.reference) no other standing is asked for\(orInForce ? " or set" : "").")
        }
        try deed(asked, plan)
        return try work.answer(action, of: plan, words)
    }
}
