public import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

/// A document named at the command line.
struct DocumentArgument: ParsableArguments {
    @Argument(help: "A Word (.docx), Excel (.xlsx), CSV or text file.", completion: .file()) var file: String
    @Option(help: "The sheet of a workbook to read; every sheet that looks like a plan when left out.") var sheet: String?

    var name: String { URL(fileURLWithPath: file).lastPathComponent }

    /// - Throws: `file-not-readable`, and what `Reading` refuses.
    func reading() throws -> Reading {
        let bytes: Data
        do {
            let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
            guard size <= 100_000_000 else {
                throw Refusal("file-too-large", .tooLarge, "\(name) is larger than 100 MB, which is more than a plan can be.")
            }
            bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal.invalid("file-not-readable", "\(file) can't be read. Check its name and that you may open it.")
        }
        return try Reading.of([UInt8](bytes), named: name, sheet: sheet)
    }
}

extension PlanCommand {
    struct Preview: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the plan that a document would make, and what must be asked. Saves nothing.")
        @OptionGroup var document: DocumentArgument
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let draft = try planDraft(from: try document.reading())
            try output.show(draft, DraftInWords(draft: draft).text)
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a plan of a document.",
            discussion: "Where the document is doubtful the command lists its queries and saves nothing, unless told how to answer them.")
        @OptionGroup var document: DocumentArgument
        @Flag(help: "Answer each query as suggested; what has no suggestion stays empty.") var acceptSuggestions = false
        @Flag(help: "Leave every doubtful cell empty.") var leaveOpen = false
        @Option(help: "The plan's title; the document's own when left out.") var title: String?
        @Option(help: "The plan's reference; made from its title when left out.") var reference: Reference?
        @Option(help: "What the plan answers: \(Plan.Kind.allCases.map(\.rawValue).joined(separator: ", ")).") var kind: Plan.Kind?
        @Option(help: "What its findings are: \(Finding.Kind.allCases.map(\.rawValue).joined(separator: ", ")).") var findings: Finding.Kind?
        @Option(help: "The plan's first day.") var from: Day?
        @Option(help: "The plan's last day.") var through: Day?
        @Option(help: "The day the document speaks of; today when left out.") var asOf: Day?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let reading = try document.reading()
            var draft = try planDraft(from: reading)
            if acceptSuggestions { draft = try planDraftAcceptingSuggestions(from: reading) }
            if !draft.queries.isEmpty, !acceptSuggestions, !leaveOpen {
                throw Refusal.invalid("queries-open", """
                    \(document.name) has \(counted(draft.queries.count, "query", "queries")), and nothing was saved. \
                    \(draft.queries.map { "\($0.location): \($0.sentence)" }.joined(separator: " ")) \
                    Import it on a page to answer each, or say --accept-suggestions or --leave-open.
                    """)
            }
            let (desk, actor) = try await operating.begin()
            var takeover = Plans.Takeover(proposedFor: draft, fileName: document.name, today: desk.clock.today)
            takeover.title = title ?? takeover.title
            takeover.reference = reference
            takeover.kind = kind ?? takeover.kind
            takeover.findings = findings ?? takeover.findings
            takeover.from = from ?? takeover.from
            takeover.through = through ?? takeover.through
            takeover.asOf = asOf ?? takeover.asOf
            let view = try await desk.write(by: actor, because: "Imported from \(document.name)") { [draft, takeover] work in
                let plan = try Plans().takeOver(draft, as: takeover, work)
                return PlanView(try work.session.facts(of: plan), on: work.today)
            }
            try output.show(PlanPayload(view), "\(view.facts.plan.title) is kept as \(view.facts.plan.reference): \(counted(view.findings.count, "finding")), \(counted(view.actions.count, "action")).\n\(PlanInWords(view: view).text)")
        }
    }
}

extension Plan.Kind: ExpressibleByArgument {}
extension Finding.Kind: ExpressibleByArgument {}

/// A draft as plain text, for a terminal.
struct DraftInWords {
    let draft: PlanDraft

    var text: String {
        var lines = [draft.title ?? "No title found"]
        for finding in draft.findings {
            lines += ["", "\(finding.reference)  \(finding.text)"]
            for action in finding.actions {
                lines.append("  \(action.reference)  \(action.text)")
                lines.append("       \(action.owners.isEmpty ? "nobody named" : listed(action.owners)); due \(action.due.map(\.description) ?? "not read: “\(action.dueWritten)”")\(action.statedStatus.map { "; status \($0)" } ?? "")")
            }
        }
        if !draft.queries.isEmpty { lines += ["", "To answer:"] }
        for query in draft.queries {
            lines.append("  \(query.location): \(query.sentence)\(query.suggestion.map { " Suggestion: \($0)." } ?? "")")
        }
        if !draft.notes.isEmpty { lines += ["", "Notes:"] + draft.notes.map { "  \($0)" } }
        return lines.joined(separator: "\n")
    }
}
