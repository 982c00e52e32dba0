import ArgumentParser
import Kernel
import People
import Storage

/// `muster plan milestone …`: the steps on the way to an action's end.
struct MilestoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestone", abstract: "Add milestones to an action, put them right, and record when they are reached.",
        subcommands: [Add.self, Correct.self, Reach.self, Unreach.self, Withdraw.self])

    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Add a milestone to an action.", examples: "muster plan milestone add peer-review-response 2.1 'Rota drafted' --due 2026-06-30")
        @OptionGroup var action: ActionArguments
        @Argument(help: "The milestone, in a few words.") var text: String
        @Option(help: "Its day: YYYY-MM-DD.") var due: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Milestone> {
            let (plan, action) = try action.find(work.session)
            var fields = Fields(["text": text, "due": due])
            let new = NewMilestone(reading: &fields)
            try fields.finish()
            let milestone = try Plans().addMilestone(new.text, due: new.due, to: action, of: plan, work)
            return Answer(milestone, "Milestone \(milestone.id) was added to action \(action.reference).")
        }
    }

    struct Correct: WritingCommand {
        static let configuration = CommandConfiguration(
            "correct", "Put a milestone's words or day right; what is left out stays.",
            examples: "muster plan milestone correct peer-review-response 2.1 14 --due 2026-07-31", "muster plan milestone correct peer-review-response 2.1 14 --text 'Rota agreed' --due ''")
        @OptionGroup var action: ActionArguments
        @OptionGroup var milestone: MilestoneArgument
        @Option(help: "What it says.") var text: String?
        @Option(help: "Its day: YYYY-MM-DD; empty for none.") var due: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Milestone> {
            let (plan, action) = try action.find(work.session)
            let milestone = try milestone.find(of: action, work.session)
            var fields = Fields(["text": text, "due": due], over: ["text": [milestone.text], "due": [milestone.due?.iso ?? ""]])
            let new = NewMilestone(reading: &fields)
            try fields.finish()
            let corrected = try Plans().correct(milestone, new, for: action, of: plan, work)
            return Answer(corrected, "Milestone \(corrected.id) is “\(corrected.text)”\(corrected.due.map { ", due \($0)" } ?? ", with no day").")
        }
    }

    struct Withdraw: WritingCommand {
        static let configuration = CommandConfiguration(
            "withdraw", "Say that a milestone is not needed any more, for a reason.",
            examples: "muster plan milestone withdraw peer-review-response 2.1 14 --because 'The region drafts it'")
        @OptionGroup var action: ActionArguments
        @OptionGroup var milestone: MilestoneArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Milestone> {
            let (plan, action) = try action.find(work.session)
            let milestone = try milestone.find(of: action, work.session)
            let because = try writing.why("it is not needed any more")
            return Answer(try Plans().withdraw(milestone, because: because, for: action, of: plan, work), "“\(milestone.text)” is not needed any more.")
        }
    }

    struct Reach: WritingCommand {
        static let configuration = CommandConfiguration(
            "reach", "Record the day a milestone was reached.", examples: "muster plan milestone reach peer-review-response 2.1 14 --on 2026-06-28")
        @OptionGroup var action: ActionArguments
        @OptionGroup var milestone: MilestoneArgument
        @Option(help: "The day it was reached: YYYY-MM-DD.") var on: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Milestone> {
            let (plan, action) = try action.find(work.session)
            let milestone = try milestone.find(of: action, work.session)
            var fields = Fields(["on": on])
            let day = fields.day("on", "The day it was reached")
            try fields.finish()
            return Answer(try Plans().reach(milestone, on: day, for: action, of: plan, work), "“\(milestone.text)” was reached on \(day).")
        }
    }

    struct Unreach: WritingCommand {
        static let configuration = CommandConfiguration(
            "unreach", "Correct that a milestone was reached: it was not.", examples: "muster plan milestone unreach peer-review-response 2.1 14")
        @OptionGroup var action: ActionArguments
        @OptionGroup var milestone: MilestoneArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Milestone> {
            let (plan, action) = try action.find(work.session)
            let milestone = try milestone.find(of: action, work.session)
            return Answer(try Plans().unreach(milestone, for: action, of: plan, work), "“\(milestone.text)” is not reached.")
        }
    }
}

/// A milestone named at the command line, by its number or by what it says.
struct MilestoneArgument: ParsableArguments, Sendable {
    @Argument(help: "The milestone's number, which “action show” tells, or its words.") var milestone: String

    func find(of action: Action, _ session: Session) throws -> Milestone {
        try Milestone.found(milestone, of: action, session)
    }
}

extension Milestone {
    /// By its number or by what it says.
    ///
    /// - Throws: `milestone-not-found`
    static func found(_ milestone: String, of action: Action, _ session: Session) throws -> Milestone {
        let all = try session.all(Milestone.self, "WHERE action = \(action.id) AND withdrawn_on IS NULL ORDER BY place, id")
        guard let found = all.first(where: { "\($0.id)" == milestone || $0.text.lowercased() == milestone.lowercased() }) else {
            throw Refusal.missing("milestone-not-found", "Action \(action.reference) has no such milestone. It has \(all.isEmpty ? "none" : listed(all.map { "\($0.id) “\($0.text)”" })).")
        }
        return found
    }
}
