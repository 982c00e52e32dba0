import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

extension PlanCommand {
    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "preview", "Show the plan that a document would make, and what must be asked. Saves nothing.",
            examples: "muster plan preview response.docx", "muster plan preview response.xlsx --sheet Actions --json")
        @OptionGroup var document: DocumentArgument
        @OptionGroup var answers: AnswerOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let draft = try answers.draft(try document.reading())
            try output.show(draft, DraftInWords(draft: draft).text)
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "import", "Make a plan of a document.",
            "Where the document is doubtful the command lists its queries and saves nothing, unless told how to answer them.",
            examples: "muster plan import response.docx --accept-suggestions", "muster plan import response.docx --answer 1=2026-10-30 --answer '2=AM Brook; Finance'",
            "muster plan import response.xlsx --leave-open --title 'Peer review response' --kind peer-review")
        @OptionGroup var document: DocumentArgument
        @OptionGroup var answers: AnswerOptions
        @Flag(help: "Leave every doubtful cell empty.") var leaveOpen = false
        @OptionGroup var entries: PlanEntries
        @Option(help: "What its findings are: \(Finding.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(Finding.Kind.self)) var findings: String?
        @Option(help: "The day the document speaks of; today when left out.") var asOf: String?
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let draft = try answers.draft(try document.reading())
            if !draft.queries.isEmpty, !answers.acceptSuggestions, !leaveOpen {
                throw Refusal.invalid("queries-open", """
                    \(document.name) has \(counted(draft.queries.count, "query", "queries")), and nothing was saved. \
                    \(draft.queries.map { "\($0.location): \($0.sentence)" }.joined(separator: " ")) \
                    Import it on a page to answer each, or say --answer, --accept-suggestions or --leave-open.
                    """)
            }
            let (desk, actor) = try await writing.operating.begin()
            let takeover = try takeover(of: draft, today: desk.clock.today)
            let view = try await desk.write(by: actor, because: writing.because ?? "Imported from \(document.name)") { work in
                try work.view(of: Plans().takeOver(draft, as: takeover, work))
            }
            try writing.output.show(PlanPayload(view), "\(view.facts.plan.title) is kept as \(view.facts.plan.reference): \(counted(view.findings.count, "finding")), \(counted(view.actions.count, "action")).\n\(PlanInWords(view: view).text)")
        }

        /// What the document proposes, with what the line says in its place.
        private func takeover(of draft: PlanDraft, today: Day) throws -> Plans.Takeover {
            let proposed = Plans.Takeover(proposedFor: draft, fileName: document.name, today: today).entries.mapValues { [$0] }
            var fields = Fields([
                "title": entries.title, "from": entries.from, "through": entries.through, "kind": entries.kind, "source": entries.source,
                "rules": entries.rules, "reference": entries.reference, "findings": findings, "as-of": asOf,
            ], over: proposed)
            let takeover = Plans.Takeover(reading: &fields, today: today)
            if entries.sponsor != nil { fields.refuse("sponsor", "A sponsor is named once the plan is there: muster plan edit PLAN --sponsor NAME") }
            try fields.finish()
            return takeover
        }
    }
}
