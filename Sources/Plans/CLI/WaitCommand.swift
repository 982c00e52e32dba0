import ArgumentParser
import Kernel
import People
import Storage

/// `muster plan wait …`: what an action waits for.
struct WaitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wait", abstract: "Say what an action waits for, in its own plan or another, and end that.",
        subcommands: [Add.self, End.self])

    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Say that an action waits for another.",
            examples: "muster plan wait add peer-review-response 2.1 1.3", "muster plan wait add peer-review-response 2.1 3.2 --in culture-plan --note 'The course'")
        @OptionGroup var action: ActionArguments
        @Argument(help: "The reference of the action that must be done first.") var awaited: String
        @Option(name: .customLong("in"), help: "The plan of the other action, where it is another.", completion: .plans) var other: String?
        @Option(help: "What it needs of it.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            var fields = Fields(["awaited-plan": other, "awaited": awaited, "note": note])
            let new = NewDependency(reading: &fields)
            try fields.finish()
            let made = try Plans().makeWait(action, of: plan, new, work)
            return try work.answer(action, of: plan, "The dependency was recorded, as number \(made.id).")
        }
    }

    struct End: WritingCommand {
        static let configuration = CommandConfiguration(
            "end", "Say that an action waits for another no more.", examples: "muster plan wait end peer-review-response 2.1 1.3")
        @OptionGroup var action: ActionArguments
        @Argument(help: "The reference of the other action.") var awaited: String
        @Option(name: .customLong("in"), help: "The plan of the other action, where it is another.", completion: .plans) var other: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Action?> {
            let (plan, action) = try action.find(work.session)
            let awaited = try work.session.action(awaited, in: try other.map { try work.session.plan($0) } ?? plan)
            guard let own = try work.session.first(Dependency.self, "WHERE action = \(action.id) AND awaited = \(awaited.id) AND ended_on IS NULL") else {
                throw Refusal.missing("dependency-not-found", "Action \(action.reference) does not wait for \(awaited.reference).")
            }
            try Plans().end(own, for: action, of: plan, work)
            return try work.answer(action, of: plan, "It waits no more.")
        }
    }
}
