import Foundation
import Kernel
import Performance
import Storage

/// What the fictional service measures itself by over three years: twelve measures with their targets, what was recorded and revised month by month, and the reports that were signed.
enum ExamplePerformance {
    private struct Story: Decodable, Sendable {
        let added: Day
        /// Under the names of the form.
        let entries: [String: String]
        let targets: [[String: String]]
        let rebases: [[String: String]]
        let values: [Value]
        /// What is said of a miss.
        let why: String

        struct Value: Decodable, Sendable {
            let period: String
            let numerator: String
            let denominator: String?
            let recorded: Day
            let provisional: Bool?
            let note: String?
        }

        var reference: String { entries["reference"] ?? "" }
    }

    static func deeds(by actor: Actor) throws -> [ExampleDeed] {
        let stories = try ExampleDeed.read([Story].self, "performance.json")
        return stories.map { added($0, by: actor) } + stories.flatMap { kept($0, by: actor) } + recorded(stories, by: actor) + signed(stories, by: actor)
    }

    private static func added(_ story: Story, by actor: Actor) -> ExampleDeed {
        ExampleDeed(.inBritain(story.added, hour: 10)) { desk in
            try await desk.write(by: actor) { work in
                var fields = Fields(story.entries.mapValues { [$0] })
                let new = NewPerformanceMeasure(reading: &fields)
                try fields.finish()
                try performance.add(new, work)
            }
        }
    }

    /// Targets and rebasings, each on its day.
    private static func kept(_ story: Story, by actor: Actor) -> [ExampleDeed] {
        func deed(_ entries: [String: String], _ hour: Int, _ body: @escaping @Sendable (inout Fields, PerformanceMeasure, Work) throws -> Void) -> ExampleDeed {
            ExampleDeed(.inBritain(Day(iso: entries["on"] ?? "") ?? story.added, hour: hour)) { desk in
                try await desk.write(by: actor) { work in
                    var fields = Fields(entries.mapValues { [$0] })
                    try body(&fields, work.session.measure(story.reference), work)
                }
            }
        }
        return story.targets.map { entries in
            deed(entries, 11) { fields, measure, work in
                let new = NewMeasureTarget(reading: &fields, of: measure)
                try fields.finish()
                try performance.aim(new, for: measure, work)
            }
        } + story.rebases.map { entries in
            deed(entries, 12) { fields, measure, work in
                let new = NewMeasureRebase(reading: &fields, of: measure)
                try fields.finish()
                try performance.rebase(measure, new, work)
            }
        }
    }

    /// What was recorded on a day, of all measures at once.
    private static func recorded(_ stories: [Story], by actor: Actor) -> [ExampleDeed] {
        let all = stories.flatMap { story in story.values.map { (story.reference, $0) } }
        return Dictionary(grouping: all, by: \.1.recorded).map { day, values in
            ExampleDeed(.inBritain(day, hour: 13)) { desk in
                try await desk.write(by: actor) { work in
                    for (reference, value) in values {
                        let measure = try work.session.measure(reference)
                        var fields = Fields([
                            "period": [value.period], "numerator": [value.numerator], "denominator": value.denominator.map { [$0] } ?? [],
                            "standing": [value.provisional ?? false ? "provisional" : "final"], "note": value.note.map { [$0] } ?? [],
                        ])
                        let new = NewMeasureValue(reading: &fields, of: measure)
                        try fields.finish()
                        try performance.record(new, of: measure, work)
                    }
                }
            }
        }
    }

    /// Reports of quarters and of a year, and of the last month a draft.
    private static func signed(_ stories: [Story], by actor: Actor) -> [ExampleDeed] {
        let why = Dictionary(stories.map { ($0.reference, $0.why) }) { first, _ in first }
        func deed(_ frequency: Frequency, _ code: String, on day: Day?, signing: Bool) -> ExampleDeed? {
            guard let period = ReportingPeriod(frequency, written: code), let day else { return nil }
            return ExampleDeed(.inBritain(day, hour: 15)) { desk in
                try await desk.write(by: actor, because: signing ? "Agreed by the performance board" : nil) { work in
                    let view = try performance.reportView(period, on: work.today, work.session)
                    for line in signing ? view.card.exceptions[...] : view.card.exceptions.prefix(1) {
                        try performance.explain(line.measure, in: period, why[line.measure.reference.text] ?? "It is looked into.", work)
                    }
                    let told = view.card.lines.filter { !$0.chart.isTooRare && $0.chart.points.last?.signal != nil }.map(\.words)
                    try performance.comment(([view.opening] + told).joined(separator: "\n\n"), on: period, work)
                    if signing { try performance.sign(period, work) }
                }
            }
        }
        return [
            deed(.quarter, "2025-26-q3", on: Day(2026, 1, 20), signing: true), deed(.quarter, "2025-26-q4", on: Day(2026, 4, 21), signing: true),
            deed(.year, "2025-26", on: Day(2026, 5, 6), signing: true), deed(.quarter, "2026-27-q1", on: Day(2026, 7, 21), signing: true),
            deed(.quarter, "2026-27-q2", on: Day(2026, 10, 20), signing: true), deed(.month, "2026-10", on: Day(2026, 11, 17), signing: false),
        ].compactMap(\.self)
    }
}
