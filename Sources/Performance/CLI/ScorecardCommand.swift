public import ArgumentParser
import Documents
import Kernel
import People
import Storage

/// `muster scorecard …`: how the service stands by its measures.
public struct ScorecardCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "scorecard", abstract: "Show how the service stands by its measures in a month, a quarter or a year.", subcommands: [Show.self, Export.self], defaultSubcommand: Show.self)

    public init() {}
}

extension Frequency: ExpressibleByArgument {}

/// Which period a command speaks of.
struct PeriodChoice: ParsableArguments, Sendable {
    @Option(help: "month, quarter or year.", completion: .codes(Frequency.self)) var by: Frequency = .month
    @Option(help: "2026-03, 2025-26-q4 or 2025-26; the last that is over when left out.") var period: String?

    func period(on day: Day) throws -> ReportingPeriod { try ReportingPeriod(asked: period, by: by, on: day) }
}

extension ScorecardCommand {
    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show each measure of a period against its target.", examples: "muster scorecard show", "muster scorecard show --by quarter --period 2025-26-q4 --json")
        @OptionGroup var choice: PeriodChoice
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<ScorecardPayload> {
            try PerformancePolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let card = try PerformanceSurroundings.given.scorecard(choice.period(on: day), on: day, session)
            let table = Output.table(["Measure", "Title", "Figure", "Target", "Standing", "Since the year before", "Chart"], card.lines.map { line in
                [
                    line.measure.reference.text, line.measure.title, line.judged.figure.words(line.measure), line.judged.target.map { line.measure.written($0) } ?? "", line.judged.standing.words,
                    line.sinceYearBefore.words, line.chart.isTooRare ? "too rare for limits" : line.chart.points.last?.signal?.words ?? "",
                ]
            }, empty: "Nothing is measured \(card.period.frequency.adverb.lowercased()) yet.")
            return Answer(ScorecardPayload(card, card.lines), "\(card.words)\n\(table)")
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the scorecard of a period away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster scorecard export --by year --output scorecard.xlsx", "muster scorecard export > scorecard.csv")
        @OptionGroup var choice: PeriodChoice
        @OptionGroup var table: TableOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try PerformancePolicy.reads.check(actor)
            let (day, performance) = (day.on ?? desk.clock.today, PerformanceSurroundings.given)
            let period = try choice.period(on: day)
            let export = try await desk.read { session in
                let card = try performance.scorecard(period, on: day, session)
                return ScorecardExport(card: card, lines: card.lines)
            }
            try table.write { try export.bytes(as: $0) }
        }
    }
}
