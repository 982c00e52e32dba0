import ArgumentParser
import Kernel
import People
import Storage

/// `muster plan day …`: asking for another day for an action, and deciding it.
struct DayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "day", abstract: "Ask for another day for an action, agree or decline it, and take it back.",
        subcommands: [Ask.self, Agree.self, Decline.self, TakeBack.self])

    struct Ask: WritingCommand {
        static let configuration = CommandConfiguration(
            "ask", "Ask for another day. The promised day stands until an approver agrees, and is never lost.",
            examples: "muster plan day ask peer-review-response 7.2 2027-03-31 --because 'The second round ends in March'")
        @OptionGroup var action: ActionArguments
        @Argument(help: "The day asked for: YYYY-MM-DD.") var to: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            var fields = Fields(["to": to, "because": writing.because])
            let new = NewDateMove(reading: &fields)
            try fields.finish()
            let move = try Plans().askToMove(action, of: plan, new, work)
            return try work.answer(action, of: plan, "Another day is asked for, as number \(move.id).")
        }
    }

    struct Agree: WritingCommand {
        static let configuration = CommandConfiguration(
            "agree", "Agree to the day that is asked for.", examples: "muster plan day agree peer-review-response 7.2 --as r.okafor@northshire.example")
        @OptionGroup var action: ActionArguments
        @Option(help: "What you answer.") var answer: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            try action.deciding("The day was agreed.", work) { try Plans().decide($0, in: $1, agreed: true, saying: answer, work) }
        }
    }

    struct Decline: WritingCommand {
        static let configuration = CommandConfiguration(
            "decline", "Decline the day that is asked for.",
            examples: "muster plan day decline peer-review-response 7.2 --answer 'Bring it to the board first' --as r.okafor@northshire.example")
        @OptionGroup var action: ActionArguments
        @Option(help: "What you answer.") var answer: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            try action.deciding("The day was declined.", work) { try Plans().decide($0, in: $1, agreed: false, saying: answer, work) }
        }
    }

    struct TakeBack: WritingCommand {
        static let configuration = CommandConfiguration(
            "take-back", "Take back that another day was asked for.", examples: "muster plan day take-back peer-review-response 7.2")
        @OptionGroup var action: ActionArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            try action.deciding("The request was taken back.", work) { try Plans().takeBack($0, in: $1, work) }
        }
    }
}

extension ActionArguments {
    /// Does something to the day that is asked for.
    fileprivate func deciding(
        _ words: String, _ work: Work, _ deed: (DateMove, Plan) throws -> Void
    ) throws -> Answer<PlanPayload.Action?> {
        let (plan, action) = try find(work.session)
        guard let move = try work.session.dueDay(of: action, on: work.today).open else {
            throw Refusal.missing("move-not-found", "For action \(action.reference) no other day is asked for.")
        }
        try deed(move, plan)
        return try work.answer(action, of: plan, words)
    }
}
