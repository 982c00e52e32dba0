public import ArgumentParser
import Documents
import Kernel
import People
import Storage

/// `muster performance-report …`: reports of a month, a quarter or a year.
public struct PerformanceReportCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "performance-report", abstract: "Write, sign and take away reports of performance.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Save.self]), CommandGroup(name: "Writing", subcommands: [Comment.self, Explain.self, Sign.self]),
        ])

    public init() {}
}

/// The report of a period, named at the command line.
struct ReportArgument: ParsableArguments, Sendable {
    @Argument(help: "The period: 2026-03, 2025-26-q4 or 2025-26.") var period: String
    @Option(help: "month, quarter or year.", completion: .codes(Frequency.self)) var by: Frequency = .month

    var asked: ReportingPeriod { get throws { try ReportingPeriod(asked: period, by: by, on: Day(number: 0)) } }
    func view(on day: Day, _ session: Session) throws -> ReportView { try PerformanceSurroundings.given.reportView(asked, on: day, session) }
}

extension ReportView {
    /// The report in lines.
    fileprivate var inLines: String {
        let head = ["Performance report, \(period.words): " + (signedOn.map { "signed on \($0)" } ?? (report == nil ? "not begun" : "a draft")), opening] + (report?.commentary.map { [$0] } ?? [])
        let figures = lines.map { line in
            let told = told(line)
            return "  \(line.measure.reference) \(line.measure.title): \(told.written), \(told.standing.words.lowercased())\(stale(line).map { "; \($0)" } ?? "")" + (exceptions[line.measure.id].map { ". \($0.words)" } ?? "")
        }
        let moves = moved.map { "  \($0.line.measure.reference): signed as \($0.signed.written), now \($0.line.judged.figure.words($0.line.measure))" }
        return (head + figures + (moves.isEmpty ? [] : ["Moved since it was signed"] + moves) + (obstacles.isEmpty ? [] : ["Before it can be signed"] + obstacles.map { "  \($0)" })).joined(separator: "\n")
    }
}

extension PerformanceReportCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration("list", "List the reports that were written, the latest period first.", examples: "muster performance-report list --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ReportLine]> {
            try PerformancePolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let reports = try session.performanceReports(on: day).map { ReportLine($0, on: day) }
            return Answer(reports, Output.table(
                ["Period", "", "Begun", "Signed"], reports.map { [$0.period, $0.name, $0.since.iso, $0.signed?.iso ?? ""] },
                empty: "No report was written. Begin one with: muster performance-report comment 2026-03 --words WORDS"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show the report of a period: as it stands, or as it was signed.", examples: "muster performance-report show 2026-03", "muster performance-report show 2025-26-q4 --by quarter --json")
        @OptionGroup var report: ReportArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<ReportPayload> {
            try PerformancePolicy.reads.check(reader.actor)
            let view = try report.view(on: day.on ?? reader.today, session)
            return Answer(ReportPayload(view), view.inLines)
        }
    }

    struct Save: AsyncParsableCommand {
        static let configuration = CommandConfiguration("save", "Write the report of a period as a file.", examples: "muster performance-report save 2026-03 --format docx --output march.docx")
        @OptionGroup var report: ReportArgument
        @Option(help: "As what: \(PaperFormat.allCases.map(\.rawValue).joined(separator: ", ")).") var format = "pdf"
        @Option(help: "The file to write. Named for the report, here, when left out.", completion: .file()) var output: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        struct Written: Encodable { let file: String }

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try PerformancePolicy.reads.check(actor)
            let (period, format, moment, performance) = (try report.asked, try PaperFormat(named: format), desk.clock.now, PerformanceSurroundings.given)
            let day = day.on ?? desk.clock.today
            let (reference, document) = try await desk.read { session in
                let paper = try performance.paper(period, on: day, at: moment, session)
                return (paper.reference, paper.document)
            }
            let path = output ?? format.name(for: reference)
            try FileOnDisk.write(try await format.bytes(of: document), to: path)
            try reading.output.show(Written(file: path), "Wrote \(path).")
        }
    }

    struct Comment: WritingCommand {
        static let configuration = CommandConfiguration(
            "comment", "Write what a report says; the first words begin it.", "Without --words it says what the figures give.", examples: "muster performance-report comment 2026-03 --words 'A month of …'")
        @OptionGroup var report: ReportArgument
        @Option(help: "The commentary.") var words: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReportPayload> {
            let period = try report.asked
            let opening = try report.view(on: work.today, work.session).opening
            var fields = Fields(["commentary": words], over: ["commentary": [opening]])
            let text = fields.text("commentary", "Commentary", atMost: 20_000)
            try fields.finish()
            try PerformanceSurroundings.given.comment(text, on: period, work)
            return Answer(ReportPayload(try report.view(on: work.today, work.session)), "The commentary on \(period.words) was saved.")
        }
    }

    struct Explain: WritingCommand {
        static let configuration = CommandConfiguration(
            "explain", "Say why a measure missed its target, and what is done about it.", examples: "muster performance-report explain 2026-03 PM-01 --words 'Two officers were away; relief from April.'")
        @OptionGroup var report: ReportArgument
        @Argument(help: "The measure’s reference.", completion: .measures) var measure: String
        @Option(help: "Why, and what is done.") var words: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReportPayload> {
            var fields = Fields(["words": words])
            let text = fields.text("words", "Why, and what is done", atMost: 4000)
            try fields.finish()
            let held = try work.session.measure(measure)
            try PerformanceSurroundings.given.explain(held, in: report.asked, text, work)
            return Answer(ReportPayload(try report.view(on: work.today, work.session)), "\(held.reference) is explained.")
        }
    }

    struct Sign: WritingCommand {
        static let configuration = CommandConfiguration("sign", "Sign a report: from then on it keeps its numbers.", examples: "muster performance-report sign 2026-03 --because 'Agreed by the board'")
        @OptionGroup var report: ReportArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ReportPayload> {
            let period = try report.asked
            try PerformanceSurroundings.given.sign(period, work)
            return Answer(ReportPayload(try report.view(on: work.today, work.session)), "The report of \(period.words) is signed.")
        }
    }
}
