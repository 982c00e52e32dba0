public import ArgumentParser
import Documents
import Foundation
import Kernel
import People
import Storage

/// `muster enforcement-activity …`: what was done, against the objectives.
public struct ActivityCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "enforcement-activity", abstract: "Show what was done in enforcement, by month, quarter or year, against the objectives.",
        groupedSubcommands: [
            CommandGroup(name: "Reading", subcommands: [Show.self, Export.self, Stated.self]), CommandGroup(name: "Stated years", subcommands: [State.self, Correct.self]),
        ])

    public init() {}
}

extension ActivitySpan: ExpressibleByArgument {}

extension ActivityCommand {
    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show the figures of each period, from records or as stated, and how the objectives stand.",
            examples: "muster enforcement-activity show", "muster enforcement-activity show --by quarter --on 2026-03-31 --json")
        @Option(help: "The periods: month, quarter, year or financial-year.", completion: .codes(ActivitySpan.self)) var by: ActivitySpan = .year
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<ActivityPayload> {
            try ObjectivePolicy.reads.check(reader.actor)
            let (activity, objectives, policy) = try session.activity(on: day.on ?? reader.today)
            let measures = ActivityMeasure.allCases
            let table = Output.table(["Period"] + measures.map(\.words), activity.shown(by: by).reversed().map { period in
                [period.words] + measures.map { activity.figure($0, in: period).words }
            }, empty: "")
            let aims = activity.standings(objectives).map { "\($0.now.objective.sentence): \($0.before.outcome.words.lowercased()) in \($0.before.figure.period.words), \($0.now.outcome.words.lowercased()) in \($0.now.figure.period.words)" }
            return Answer(ActivityPayload(activity, by: by, objectives, policy), ([table] + aims).joined(separator: "\n"))
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            "export", "Take the figures away as a table: CSV or an Excel workbook.", "Without --output the table goes to standard output.",
            examples: "muster enforcement-activity export --by quarter --output enforcement.xlsx", "muster enforcement-activity export > enforcement.csv")
        @Option(help: "The periods: month, quarter, year or financial-year.", completion: .codes(ActivitySpan.self)) var by: ActivitySpan = .year
        @OptionGroup var table: TableOptions
        @OptionGroup var day: DayOption
        @OptionGroup var operating: OperatorOptions

        func run() async throws {
            let (desk, actor) = try await operating.begin(making: false)
            try ObjectivePolicy.reads.check(actor)
            let (day, by) = (day.on ?? desk.clock.today, by)
            let export = try await desk.read { session in ActivityExport(activity: try session.activity(on: day).activity, span: by) }
            try table.write { try export.bytes(as: $0) }
        }
    }

    struct Stated: ReadingCommand {
        static let configuration = CommandConfiguration("stated", "List the yearly numbers that were stated, with where they stand.", examples: "muster enforcement-activity stated --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[StatedActivityPayload]> {
            try ObjectivePolicy.reads.check(reader.actor)
            let stated = try session.statedActivity(on: day.on ?? reader.today)
            return Answer(stated.map { StatedActivityPayload($0) }, Output.table(
                ["Number", "Year", "What is counted", "Stated", "Source"], stated.map { ["\($0.id)", $0.year, $0.measure.words, $0.count.description, $0.source] },
                empty: "No number is stated. State one with: muster enforcement-activity state 2011 --measure enforcement --count 34 --source 'FOI 4039/2019'"))
        }
    }

    struct State: WritingCommand {
        static let configuration = CommandConfiguration(
            "state", "State the number of a year from before records were kept here.",
            examples: "muster enforcement-activity state 2011 --measure enforcement --count 34 --source 'FOI 4039/2019'",
            "muster enforcement-activity state 2011/12 --measure officers --count 9 --source 'FOI 3789/2018'")
        @Argument(help: "The year: 2011, or 2011/12 for a financial year.") var year: String
        @Option(help: "What is counted: \(ActivityMeasure.allCases.filter(\.mayBeStated).map(\.rawValue).joined(separator: ", ")).", completion: .codes(ActivityMeasure.self)) var measure: String
        @Option(help: "The number.") var count: String
        @Option(help: "Where the number stands.") var source: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<StatedActivityPayload> {
            var fields = Fields(["year": [year], "measure": [measure], "count": [count], "source": [source]])
            let new = NewStatedActivity(reading: &fields)
            try fields.finish()
            let stated = try EnforcementPolicies().state(new, work)
            return Answer(StatedActivityPayload(stated), "\(stated.measure.words) of \(stated.year): \(stated.count), stated.")
        }
    }

    struct Correct: WritingCommand {
        static let configuration = CommandConfiguration(
            "correct", "Correct a stated number or where it stands; what is left out stays.", examples: "muster enforcement-activity correct 3 --count 35 --because 'Misread'")
        @Argument(help: "Its number in the list of what is stated.") var number: Int64
        @Option(help: "The number of that year.") var count: String?
        @Option(help: "Where it stands.") var source: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<StatedActivityPayload> {
            let stated = try work.session.statedActivity(ID(number))
            var fields = Fields(["count": count, "source": source], over: stated.entries)
            let new = NewStatedActivity(reading: &fields)
            try fields.finish()
            let changed = try EnforcementPolicies().correct(stated, new, work)
            return Answer(StatedActivityPayload(changed), "\(changed.measure.words) of \(changed.year): \(changed.count), stated.")
        }
    }
}
