public import ArgumentParser
import Documents
import Kernel
import People
import Storage

/// `muster quality …`: checks of finished audits, the samples that they come from, and what is done about what they find.
public struct QualityCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "quality", abstract: "Check finished audits: samples, checks, their form, and what is done about findings.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [Overview.self, List.self, Show.self, History.self, Export.self]),
            CommandGroup(name: "Checks", subcommands: [Open.self, Assign.self, Fill.self, Complete.self, Correct.self, Reply.self, CallOff.self]),
            CommandGroup(name: "Samples", subcommands: [Plans.self, Plan.self, Replan.self, Draw.self, DrawAgain.self, Drop.self]),
            CommandGroup(name: "What is done", subcommands: [Remedials.self, Remedy.self, EditRemedial.self, Finish.self, Look.self, OpenAction.self]),
            CommandGroup(name: "Together", subcommands: [Trend.self, Calibrating.self, Report.self]),
            CommandGroup(name: "The form", subcommands: [Forms.self, Draft.self, EditForm.self, Adopt.self]),
        ])

    public init() {}

    static var quality: Quality { Quality(neighbours: QualitySurroundings.given) }

    /// - Throws: `fields-need-attention`
    static func reason(_ writing: WritingOptions) throws -> String {
        guard let because = writing.because, !because.isEmpty else { throw Refusal.fields([.init("because", "Say why, with --because.")]) }
        return because
    }

    static func answer(_ check: QualityCheck, _ sentence: String, _ work: Work) throws -> Answer<QualityCheckPayload> {
        Answer(try QualityCheckPayload(of: check.reference.text, for: work.actor, on: work.today, work.session), sentence)
    }
}

extension QualityCommand {
    struct Overview: ReadingCommand {
        static let configuration = CommandConfiguration(
            "overview", "Show where checks stand: planned against done, by month and by officer, and what lapsed.", examples: "muster quality overview", "muster quality overview --on 2026-03-31 --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<QualityOverviewPayload> {
            try QualityPolicy.readsPlans.check(reader.actor)
            let on = day.on ?? reader.today
            let payload = QualityOverviewPayload(
                try session.allQualityChecks().filter { $0.check.isHere(on: on) }, try session.samplingPlans().filter { $0.plan.isHere(on: on) }, on: on)
            func row(_ line: QualityShareLine) -> [String] {
                let figures = line.figures
                return [line.label, "\(figures.planned)", "\(figures.done)", "\(figures.inTime)", "\(figures.calledOff)", "\(figures.open)", "\(figures.overdue)"]
            }
            let head = ["", "Planned", "Done", "In time", "Called off", "Open", "Overdue"]
            let lapses = payload.lapses.map { "Lapsed: \($0)" }
            return Answer(payload, (lapses + [
                Output.table(head, payload.months.map(row), empty: "No plan drew any check in the last twelve months."), Output.table(head, payload.officers.map(row), empty: ""),
            ].filter { !$0.isEmpty }).joined(separator: "\n"))
        }
    }

    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List the checks that you read, the latest first.", examples: "muster quality list --state overdue", "muster quality list --criterion letter-sent --json")
        @OptionGroup var choice: QualityChoice
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[QualityCheckLine]> {
            let on = day.on ?? reader.today
            let lines = try choice.shown(on: on, by: reader.actor, session).map { QualityCheckLine($0, on: on) }
            return Answer(lines, Output.table(
                ["Reference", "Audit", "Work of", "Reviewer", "Due", "Standing", "Grade"],
                lines.map { [$0.reference, $0.workReference, $0.auditor, $0.reviewer, $0.due.iso, $0.overdue ? "Overdue" : $0.state.words, $0.grade?.words ?? ""] },
                empty: "There is no such check. Open one with: muster quality open AUDIT --reviewer NAME --due DAY --why WHY"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration("show", "Show a check on a day.", examples: "muster quality show Q-2026-0001", "muster quality show Q-2026-0001 --on 2026-03-31 --json")
        @OptionGroup var own: QualityArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<QualityCheckPayload> {
            let payload = try QualityCheckPayload(of: own.reference, for: reader.actor, on: day.on ?? reader.today, session)
            return Answer(payload, payload.inWords)
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration("history", "Show every change to a check, newest first.", examples: "muster quality history Q-2026-0001 --last 20")
        @OptionGroup var own: QualityArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            let changes = try newest.changes(within: session.qualityHistory(own.reference, readBy: reader.actor, on: reader.today).check.subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the list of checks away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster quality export --state completed --output checks.xlsx", "muster quality export > checks.csv")
        @OptionGroup var choice: QualityChoice
        @OptionGroup var table: TableOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            let (day, choice) = (day.on ?? desk.clock.today, choice)
            let export = try await desk.read { QualityExport(checks: try choice.shown(on: day, by: actor, $0), day: day) }
            try table.write { try export.bytes(as: $0) }
        }
    }
}
