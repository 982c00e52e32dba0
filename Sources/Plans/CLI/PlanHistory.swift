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
        @Option(help: "So many of the newest changes.") var last: Int = 500
        @OptionGroup var reading: ReadingOptions

        func validate() throws {
            guard last > 0 else { throw ValidationError("--last takes a number from 1.") }
        }

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[Change]> {
            try PlanPolicy.reads.check(reader.actor)
            let plan = try plan.plan(session)
            let references = try session.facts(of: plan).references
            let entries = try Journal(session).entries(within: plan.subject, limit: last, newestFirst: true)
            let names = try Dictionary(uniqueKeysWithValues: Set(entries.map(\.who)).map { ($0, try Parties(session).name(ofWho: $0)) })
            let changes = entries.map { Change($0, names[$0.who] ?? $0.who, references[$0.subject]) }
            return Answer(changes, Output.table(
                ["Entry", "When", "Who", "What", "Of", "Why"],
                changes.map { [String($0.entry), $0.at.inWords, $0.who, $0.what, $0.reference ?? "", $0.because ?? ""] },
                empty: "Nothing has happened to this plan yet."))
        }
    }

    struct Change: Encodable {
        let entry: Int64
        let at: Moment
        let who: String
        let what: String
        let subject: String
        let reference: String?
        let because: String?

        init(_ entry: Entry, _ name: String, _ reference: String?) {
            (self.entry, at, who, what, because) = (entry.sequence, entry.moment, name, entry.verb, entry.reason)
            (subject, self.reference) = ("\(entry.subject)", reference)
        }
    }
}
