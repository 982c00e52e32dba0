import ArgumentParser
import Kernel
import People
import Storage

extension PlanCommand {
    struct Update: WritingCommand {
        static let configuration = CommandConfiguration(
            "update", "Say what happened to an action.",
            examples: "muster plan update peer-review-response 2.1 --narrative 'Rota agreed' --stated green",
            "muster plan update peer-review-response 2.1 --narrative 'The unions agree' --reached 14",
            "muster plan update peer-review-response 2.1 --narrative 'Waits for funds' --stated amber --forecast 2026-11-30")
        @OptionGroup var action: ActionArguments
        @Option(help: "What happened.") var narrative: String?
        @Option(help: "How its owner sees it: blue, green, amber, red or grey.", completion: .codes(Colour.self)) var stated: String?
        @Option(help: "The day it is expected to be done: YYYY-MM-DD.") var forecast: String?
        @Option(help: "The day the update speaks of; today when left out.") var asOf: String?
        @Option(help: "A milestone that was reached by then, by its number or its words. May be given again.") var reached: [String] = []
        @OptionGroup var writing: WritingOptions

        func change(_ work: Storage.Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            var fields = Fields(["narrative": narrative, "stated": stated, "forecast": forecast, "as-of": asOf])
            var new = NewUpdate(reading: &fields, today: work.today)
            try fields.finish()
            new.reached = try reached.map { try Milestone.found($0, of: action, work.session).id }
            try Plans().update(action, of: plan, new, work)
            return try work.answer(action, of: plan, "The update was posted.")
        }
    }

    struct Complete: WritingCommand {
        static let configuration = CommandConfiguration(
            "complete", "Record an action as done.",
            examples: "muster plan complete peer-review-response 2.1 --on 2026-09-12 --delivered 'The rota is published'",
            "muster plan complete peer-review-response 2.1 --on 2026-09-12 --reached 14 --rest-not-needed")
        @OptionGroup var action: ActionArguments
        @Option(help: "The day the work was done: YYYY-MM-DD.") var on: String?
        @Option(help: "What was delivered.") var delivered: String?
        @Option(help: "A milestone that was reached by then, by its number or its words. May be given again.") var reached: [String] = []
        @Flag(help: "The milestones that are left are not needed any more.") var restNotNeeded = false
        @OptionGroup var writing: WritingOptions

        func change(_ work: Storage.Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            var fields = Fields(["on": on, "delivered": delivered])
            var new = NewCompletion(reading: &fields)
            try fields.finish()
            new.reached = try reached.map { try Milestone.found($0, of: action, work.session).id }
            new.restIsNotNeeded = restNotNeeded
            try Plans().complete(action, of: plan, new, work)
            return try work.answer(action, of: plan, "The action is recorded as done.")
        }
    }

    struct Reopen: WritingCommand {
        static let configuration = CommandConfiguration(
            "reopen", "Reopen an action that was not done after all, from today.",
            examples: "muster plan reopen peer-review-response 2.1 --because 'The rota had gaps'")
        @OptionGroup var action: ActionArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Storage.Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            try Plans().reopen(action, of: plan, work)
            return try work.answer(action, of: plan, "The action is open again.")
        }
    }
}
