import ArgumentParser
import Kernel
import People
import Storage

/// `muster plan action …`: what was promised.
struct ActionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "action", abstract: "Show, add, edit, move, withdraw and restore actions.",
        subcommands: [Show.self, Add.self, Edit.self, Move.self, Withdraw.self, Restore.self, Close.self, Reopen.self])

    /// What the form of an action asks for.
    struct Entries: ParsableArguments, Sendable {
        @Option(help: "What will be done.") var text: String?
        @Option(help: "The person, post or team that leads it.", completion: .parties) var lead: String?
        @Option(help: "One that owns it jointly. May be given again; '' for none.", completion: .parties) var joint: [String] = []
        @Option(help: "The day it is promised for: YYYY-MM-DD.") var due: String?
        @Option(help: "Why a due day that stands in the plan was written wrongly, where it is corrected.") var correction: String?
        @Option(help: "What stands instead of a day: Ongoing.") var dueWritten: String?
        @Option(help: "How one will see that it worked.") var successMeasure: String?
        @Option(help: "The day from which it belongs to the plan; today when left out.") var since: String?
        @Option(help: "Its reference; the finding's with the next number when left out.") var reference: String?

        func read(over held: [String: [String]] = [:]) throws -> NewAction {
            var held = held
            if !joint.isEmpty { held["joint"] = joint }
            var fields = NewAction.fields(Fields([
                "text": text, "lead": lead, "due": due, "due-written": dueWritten, "success-measure": successMeasure, "since": since,
                "reference": reference, "correction": correction,
            ]), over: held)
            let new = NewAction(reading: &fields)
            try fields.finish()
            return new
        }
    }

    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Add an action that answers a finding.",
            examples: "muster plan action add peer-review-response 2 --text 'Publish a rota' --lead 'Head of Protection' --due 2026-09-30")
        @OptionGroup var finding: FindingArguments
        @OptionGroup var entries: Entries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, finding) = try finding.find(work.session)
            let action = try Plans().add(entries.read(), to: finding, of: plan, work)
            return try work.answer(action, of: plan, "Action \(action.reference) was added.")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change an action; what is left out stays.",
            examples: "muster plan action edit peer-review-response 2.1 --joint Control --joint 'Prevention team'")
        @OptionGroup var action: ActionArguments
        @OptionGroup var entries: Entries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            let held = try work.session.entries(of: action, on: work.today)
            let changed = try Plans().edit(action, of: plan, entries.read(over: held), work)
            return try work.answer(changed, of: plan, "Action \(changed.reference) was saved.")
        }
    }

    struct Move: WritingCommand {
        static let configuration = CommandConfiguration(
            "move", "Move an action one place up or down under its finding.", examples: "muster plan action move peer-review-response 2.1 down")
        @OptionGroup var action: ActionArguments
        @Argument(help: "up or down.") var step: Plans.Step
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            try Plans().move(action, step, in: plan, work)
            return try work.answer(action, of: plan, "The order was changed.")
        }
    }
}
