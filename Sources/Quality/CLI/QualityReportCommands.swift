import ArgumentParser
import Documents
import Kernel
import People
import Storage

extension QualityCommand {
    struct Trend: ReadingCommand {
        static let configuration = CommandConfiguration(
            "trend", "Show what checks of work done in a period show together.", examples: "muster quality trend --from 2025-04-01 --through 2026-03-31", "muster quality trend --criterion letter-sent --json")
        @Option(help: "Work done from this day; a year before the last when left out.") var from: String?
        @Option(help: "The last day of the work; today when left out.") var through: String?
        @Option(help: "The code of the criterion that officers and offices are compared by.") var criterion: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<QualityTrendPayload> {
            try QualityPolicy.readsTrends.check(reader.actor)
            let day = day.on ?? reader.today
            let filter = try TrendFilter(from: from, through: through, criterion: criterion, on: day)
            let facts = try session.qualityReportFacts(on: day)
            let trend = facts.trend(filter.period, by: filter.criterion)
            return Answer(QualityTrendPayload(facts, trend), lines(facts, trend))
        }

        private func lines(_ facts: QualityReportFacts, _ trend: QualityTrend) -> String {
            func row(_ name: String, _ counts: AnswerCounts, _ standing: String) -> [String] {
                [name, "\(counts.cases)", "\(counts.faults)", counts.share.map { percent($0) } ?? "unknown", standing]
            }
            let head = "\(counted(trend.checks.count, "check").capitalisedFirst) of work done from \(trend.period.from) to \(trend.period.through)."
            let out = trend.standouts.map { "  \(facts.names[$0.party] ?? "Somebody"), \($0.criterion): \($0.counts.faults) of \($0.counts.cases); \(percent($0.share)) of all. \($0.standing.words)." }
            return ([
                head, out.isEmpty ? "Nobody lies beyond what chance allows." : "What stands out", out.joined(separator: "\n"),
                Output.table(["Criterion", "Cases", "Did not pass", "Share", ""], trend.criteria.map { row($0.code, $0.counts, "") }, empty: "No criterion was answered."),
                Output.table(["Officer", "Cases", "Did not pass", "Share", "Standing"], trend.officers.map { row(facts.names[$0.party] ?? "", $0.counts, $0.standing.words) }, empty: "Nobody’s work was checked."),
                Output.table(["Office", "Cases", "Did not pass", "Share", "Standing"], trend.offices.map { row(facts.names[$0.party] ?? "", $0.counts, $0.standing.words) }, empty: "No office is known."),
            ]).filter { !$0.isEmpty }.joined(separator: "\n\n")
        }
    }

    /// `muster quality report …`: what checks found, what was done and whether it worked.
    struct Report: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "report", abstract: "Write, sign and take away reports of quality.",
            groupedSubcommands: [CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Save.self]), CommandGroup(name: "Writing", subcommands: [Comment.self, Sign.self])])
    }
}

/// The report of a period, named at the command line.
struct QualityReportArgument: ParsableArguments, Sendable {
    @Argument(help: "The period: 2025-26-q4 or 2025-26.") var period: String

    /// - Throws: `report-not-found`
    var asked: ReportingPeriod { get throws { try ReportingPeriod(qualityReport: period.lowercased().contains("q") ? "quarter" : "year", period) } }
}

extension QualityReportView {
    /// The report in lines.
    fileprivate func inLines(on day: Day) -> String {
        let head = ["Quality report, \(period.words): " + (signedOn.map { "signed on \($0)" } ?? (report == nil ? "not begun" : "a draft"))] + [report?.commentary].compactMap(\.self)
        let sections = QualityReportLine.Section.allCases.flatMap { section in
            [section.words] + lines.filter { $0.section == section }.map { "  \($0.title): \($0.written)" }
        }
        let moves = moved.map { "  \(($0.signed ?? $0.now)?.title ?? ""): signed as \($0.signed?.written ?? "nothing"), now \($0.now?.written ?? "nothing")" }
        let obstacles = signedOn == nil ? obstacles(on: day).map { "  \($0)" } : []
        return (head + sections + (moves.isEmpty ? [] : ["Moved since it was signed"] + moves) + (obstacles.isEmpty ? [] : ["Before it can be signed"] + obstacles)).joined(separator: "\n")
    }
}

extension QualityCommand.Report {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration("list", "List the reports that were written, the latest period first.", examples: "muster quality report list --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[QualityReportEntry]> {
            try QualityPolicy.readsTrends.check(reader.actor)
            let day = day.on ?? reader.today
            let reports = try session.qualityReports(on: day).map { QualityReportEntry($0, on: day) }
            return Answer(reports, Output.table(
                ["Period", "", "Begun", "Signed"], reports.map { [$0.period, $0.name, $0.since.iso, $0.signed?.iso ?? ""] },
                empty: "No report was written. Begin one with: muster quality report comment 2025-26-q4 --words WORDS"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration("show", "Show the report of a period: as it stands, or as it was signed.", examples: "muster quality report show 2025-26-q4", "muster quality report show 2025-26 --json")
        @OptionGroup var report: QualityReportArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<QualityReportPayload> {
            try QualityPolicy.readsTrends.check(reader.actor)
            let day = day.on ?? reader.today
            let view = try session.qualityReportView(report.asked, on: day)
            return Answer(QualityReportPayload(view, on: day), view.inLines(on: day))
        }
    }

    struct Save: AsyncParsableCommand {
        static let configuration = CommandConfiguration("save", "Write the report of a period as a file.", examples: "muster quality report save 2025-26-q4 --format docx --output quality.docx")
        @OptionGroup var report: QualityReportArgument
        @Option(help: "As what: \(PaperFormat.allCases.map(\.rawValue).joined(separator: ", ")).") var format = "pdf"
        @Option(help: "The file to write. Named for the report, here, when left out.", completion: .file()) var output: String?
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        struct Written: Encodable { let file: String }

        func run() async throws {
            let (desk, actor) = try await reading.operating.begin(making: false)
            try QualityPolicy.readsTrends.check(actor)
            let (period, format, moment) = (try report.asked, try PaperFormat(named: format), desk.clock.now)
            let day = day.on ?? desk.clock.today
            let (reference, document) = try await desk.read { session in
                let paper = try session.qualityReportPaper(period, on: day, at: moment)
                return (paper.reference, paper.document)
            }
            let path = output ?? format.name(for: reference)
            try FileOnDisk.write(try await format.bytes(of: document), to: path)
            try reading.output.show(Written(file: path), "Wrote \(path).")
        }
    }

    struct Comment: WritingCommand {
        static let configuration = CommandConfiguration("comment", "Write what a report says; the first words begin it.", examples: "muster quality report comment 2025-26-q4 --words 'A quarter in which …'")
        @OptionGroup var report: QualityReportArgument
        @Option(help: "The commentary.") var words: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityReportPayload> {
            let period = try report.asked
            var fields = Fields(["commentary": words])
            let text = fields.text("commentary", "Commentary", atMost: 20_000)
            try fields.finish()
            try QualityCommand.quality.comment(text, on: period, work)
            return Answer(QualityReportPayload(try work.session.qualityReportView(period, on: work.today), on: work.today), "The commentary on \(period.words) was saved.")
        }
    }

    struct Sign: WritingCommand {
        static let configuration = CommandConfiguration("sign", "Sign a report: from then on it keeps what it says.", examples: "muster quality report sign 2025-26-q4 --because 'Agreed by the board'")
        @OptionGroup var report: QualityReportArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<QualityReportPayload> {
            let period = try report.asked
            try QualityCommand.quality.sign(period, work)
            return Answer(QualityReportPayload(try work.session.qualityReportView(period, on: work.today), on: work.today), "The report of \(period.words) is signed.")
        }
    }
}
