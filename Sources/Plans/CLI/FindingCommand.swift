public import ArgumentParser
import Kernel
import People
import Storage

/// `muster plan finding …`: what somebody said must improve.
struct FindingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finding", abstract: "Add, edit, move, withdraw and restore findings.",
        subcommands: [Add.self, Edit.self, Move.self, Withdraw.self, Restore.self, Close.self, Reopen.self])

    /// What the form of a finding asks for.
    struct Entries: ParsableArguments, Sendable {
        @Option(help: "The finding, in a line.") var text: String?
        @Option(help: "Its full wording, where that is longer.") var fullText: String?
        @Option(help: "What it is: \(Finding.Kind.allCases.map(\.rawValue).joined(separator: ", ")).", completion: .codes(Finding.Kind.self)) var kind: String?
        @Option(help: "The day from which it belongs to the plan; today when left out.") var since: String?
        @Option(help: "Its reference; the next number when left out.") var reference: String?

        func read(over held: [String: [String]] = [:]) throws -> NewFinding {
            var fields = Fields(["text": text, "full-text": fullText, "kind": kind, "since": since, "reference": reference], over: held)
            let new = NewFinding(reading: &fields)
            try fields.finish()
            return new
        }
    }

    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Add a finding to a plan.",
            examples: "muster plan finding add peer-review-response --text 'Cover at night is not shown' --kind area-for-improvement")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var entries: Entries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Finding?> {
            let plan = try plan.plan(work.session)
            let finding = try Plans().add(entries.read(), to: plan, work)
            return try work.answer(finding, of: plan, "Finding \(finding.reference) was added.")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change a finding; what is left out stays.", examples: "muster plan finding edit peer-review-response 2 --text 'Cover by night'")
        @OptionGroup var finding: FindingArguments
        @OptionGroup var entries: Entries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Finding?> {
            let (plan, finding) = try finding.find(work.session)
            let changed = try Plans().edit(finding, of: plan, entries.read(over: finding.entries), work)
            return try work.answer(changed, of: plan, "Finding \(changed.reference) was saved.")
        }
    }

    struct Move: WritingCommand {
        static let configuration = CommandConfiguration(
            "move", "Move a finding one place up or down.", examples: "muster plan finding move peer-review-response 2 up")
        @OptionGroup var finding: FindingArguments
        @Argument(help: "up or down.") var step: Plans.Step
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<PlanPayload.Finding?> {
            let (plan, finding) = try finding.find(work.session)
            try Plans().move(finding, step, in: plan, work)
            return try work.answer(finding, of: plan, "The order was changed.")
        }
    }
}

extension Plans.Step: ExpressibleByArgument {}

extension Work {
    /// A finding as its plan now tells it, from the day on which it belongs to the plan.
    func answer(_ finding: Finding, of plan: Plan, _ words: String) throws -> Answer<PlanPayload.Finding?> {
        let payload = PlanPayload(try view(of: plan, on: finding.since))
        return Answer(payload.findings.first { $0.reference == finding.reference.text }, words)
    }

    /// An action as its plan now tells it, from the day on which it belongs to the plan.
    func answer(_ action: Action, of plan: Plan, _ words: String) throws -> Answer<PlanPayload.Action?> {
        let view = try view(of: plan, on: action.since)
        let item = view.action(action.id)
        let payload = PlanPayload(view).findings.flatMap(\.actions).first { $0.reference == action.reference.text }
        return Answer(payload, ([words] + (item.map { PlanInWords.lines($0, view.facts) } ?? [])).joined(separator: "\n"))
    }
}
