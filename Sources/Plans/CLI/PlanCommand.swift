public import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

/// `muster plan …`: plans from the command line.
public struct PlanCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Read a plan from a document, keep it, and see how it stands.",
        subcommands: [Preview.self, Import.self, List.self, Show.self])

    public init() {}

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the plans and how each stands.")
        @Option(help: "The day to show, as 2026-03-31; today when left out.") var on: Day?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            try PlanPolicy.reads.check(actor)
            let day = on ?? desk.clock.today
            let views = try await desk.read { session in try session.allFacts().map { PlanView($0, on: day) } }
            try output.show(views.map(PlanLine.init), Output.table(
                ["Reference", "Title", "Ends", "Blue", "Green", "Amber", "Red", "Grey"],
                views.map { view in
                    [view.facts.plan.reference.text, view.facts.plan.title, view.facts.plan.period.through.iso]
                        + [Colour.blue, .green, .amber, .red, .grey].map { String(view.counts[$0] ?? 0) }
                },
                empty: "There is no plan yet. Make one of a document with: muster plan import FILE"))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a plan on a day: its findings, actions and standing.")
        @Argument(help: "The plan's reference.") var reference: String
        @Option(help: "The day to show, as 2026-03-31; today when left out.") var on: Day?
        @OptionGroup var operating: OperatorOptions
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin()
            try PlanPolicy.reads.check(actor)
            let day = on ?? desk.clock.today
            let view = try await desk.read { [reference] session in
                PlanView(try session.facts(of: try session.plan(reference)), on: day)
            }
            try output.show(PlanPayload(view), PlanInWords(view: view).text)
        }
    }
}

/// A plan as plain text, for a terminal.
struct PlanInWords {
    let view: PlanView

    var text: String {
        let plan = view.facts.plan
        var lines = [
            plan.title, "\(plan.kind.words), \(plan.period.from) to \(plan.period.through), \(view.timeLeft). As on \(view.day).",
            Colour.allCases.compactMap { colour in view.counts[colour].map { "\($0) \(colour.words.lowercased())" } }.joined(separator: ", "),
        ]
        for item in view.findings {
            lines += ["", "\(item.finding.reference)  \(item.finding.text)"]
            for item in item.actions {
                let owners = item.action.owners.map(view.facts.name)
                lines.append("  \(item.action.reference)  \(item.action.text)")
                lines.append("       \(owners.isEmpty ? "nobody named" : listed(owners)); due \(item.action.due.map(\.description) ?? item.action.dueWritten ?? "no day agreed")")
                lines.append("       \(item.standing.sentence)")
            }
        }
        return lines.joined(separator: "\n")
    }
}
