import ArgumentParser
import Documents
import Kernel
import People
import Storage

/// A difference between a plan and a newer version of its document, as the command line tells it.
struct PlanChangeLine: Encodable {
    let key: String
    let kind: PlanDifference.Kind
    let text: String
    let fields: [PlanDifference.FieldChange]

    init(_ change: PlanChange) {
        (key, kind, text, fields) = (change.key, change.kind, change.text, change.fields)
    }

    var words: [String] { [key, kind.rawValue, ([text] + fields.map { "\($0.field): \($0.to ?? "none"), was \($0.from ?? "none")" }).joined(separator: "; ")] }
}

extension PlanCommand {
    struct Compare: ReadingCommand {
        static let configuration = CommandConfiguration(
            "compare", "Show how a newer version of a document differs from the plan. Saves nothing.",
            examples: "muster plan compare peer-review-response newer.docx", "muster plan compare peer-review-response newer.docx --accept-suggestions --json")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var document: DocumentArgument
        @OptionGroup var answers: AnswerOptions
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[PlanChangeLine]> {
            try PlanPolicy.keeps.check(reader.actor)
            let view = PlanView(try session.facts(of: plan.plan(session)), on: reader.today)
            let draft = try answers.draft(try document.reading())
            let changes = PlanChange.all(from: view, to: draft).filter { $0.kind != .unchanged }.map(PlanChangeLine.init)
            return Answer(changes, Output.table(["Key", "Change", "What"], changes.map(\.words), empty: "The document says what the plan says."))
        }
    }

    struct Take: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "take", "Take changes of a newer version of a document into the plan.",
            "“muster plan compare” tells the keys. What is gone from the document is withdrawn.",
            examples: "muster plan take peer-review-response newer.docx --change action/2.1 --change new-finding/9",
            "muster plan take peer-review-response newer.docx --all")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var document: DocumentArgument
        @OptionGroup var answers: AnswerOptions
        @Option(help: "The key of a change. May be given again.") var change: [String] = []
        @Flag(help: "Every change.") var all = false
        @OptionGroup var writing: WritingOptions

        func validate() throws {
            guard all != !change.isEmpty else { throw ValidationError("Name changes with --change, or say --all.") }
        }

        func run() async throws {
            let (desk, actor) = try await writing.operating.begin()
            let (plan, name, all, wanted) = (plan, document.name, all, change)
            let draft = try answers.draft(try document.reading())
            let (view, count) = try await desk.write(by: actor, because: writing.because ?? "Imported from \(name)") { work in
                let plan = try plan.plan(work.session)
                let keys = PlanChange.all(from: try work.view(of: plan), to: draft).filter { $0.kind != .unchanged }.map(\.key)
                if let unknown = wanted.first(where: { !keys.contains($0) }) {
                    throw Refusal.missing("no-such-change", "The document brings no change “\(unknown)”. It brings \(keys.isEmpty ? "none" : listed(keys)).")
                }
                let count = try Plans().take(Set(all ? keys : wanted), from: draft, into: plan, named: name, work)
                return (try work.view(of: plan), count)
            }
            try writing.output.show(PlanPayload(view), "\(counted(count, "change was", "changes were").capitalisedFirst) made.")
        }
    }
}
