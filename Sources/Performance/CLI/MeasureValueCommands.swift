public import ArgumentParser
import Documents
import Kernel
import People
import Storage

extension MeasureCommand {
    struct Record: WritingCommand {
        static let configuration = CommandConfiguration(
            "record", "Record what was measured in a period, or revise it.", examples: "muster measure record PM-01 2026-03 --value 37 --of 40 --provisional", "muster measure record PM-02 2026-03 --value 12 --note 'Two were late'")
        @OptionGroup var measure: MeasureArgument
        @Argument(help: "The period: 2026-03, 2025-26-q4 or 2025-26.") var period: String
        @Option(help: "The count, the level, or the number above the line.") var value: String
        @Option(help: "Of a rate: the number under the line.") var of: String?
        @Flag(help: "It may still be revised.") var provisional = false
        @Option(help: "Where it comes from, or why it is revised.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<ValuePayload> {
            let held = try measure.find(work.session)
            var fields = Fields(["period": period, "numerator": value, "denominator": of, "standing": provisional ? "provisional" : "final", "note": note])
            let new = NewMeasureValue(reading: &fields, of: held)
            try fields.finish()
            let recorded = try PerformanceSurroundings.given.record(new, of: held, work)
            return Answer(ValuePayload(recorded, of: held, counts: true), "\(held.reference), \(ReportingPeriod(held.frequency, of: recorded.from).words): \(recorded.words(held)).")
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "import", "Take values from a file: record what is new, revise what differs.",
            "A CSV file or an Excel workbook with the columns measure, period and value; for rates numerator and denominator; and, if there are any, status and note. Where a row is wrong nothing is taken.",
            examples: "muster measure import values.csv --dry-run", "muster measure import march.csv --measure PM-01 --because 'Return of March'")
        @Argument(help: "The file.", completion: .file(extensions: ["csv", "xlsx", "txt"])) var file: String
        @Option(help: "The measure, where the file names none.", completion: .measures) var measure: String?
        @Flag(help: "Tell what would be done, and save nothing.") var dryRun = false
        @OptionGroup var writing: WritingOptions

        func run() async throws {
            let rows = try ValueFile.rows(FileBytes(path: file))
            let (desk, actor) = try await writing.operating.begin(making: !dryRun)
            try PerformancePolicy.reads.check(actor)
            let (performance, only, dryRun, today) = (PerformanceSurroundings.given, measure, dryRun, desk.clock.today)
            @Sendable func preview(_ session: Session) throws -> ValuePreview {
                ValuePreview(rows, try performance.facts(of: session.measures(), on: today, session), only: try only.map { try session.measure($0) }, today: today)
            }
            let (seen, taken) = try await dryRun
                ? desk.read { session in (try preview(session), 0) }
                : desk.write(by: actor, because: writing.because) { work in
                    let seen = try preview(work.session)
                    return (seen, try performance.take(seen, work))
                }
            let payload = PreviewPayload(seen, taken: taken)
            let lines = Output.table(["Row", "Measure", "Period", "What it is"], payload.rows.map { ["\($0.row)", $0.measure, $0.period ?? "", $0.words] }, empty: "There is no row below the headings.")
            try writing.output.show(payload, dryRun ? lines : "\(counted(taken, "value was", "values were").capitalisedFirst) recorded.")
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the values of a measure away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster measure export PM-01 --output audits.xlsx", "muster measure export PM-01 > audits.csv")
        @OptionGroup var measure: MeasureArgument
        @OptionGroup var table: TableOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try PerformancePolicy.reads.check(actor)
            let (day, performance, reference) = (day.on ?? desk.clock.today, PerformanceSurroundings.given, measure.measure)
            let export = try await desk.read { session in ValueExport(view: try performance.view(reference, on: day, session)) }
            try table.write { try export.bytes(as: $0) }
        }
    }

    struct Chart: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "chart", "Work out the control chart (XmR) of any file of numbers, without a service.",
            "One row a period, in their order and without gaps. Anybody can check by it what a chart of Muster says.",
            examples: "muster measure chart series.csv", "muster measure chart series.csv --value Rate --improvement decrease --target 95 --rebase 2026-02 --json")
        @Argument(help: "A CSV file or an Excel workbook.", completion: .file(extensions: ["csv", "xlsx", "txt"])) var file: String
        @Option(help: "The heading of the numbers; the last column of nothing but numbers when left out.") var value: String?
        @Option(help: "The heading of what each is called.") var label: String?
        @Option(help: "increase, decrease or neutral: which way is better.", completion: .codes(ControlChart.Improvement.self)) var improvement: ControlChart.Improvement = .increase
        @Option(help: "What is to be reached.") var target: Double?
        @Option(help: "Begin limits anew at what is called so. May be given more than once.") var rebase: [String] = []
        @Option(help: "Take limits from the first so many points of each segment.") var baseline: Int?
        @Flag(help: "Let moving ranges count that are far too large.") var unscreened = false
        @OptionGroup var output: OutputOptions

        func run() async throws {
            let series = try SeriesFile(FileBytes(path: file), value: value, label: label)
            let starts = try rebase.map { name in
                guard let place = series.labels.firstIndex(of: name) else { throw Refusal.fields([.init("rebase", "Nothing is called “\(name.prefix(40))” in the file.")]) }
                return place
            }
            let chart = ControlChart(series.values, screened: !unscreened, rebasedAt: Set(starts), improvement: improvement, target: target, baseline: baseline.map { max(1, $0) })
            let payload = ChartPayload(chart, series.labels)
            try output.show(payload, payload.words)
        }
    }
}

extension ControlChart.Improvement: ExpressibleByArgument {}
