import ArgumentParser
import Kernel
import People
import Storage

extension PlanCommand {
    struct Gate: ReadingCommand {
        static let configuration = CommandConfiguration(
            "gate", "List what stands in the way of closing a plan on a day.",
            examples: "muster plan gate peer-review-response", "muster plan gate peer-review-response --on 2026-03-31 --json")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<GatePayload> {
            try PlanPolicy.reads.check(reader.actor)
            let view = PlanView(try session.facts(of: plan.plan(session)), on: day.on ?? reader.today)
            let gate = ClosingGate(view)
            let kinds = ClosingGate.Kind.allCases.filter { gate.count($0) > 0 }
            let lines = kinds.flatMap { kind in
                ["", "\(kind.words) (\(gate.count(kind))). \(kind.remedy)"] + gate.obstacles.filter { $0.kind == kind }.map { "  \($0.sentence)" }
            }
            let first = gate.obstacles.isEmpty
                ? "Nothing stands in the way of closing \(gate.plan.title) on \(gate.day)."
                : "What stands in the way of closing \(gate.plan.title) on \(gate.day):"
            return Answer(GatePayload(gate, view.facts), ([first] + lines).joined(separator: "\n"))
        }
    }
}

/// `muster plan closure …`: proposing to close a plan, deciding it, reopening, and the report.
struct ClosureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "closure", abstract: "Propose to close a plan, decide it, reopen it, and show the report.",
        subcommands: [Report.self, Propose.self, Agree.self, Decline.self, TakeBack.self, Look.self, Reopen.self])

    struct Propose: WritingCommand {
        static let configuration = CommandConfiguration(
            "propose", "Propose to close a plan, with a decision for each open thing.",
            "An item is the action's reference and what becomes of it (\(ClosureItem.Kind.allCases.map(\.rawValue).joined(separator: ", "))), then because=, and for what is carried forward onto=, due= and perhaps finding= and owner=, all parted by semicolons. A finding is its reference and what is said of it by itself: residual-risk=, onward-owner= and review-on=.",
            examples: "muster plan closure propose inspection-response --words 'All but one is verified' --residual-risk 'Low' --onward-owner 'GM Halloran' --review-on 2027-03-31 --item '1.2; carried-forward; onto=peer-review-response; due=2026-12-18; because=The supplier is late'",
            "muster plan closure propose inspection-response --words 'All is verified' --residual-risk 'Low' --onward-owner 'GM Halloran' --review-on 2027-03-31 --finding '1; residual-risk=Records grow old; review-on=2026-12-18'")
        @OptionGroup var plan: PlanArgument
        @Option(help: "Why it can be closed.") var words: String?
        @Option(help: "What may still go wrong.") var residualRisk: String?
        @Option(help: "The person, post or team that looks after it from then on.", completion: .parties) var onwardOwner: String?
        @Option(help: "The day on which they look at it again: YYYY-MM-DD.") var reviewOn: String?
        @Option(help: "The board's decision: decision/12.") var decision: String?
        @Option(help: "What becomes of an action that is open. May be given again.") var item: [String] = []
        @Option(help: "What is said of a finding by itself. May be given again.") var finding: [String] = []
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ClosurePayload> {
            let plan = try plan.plan(work.session)
            let (entries, references) = items
            let (said, findings) = read(finding)
            var fields = Fields([
                "words": words, "residual-risk": residualRisk, "onward-owner": onwardOwner, "review-on": reviewOn, "decision": decision,
            ], over: entries.merging(said) { first, _ in first })
            let new = NewPlanClosure(reading: &fields, about: references, findings: findings)
            try fields.finish()
            let closure = try Plans().proposeClosure(of: plan, new, naming: Operating.naming, work)
            return Answer(try ClosurePayload(closure, of: plan, work.session), "It is proposed to close \(plan.title). An approver decides.")
        }

        /// The fields of each item under the names that the form has. What becomes of it may stand without its name.
        private var items: (entries: [String: [String]], references: [String]) {
            read(item.map { item in
                let parts = item.split(separator: ";").map { String($0.trimmed) }
                return parts.enumerated().map { $0 == 1 && !$1.contains("=") ? "kind=\($1)" : $1 }.joined(separator: ";")
            })
        }

        /// The fields of things that are written as a reference and `name=value` after it, parted by semicolons.
        private func read(_ written: [String]) -> (entries: [String: [String]], references: [String]) {
            var entries: [String: [String]] = [:]
            var references: [String] = []
            for one in written {
                let parts = one.split(separator: ";").map { String($0.trimmed) }
                guard let reference = parts.first else { continue }
                references.append(reference)
                for part in parts.dropFirst() {
                    let pair = part.split(separator: "=", maxSplits: 1).map { String($0.trimmed) }
                    if pair.count == 2 { entries["\(pair[0])-\(reference)"] = [pair[1]] }
                }
            }
            return (entries, references)
        }
    }

    struct Agree: WritingCommand {
        static let configuration = CommandConfiguration(
            "agree", "Close a plan as it is proposed.", examples: "muster plan closure agree inspection-response --as s.marchetti@northshire.example")
        @OptionGroup var plan: PlanArgument
        @Option(help: "What you answer.") var answer: String?
        @Option(help: "The board's decision, where it was made since: decision/12.") var decision: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ClosurePayload> {
            var fields = Fields(["decision": decision])
            let decision = fields.decision()
            try fields.finish()
            return try plan.onClosure("The plan is closed.", work) {
                try Plans().decide($0, of: $1, agreed: true, saying: answer, decision: decision, naming: Operating.naming, work)
            }
        }
    }

    struct Decline: WritingCommand {
        static let configuration = CommandConfiguration(
            "decline", "Decline to close a plan.", examples: "muster plan closure decline inspection-response --answer 'Verify 1.2 first' --as s.marchetti@northshire.example")
        @OptionGroup var plan: PlanArgument
        @Option(help: "What you answer.") var answer: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ClosurePayload> {
            try plan.onClosure("The closure was declined.", work) { try Plans().decide($0, of: $1, agreed: false, saying: answer, work) }
        }
    }

    struct TakeBack: WritingCommand {
        static let configuration = CommandConfiguration(
            "take-back", "Take back that it was proposed to close a plan.", examples: "muster plan closure take-back inspection-response")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ClosurePayload> {
            try plan.onClosure("The proposal was taken back.", work) { try Plans().takeBack($0, of: $1, work) }
        }
    }

    struct Look: WritingCommand {
        static let configuration = CommandConfiguration(
            "look", "Record that what a closed plan left behind was looked at again.",
            examples: "muster plan closure look inspection-response --finding 1 --words 'The measure holds again' --next 2027-06-30")
        @OptionGroup var plan: PlanArgument
        @Option(help: "The finding that was looked at; all that has no review day of its own when left out.") var finding: String?
        @Option(help: "What was found.") var words: String?
        @Option(name: .customLong("on"), help: "The day it was looked at; today when left out.") var looked: String?
        @Option(help: "The day on which it is looked at next; none when left out.") var next: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ClosurePayload> {
            let plan = try plan.plan(work.session)
            var fields = Fields(["finding": finding, "words": words, "on": looked, "review-on": next])
            let new = NewClosureLook(reading: &fields, today: work.today)
            try fields.finish()
            let look = try Plans().lookAgain(at: plan, new, work)
            let closure = try work.session.first(PlanClosure.self, "WHERE id = \(look.closure)", or: Refusal.notClosed(plan))
            return Answer(try ClosurePayload(closure, of: plan, work.session), "It was recorded. \(look.reviewOn.map { "It is looked at next on \($0)." } ?? "It need not be looked at again.")")
        }
    }

    struct Reopen: WritingCommand {
        static let configuration = CommandConfiguration(
            "reopen", "Reopen a closed plan, for a reason.", examples: "muster plan closure reopen inspection-response --because 'The figure has fallen'")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ClosurePayload> {
            let plan = try plan.plan(work.session)
            let closure = try Plans().reopen(plan, because: writing.why("it is open again"), work)
            return Answer(try ClosurePayload(closure, of: plan, work.session), "\(plan.title) is open again.")
        }
    }
}

extension PlanArgument {
    fileprivate func onClosure(
        _ words: String, _ work: Work, _ deed: (PlanClosure, Plan) throws -> PlanClosure
    ) throws -> Answer<ClosurePayload> {
        let plan = try plan(work.session)
        let closure = try deed(work.session.waitingClosure(of: plan), plan)
        return Answer(try ClosurePayload(closure, of: plan, work.session), words)
    }
}
