import ArgumentParser
import Kernel
import People
import Storage

/// What the form of a measure asks for.
struct MeasureEntries: ParsableArguments, Sendable {
    @Option(help: "Its title.") var title: String?
    @Option(help: "What is counted, and what is not.") var meaning: String?
    @Option(help: "count, rate or level; kept as it is later.", completion: .codes(PerformanceMeasure.Kind.self)) var kind: String?
    @Option(help: "What stands behind the figure: %, days, audits.") var unit: String?
    @Option(help: "Places after the point, 0 to 4.") var decimals: String?
    @Option(help: "higher, lower or neutral: which way is better.", completion: .codes(PerformanceMeasure.Polarity.self)) var polarity: String?
    @Option(help: "What is counted.") var numerator: String?
    @Option(help: "Of a rate: out of what.") var denominator: String?
    @Option(help: "A rate for every 1, 100, 1000, 10000 or 100000.") var multiplier: String?
    @Option(help: "month, quarter or year; kept as it is later.", completion: .codes(Frequency.self)) var frequency: String?
    @Option(help: "Who answers for it: a person, post or team on record.", completion: .parties) var owner: String?
    @Option(help: "typed, csv or live; kept as it is later.", completion: .codes(PerformanceMeasure.Source.self)) var source: String?
    @Option(help: "The live figure that it shows; see: muster measure figures.") var figure: String?
    @Option(help: "yes to judge it by what has come together since 1 April; '' for each period alone.") var cumulative: String?
    @Option(help: "Of a live figure: the first day that is shown.") var measuredFrom: String?

    func read(reference: String? = nil, over held: [String: [String]] = [:]) throws -> NewPerformanceMeasure {
        var fields = Fields([
            "reference": reference, "title": title, "meaning": meaning, "kind": kind, "unit": unit, "decimals": decimals, "polarity": polarity, "numerator": numerator,
            "denominator": denominator, "multiplier": multiplier, "frequency": frequency, "owner": owner, "source": source, "figure": figure, "cumulative": cumulative, "measured-from": measuredFrom,
        ], over: held)
        let new = NewPerformanceMeasure(reading: &fields)
        try fields.finish()
        return new
    }
}

extension MeasureCommand {
    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Begin to measure something.",
            examples: "muster measure add --title 'Fires in homes' --meaning 'Accidental fires in dwellings' --polarity lower --unit fires",
            "muster measure add --reference PM-07 --title 'Audits in time' --meaning 'Of those due' --kind rate --denominator 'Audits due' --multiplier 100 --unit % --owner 'P. Lindqvist'")
        @Option(help: "Its reference; the next PM number when left out.") var reference: String?
        @OptionGroup var entries: MeasureEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeasurePayload> {
            let measure = try PerformanceSurroundings.given.add(entries.read(reference: reference), work)
            return Answer(MeasurePayload(try PerformanceSurroundings.given.view(measure.reference.text, on: work.today, work.session)), "\(measure.reference) is measured from now on.")
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration("edit", "Change what a measure says of itself; what is left out stays.", examples: "muster measure edit PM-01 --owner 'Head of Prevention' --because 'A new post'")
        @OptionGroup var measure: MeasureArgument
        @OptionGroup var entries: MeasureEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeasurePayload> {
            let held = try measure.find(work.session)
            let owner = try held.owner.map { try Parties(work.session).get($0).name }
            let changed = try PerformanceSurroundings.given.edit(held, entries.read(over: held.entries(owner: owner)), work)
            return Answer(MeasurePayload(try measure.view(on: work.today, work.session)), "\(changed.reference) was saved.")
        }
    }

    struct End: WritingCommand {
        static let configuration = CommandConfiguration("end", "Measure it no more, from a day on; what was measured stays.", examples: "muster measure end PM-01 --on 2026-04-01 --because 'Merged with PM-02'")
        @OptionGroup var measure: MeasureArgument
        @Option(help: "The day: YYYY-MM-DD; today when left out.") var on: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeasurePayload> {
            var fields = Fields(["on": on], over: ["on": [work.today.iso]])
            let day = fields.day("on", "The first day on which it is measured no more")
            try fields.finish()
            let ended = try PerformanceSurroundings.given.end(measure.find(work.session), on: day, work)
            return Answer(MeasurePayload(try measure.view(on: work.today, work.session)), "\(ended.reference) is measured no more from \(day).")
        }
    }

    struct Aim: WritingCommand {
        static let configuration = CommandConfiguration(
            "aim", "Set what a measure is to reach from a period on.", examples: "muster measure aim PM-01 --from 2026-04 --figure 95",
            "muster measure aim PM-03 --from 2026-04 --shape months --months '80 80 90 90 90 70 90 100 100 60 90 100' --reason 'Agreed by the authority'")
        @OptionGroup var measure: MeasureArgument
        @Option(help: "The first period: 2026-04, 2026-27-q1 or 2026-27.") var from: String
        @Option(help: "level, even or months.", completion: .codes(MeasureTarget.Shape.self)) var shape: String?
        @Option(help: "The level, or the figure of a year.") var figure: String?
        @Option(help: "Twelve numbers from April to March, with blanks between them.") var months: String?
        @Option(help: "What is less far away than so many per cent is near; 10 when left out.") var tolerance: String?
        @Option(help: "Who set it, or what it rests on.") var reason: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<TargetPayload> {
            let held = try measure.find(work.session)
            var fields = Fields(["from": from, "shape": shape, "figure": figure, "months": months, "tolerance": tolerance, "reason": reason])
            let new = NewMeasureTarget(reading: &fields, of: held)
            try fields.finish()
            let target = try PerformanceSurroundings.given.aim(new, for: held, work)
            return Answer(TargetPayload(target), "Target \(target.id) was set: \(target.words(held)).")
        }
    }

    struct DropTarget: WritingCommand {
        static let configuration = CommandConfiguration("drop-target", "Take a target back.", examples: "muster measure drop-target PM-01 3 --because 'Entered for the wrong measure'")
        @OptionGroup var measure: MeasureArgument
        @Argument(help: "The target’s number, as muster measure show tells it.") var number: Int64
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<TargetPayload> {
            let held = try measure.find(work.session)
            let dropped = try PerformanceSurroundings.given.drop(work.session.target(ID(number), of: held), of: held, work)
            return Answer(TargetPayload(dropped), "Target \(dropped.id) was taken back.")
        }
    }

    struct Rebase: WritingCommand {
        static let configuration = CommandConfiguration("rebase", "Have the limits of a chart worked out anew from a period on.", examples: "muster measure rebase PM-01 2026-02 --reason 'Two teams were joined'")
        @OptionGroup var measure: MeasureArgument
        @Argument(help: "The first period of the new limits.") var from: String
        @Option(help: "What was changed.") var reason: String
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<RebasePayload> {
            let held = try measure.find(work.session)
            var fields = Fields(["from": from, "reason": reason])
            let new = NewMeasureRebase(reading: &fields, of: held)
            try fields.finish()
            let rebase = try PerformanceSurroundings.given.rebase(held, new, work)
            return Answer(RebasePayload(rebase), "The chart of \(held.reference) has its limits anew from \(ReportingPeriod(held.frequency, of: rebase.from).words).")
        }
    }

    struct DropRebase: WritingCommand {
        static let configuration = CommandConfiguration("drop-rebase", "Take the rebasing of a chart back.", examples: "muster measure drop-rebase PM-01 2")
        @OptionGroup var measure: MeasureArgument
        @Argument(help: "Its number, as muster measure show tells it.") var number: Int64
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<RebasePayload> {
            let held = try measure.find(work.session)
            let dropped = try PerformanceSurroundings.given.drop(work.session.rebase(ID(number), of: held), of: held, work)
            return Answer(RebasePayload(dropped), "Rebasing \(dropped.id) was taken back.")
        }
    }
}
