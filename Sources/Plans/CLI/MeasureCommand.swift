import ArgumentParser
import Kernel
import People
import Storage

/// `muster plan measure …`: what findings and actions are measured by, and what was read.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Measure findings and actions, and record what was read.",
        subcommands: [List.self, Show.self, Add.self, Edit.self, End.self, Read.self, TakeBack.self])

    struct List: ReadingCommand {
        static let configuration = CommandConfiguration(
            "list", "List what a plan is measured by, and how each measure stands.", examples: "muster plan measure list peer-review-response")
        @OptionGroup var plan: PlanArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[MeasurePayload]> {
            try PlanPolicy.reads.check(reader.actor)
            let facts = try session.facts(of: plan.plan(session))
            let views = facts.measures(on: day.on ?? reader.today)
            let told = views.map { MeasurePayload($0, facts) }
            return Answer(told, Output.table(
                ["Number", "Of", "Measure", "Wanted", "Latest", "Holds"], zip(views, told).map { view, told in
                    ["\(view.measure.id)", told.action ?? told.finding ?? "", view.measure.title, view.measure.wanted,
                     view.latest.map { $0.period == nil ? "\(view.measure.worded($0.value)) on \($0.on.iso)" : view.measure.told($0) } ?? view.unknown.map { _ in "not known" } ?? "", view.holds.map { $0 ? "yes" : "no" } ?? ""]
                }, empty: "Nothing measures this plan yet."))
        }
    }

    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show a measure with everything that was read.", examples: "muster plan measure show peer-review-response 1 --on 2026-03-31")
        @OptionGroup var measure: MeasureArguments
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<Whole> {
            try PlanPolicy.reads.check(reader.actor)
            let (plan, measure) = try measure.find(session)
            let view = try session.view(of: measure, on: day.on ?? reader.today)
            let whole = Whole(measure: MeasurePayload(view, try session.facts(of: plan)), readings: view.readings.map { ReadingPayload($0) })
            let lines = ([view.stale.map { "\($0.capitalisedFirst)." }].compactMap(\.self)) + view.readings.map { "  \($0.reading?.id.description ?? $0.period ?? "")  \($0.on.iso)  \(measure.worded($0))\($0.note.map { "  \($0)" } ?? "")" }
            return Answer(whole, (["\(view.words.capitalisedFirst)."] + lines).joined(separator: "\n"))
        }

        struct Whole: Encodable {
            let measure: MeasurePayload
            let readings: [ReadingPayload]
        }
    }

    /// What the form of a measure asks for.
    struct Entries: ParsableArguments, Sendable {
        @Option(help: "What it measures.") var title: String?
        @Option(help: "What its numbers count: per cent, days, premises.") var unit: String?
        @Option(help: "Which way is better: higher or lower.", completion: .codes(SuccessMeasure.Polarity.self)) var polarity: String?
        @Option(help: "The number at which it holds.") var threshold: String?
        @Option(help: "The record whose figure it is, period by period, by its kind and number: performance_measure/1. Nobody reads it then.") var follows: String?
        @Option(help: "The day from which it belongs to the plan; today when left out.") var since: String?

        func read(over held: [String: [String]] = [:]) throws -> NewMeasure {
            var fields = Fields(["title": title, "unit": unit, "polarity": polarity, "threshold": threshold, "follows": follows, "since": since], over: held)
            let new = NewMeasure(reading: &fields)
            try fields.finish()
            return new
        }
    }

    struct Add: WritingCommand {
        static let configuration = CommandConfiguration(
            "add", "Add a measure of a finding or an action.",
            examples: "muster plan measure add peer-review-response --finding 8 --title 'Notices on time' --unit 'per cent' --threshold 95",
            "muster plan measure add peer-review-response --finding 8 --title 'Entries in time' --unit % --threshold 95 --follows performance_measure/3",
            "muster plan measure add peer-review-response --action 7.2 --title 'Days to answer' --unit days --polarity lower --threshold 5")
        @OptionGroup var plan: PlanArgument
        @Option(help: "The finding that it measures.") var finding: String?
        @Option(help: "The action that it measures.") var action: String?
        @OptionGroup var entries: Entries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeasurePayload> {
            let (plan, new) = (try plan.plan(work.session), try entries.read())
            switch (finding, action) {
            case (let finding?, nil): return try work.answer(try Plans().measure(work.session.finding(finding, in: plan), of: plan, by: new, work), of: plan)
            case (nil, let action?): return try work.answer(try Plans().measure(work.session.action(action, in: plan), of: plan, by: new, work), of: plan)
            default: throw Refusal.fields([.init("finding", "Say what it measures: --finding or --action, and one of the two.")])
            }
        }
    }

    struct Edit: WritingCommand {
        static let configuration = CommandConfiguration(
            "edit", "Change a measure; what is left out stays.", examples: "muster plan measure edit peer-review-response 1 --title 'Notices published in time'")
        @OptionGroup var measure: MeasureArguments
        @OptionGroup var entries: Entries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeasurePayload> {
            let (plan, measure) = try measure.find(work.session)
            return try work.answer(Plans().edit(measure, of: plan, entries.read(over: measure.entries), work), of: plan)
        }
    }

    struct End: WritingCommand {
        static let configuration = CommandConfiguration(
            "end", "Watch a measure no more from today.", examples: "muster plan measure end peer-review-response 1 --because 'The register replaces it'")
        @OptionGroup var measure: MeasureArguments
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeasurePayload> {
            let (plan, measure) = try measure.find(work.session)
            return try work.answer(Plans().end(measure, of: plan, because: writing.why("it is watched no more"), work), of: plan)
        }
    }

    struct Read: WritingCommand {
        static let configuration = CommandConfiguration(
            "read", "Record what a measure was on a day.", examples: "muster plan measure read peer-review-response 1 82.5 --on 2026-06-30 --note 'April to June'")
        @OptionGroup var measure: MeasureArguments
        @Argument(help: "What was read: an exact decimal number.") var value: String
        @Option(help: "The day it speaks of; today when left out.") var on: String?
        @Option(help: "How it was counted, or what moved it.") var note: String?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeasurePayload> {
            let (plan, measure) = try measure.find(work.session)
            var fields = Fields(["value": value, "on": on, "note": note])
            let new = NewReading(reading: &fields, today: work.today)
            try fields.finish()
            try Plans().read(measure, of: plan, new, work)
            return try work.answer(measure, of: plan)
        }
    }

    struct TakeBack: WritingCommand {
        static let configuration = CommandConfiguration(
            "take-back", "Take back a reading that was wrong.", examples: "muster plan measure take-back peer-review-response 1 3 --because 'It counted a month twice'")
        @OptionGroup var measure: MeasureArguments
        @Argument(help: "The number of the reading, which “measure show” tells.") var number: Int64
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<MeasurePayload> {
            let (plan, measure) = try measure.find(work.session)
            let reading = try work.session.reading(ID(number), of: measure)
            try Plans().takeBack(reading, of: measure, in: plan, because: writing.why("it is taken back"), work)
            return try work.answer(measure, of: plan)
        }
    }
}

/// A measure named at the command line, by its plan and its number.
struct MeasureArguments: ParsableArguments, Sendable {
    @Argument(help: "The plan's reference.", completion: .plans) var plan: String
    @Argument(help: "The measure's number, which “measure list” tells.") var measure: Int64

    func find(_ session: Session) throws -> (Plan, SuccessMeasure) {
        let plan = try session.plan(plan)
        return (plan, try session.measure(ID(measure), in: plan))
    }
}

extension WritingOptions {
    /// The reason that a deed needs.
    ///
    /// - Throws: `fields-need-attention`
    func why(_ what: String) throws -> String {
        var fields = Fields(["because": because])
        if fields.written("because").isEmpty { throw Refusal.fields([.init("because", "Say why \(what), with --because.")]) }
        let text = fields.text("because", "Why \(what)", atMost: 2000)
        try fields.finish()
        return text
    }
}

extension Work {
    /// A measure as it stands now.
    fileprivate func answer(_ measure: SuccessMeasure, of plan: Plan) throws -> Answer<MeasurePayload> {
        let view = try session.view(of: measure, on: today)
        return Answer(MeasurePayload(view, try session.facts(of: plan)), "Measure \(measure.id): \(view.words).")
    }
}
