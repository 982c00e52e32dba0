import ArgumentParser
import Kernel
import People
import Storage

extension PlanCommand {
    struct History: ReadingCommand {
        static let configuration = CommandConfiguration(
            "history", "Show every change to a plan and what is in it, newest first.",
            examples: "muster plan history peer-review-response", "muster plan history peer-review-response --last 20 --json")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try PlanPolicy.reads.check(reader.actor)
            let plan = try plan.plan(session)
            let changes = try newest.changes(within: plan.subject, session, references: try session.facts(of: plan).references)
            return Answer(changes, ChangeLine.table(changes, empty: "Nothing has happened to this plan yet.") { $0.reference ?? "" })
        }
    }
}
