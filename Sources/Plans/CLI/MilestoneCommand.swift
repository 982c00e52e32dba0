import ArgumentParser
import Kernel
import People
import Storage

/// `muster plan milestone …`: the steps on the way to an action's end.
struct MilestoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milestone", abstract: "Add milestones to an action, and record when they are reached.",
        subcommands: [Add.self, Reach.self, Unreach.self])

    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Add a milestone to an action.", examples: "muster plan milestone add peer-review-response 2.1 'Rota drafted' --due 2026-06-30")
        @OptionGroup var action: ActionArguments
        @Argument(help: "The milestone, in a few words.") var text: String
        @Option(help: "Its day: YYYY-MM-DD.") var due: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<Milestone> {
            let (plan, action) = try action.find(work.session)
            var fields = Fields(["milestone": text, "milestone-due": due])
            let (text, day) = (fields.text("milestone", "Milestone", atMost: 400), fields.optionalDay("milestone-due", "Its day"))
            try fields.finish()
            let milestone = try Plans().addMilestone(text, due: day, to: action, of: plan, work)
            return Answer(milestone, "Milestone \(milestone.id) was added to action \(action.reference).")
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
        let all = try session.all(Milestone.self, "WHERE action = \(action.id) ORDER BY place, id")
        guard let found = all.first(where: { "\($0.id)" == milestone || $0.text.lowercased() == milestone.lowercased() }) else {
            throw Refusal.missing("milestone-not-found", "Action \(action.reference) has no such milestone. It has \(all.isEmpty ? "none" : listed(all.map { "\($0.id) “\($0.text)”" })).")
        }
        return found
    }
}
