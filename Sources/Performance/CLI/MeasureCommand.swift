public import ArgumentParser
import Kernel
import People
import Storage

/// `muster measure …`: what the service measures itself by.
public struct MeasureCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Keep what the service measures itself by: definitions, values, targets and control charts.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [List.self, Show.self, Values.self, Signals.self, Figures.self, History.self, Export.self]),
            CommandGroup(name: "Values", subcommands: [Record.self, Import.self]),
            CommandGroup(name: "Keeping", subcommands: [Add.self, Edit.self, End.self, Aim.self, DropTarget.self, Rebase.self, DropRebase.self]),
            CommandGroup(name: "Files", subcommands: [Chart.self]),
        ])

    public init() {}
}

/// A measure named at the command line.
struct MeasureArgument: ParsableArguments, Sendable {
    @Argument(help: "The measure’s reference: PM-01.", completion: .measures) var measure: String

    func find(_ session: Session) throws -> PerformanceMeasure { try session.measure(measure) }
    func view(on day: Day, _ session: Session) throws -> PerformanceView { try PerformanceSurroundings.given.view(measure, on: day, session) }
}

extension CompletionKind {
    static let measures = CompletionKind.kept { session, _ in try session.measures().map(\.reference.text) }
}

extension MeasureCommand {
    struct List: ReadingCommand {
        static let configuration = CommandConfiguration("list", "List all measures, each with its latest figure.", examples: "muster measure list", "muster measure list --on 2026-03-31 --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[MeasurePayload]> {
            try PerformancePolicy.reads.check(reader.actor)
            let day = day.on ?? reader.today
            let views = try PerformanceSurroundings.given.facts(of: session.measures(), on: day, session).map { PerformanceView($0, on: day) }
            return Answer(views.map { MeasurePayload($0) }, Output.table(["Measure", "Title", "Measured", "Owner", "Latest", "Figure", "Standing"], views.map { view in
                let judged = view.latest.map { view.judged($0) }
                return [
                    view.measure.reference.text, view.measure.title, view.measure.frequency.adverb.lowercased(), view.facts.owner ?? "", view.latest?.words ?? "",
                    judged?.figure.words(view.measure) ?? "", view.measure.isMeasured(on: day) ? judged?.standing.words ?? "" : "ended",
                ]
            }, empty: "Nothing is measured yet. Begin with: muster measure add --title TITLE --meaning WORDS"))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration("show", "Show a measure: what it means, its targets and where its chart is rebased.", examples: "muster measure show PM-01", "muster measure show PM-01 --json")
        @OptionGroup var measure: MeasureArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<MeasurePayload> {
            try PerformancePolicy.reads.check(reader.actor)
            let view = try measure.view(on: day.on ?? reader.today, session)
            let measure = view.measure
            let targets = view.targets.map { "  \($0.id) from \(ReportingPeriod(measure.frequency, of: $0.from).words): \($0.words(measure))" }
            let rebases = view.rebases.map { "  \($0.id) from \(ReportingPeriod(measure.frequency, of: $0.from).words): \($0.reason)" }
            let latest = view.latest.map { ["\($0.words): \(view.judged($0).figure.words(measure)), \(view.judged($0).standing.words.lowercased())"] } ?? []
            let lines = ["\(measure.reference) \(measure.title)", measure.meaning, "\(measure.kind.words), \(measure.frequency.adverb.lowercased()). \(measure.polarity.words)."]
                + (measure.numerator.map { ["Numerator: \($0)"] } ?? []) + (measure.denominator.map { ["Denominator: \($0)"] } ?? []) + ["Owner: \(view.facts.owner ?? "nobody named")"] + latest
                + (targets.isEmpty ? ["It has no target."] : ["Targets"] + targets) + (rebases.isEmpty ? [] : ["Rebased"] + rebases)
            return Answer(MeasurePayload(view), lines.joined(separator: "\n"))
        }
    }

    struct Values: ReadingCommand {
        static let configuration = CommandConfiguration("values", "List the values of a measure by period, with those that were revised.", examples: "muster measure values PM-01", "muster measure values PM-01 --json")
        @OptionGroup var measure: MeasureArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ValuePayload]> {
            try PerformancePolicy.reads.check(reader.actor)
            let view = try measure.view(on: day.on ?? reader.today, session)
            let values = view.payloads
            return Answer(values, Output.table(["Period", "Value", "Numerator", "Denominator", "Standing", "Recorded", "Note"], values.map { value in
                [
                    value.period, value.value.map { view.measure.written($0) } ?? "nothing to measure", value.numerator.description, value.denominator?.description ?? "",
                    value.counts ? (value.provisional ? "provisional" : "final") : "revised", value.recorded?.iso ?? "", value.note ?? "",
                ]
            }, empty: "No value is recorded. Record one with: muster measure record \(view.measure.reference) PERIOD --value NUMBER"))
        }
    }

    struct Signals: ReadingCommand {
        static let configuration = CommandConfiguration(
            "signals", "Show the control chart of a measure: its limits and what stands out.", examples: "muster measure signals PM-01", "muster measure signals PM-01 --unscreened --json")
        @OptionGroup var measure: MeasureArgument
        @Flag(help: "Let moving ranges count that are far too large.") var unscreened = false
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<ChartPayload> {
            try PerformancePolicy.reads.check(reader.actor)
            let view = try measure.view(on: day.on ?? reader.today, session)
            let payload = ChartPayload(view.chart(screened: !unscreened), view.charted.map(\.code))
            return Answer(payload, payload.words)
        }
    }

    struct History: ReadingCommand {
        static let configuration = CommandConfiguration("history", "Show every change to a measure, its values and targets, newest first.", examples: "muster measure history PM-01 --last 20")
        @OptionGroup var measure: MeasureArgument
        @OptionGroup var newest: LastOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[ChangeLine]> {
            try PerformancePolicy.reads.check(reader.actor)
            let changes = try newest.changes(within: measure.find(session).subject, session)
            return Answer(changes, ChangeLine.table(changes, empty: "") { $0.subject })
        }
    }

    struct Figures: ReadingCommand {
        static let configuration = CommandConfiguration("figures", "List the live figures that a measure can show.", examples: "muster measure figures --json")
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[LiveFigurePayload]> {
            try PerformancePolicy.reads.check(reader.actor)
            let figures = PerformanceSurroundings.given.figures.map(LiveFigurePayload.init)
            return Answer(figures, Output.table(["Figure", "Title", "Kind", "Meaning"], figures.map { [$0.name, $0.title, $0.kind.rawValue, $0.meaning] }, empty: "No figures are offered."))
        }
    }
}

extension ChartPayload {
    /// The limits, and a line for each point.
    var words: String {
        func written(_ number: Double?) -> String { number.map { decimal($0, places: 3) } ?? "" }
        guard !points.isEmpty else { return "There is no figure to draw yet." }
        let limits = segments.map { segment in
            "\(segment.from) to \(segment.through): mean \(written(segment.mean)), limits \(written(segment.lower)) to \(written(segment.upper))\(segment.trial ? " (trial limits: \(segment.points) points)" : "")"
        }
        let table = Output.table(["Period", "Value", "Moving range", "Signal", "Variation"], points.map { point in
            let signal = point.signal.flatMap { kind in point.way.map { ControlSignal(kind, $0).words } } ?? ""
            return [point.name, written(point.value), written(point.movingRange) + (point.screenedOut ? " (left out)" : ""), signal, point.variation.words]
        }, empty: "")
        return (limits + [table] + (assurance.map { ["Target: \($0.words.lowercasedFirst)"] } ?? [])).joined(separator: "\n")
    }
}
