import ArgumentParser
import Kernel
import People
import Storage

extension QualityCommand {
    struct Plans: ReadingCommand {
        static let configuration = CommandConfiguration("plans", "Show the sampling plans, the latest first, and how far each is.", examples: "muster quality plans", "muster quality plans --json")
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<[SamplingPlanPayload]> {
            try QualityPolicy.readsPlans.check(reader.actor)
            let on = day.on ?? reader.today
            let plans = try session.samplingPlans().filter { $0.plan.isHere(on: on) }.map { SamplingPlanPayload($0, on: on) }
            return Answer(plans, Output.table(
                ["Reference", "Title", "Through", "Checks by", "Planned", "Done", "Open", "Standing"],
                plans.map { [$0.reference, $0.title, $0.through.iso, $0.due.iso, "\($0.figures.planned)", "\($0.figures.done)", "\($0.figures.open)", $0.state.words] },
                empty: "No sample was planned yet. Plan one with: muster quality plan --title TITLE --from DAY --through DAY --due DAY --reviewer NAME"))
        }
    }

    struct Plan: WritingCommand {
        static let configuration = CommandConfiguration(
            "plan", "Plan a sample of the audits of some time.", "Every prohibition notice is drawn, whatever else is asked for.",
            examples: "muster quality plan --title 'Quarter 2' --from 2026-07-01 --through 2026-09-30 --due 2026-12-31 --each-officer 2 --all 10 --reviewer 'SM Adeyemi' --reviewer 'WM Coates'")
        @OptionGroup var entries: SamplingEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<SamplingPlanPayload> {
            let plan = try QualityCommand.quality.plan(entries.read(), work)
            return try QualityCommand.answer(plan, "\(plan.reference) draws from audits of \(plan.from) to \(plan.through).", work)
        }
    }

    struct Replan: WritingCommand {
        static let configuration = CommandConfiguration("replan", "Plan a sample anew that was not drawn yet; what is left out stays.", examples: "muster quality replan QS-2026-0001 --due 2027-01-31")
        @OptionGroup var own: SamplingArgument
        @OptionGroup var entries: SamplingEntries
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<SamplingPlanPayload> {
            let facts = try work.session.facts(of: own.find(work.session))
            let plan = try QualityCommand.quality.replan(facts.plan, entries.read(over: facts.plan.entries(reviewers: facts.reviewers)), work)
            return try QualityCommand.answer(plan, "\(plan.reference) was saved.", work)
        }
    }

    struct Draw: WritingCommand {
        static let configuration = CommandConfiguration(
            "draw", "Draw a sample, and open a check of each audit that is in it.", "Left out, the seed is taken from the root of the journal as it is then, so that nobody chooses it.",
            examples: "muster quality draw QS-2026-0001", "muster quality draw QS-2026-0001 --seed 20260701")
        @OptionGroup var own: SamplingArgument
        @Option(help: "A whole number to begin with, such as one drawn in public.") var seed: Int?
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<SamplingPlanPayload> {
            let plan = try own.find(work.session)
            let draw = try QualityCommand.quality.draw(plan, seed: seed, work)
            return try QualityCommand.answer(plan, "\(counted(draw.drawn.count, "check")) opened, drawn with the seed \(draw.seed). \(draw.power(toFind: plan.faultPercent).sentence(plan.faultPercent))", work)
        }
    }

    struct DrawAgain: ReadingCommand {
        static let configuration = CommandConfiguration(
            "draw-again", "Draw a sample again from what was kept of it, and tell whether the same comes of it.", examples: "muster quality draw-again QS-2026-0001", "muster quality draw-again QS-2026-0001 --json")
        @OptionGroup var own: SamplingArgument
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<SampleAgainPayload> {
            try QualityPolicy.readsPlans.check(reader.actor)
            let on = day.on ?? reader.today
            let facts = try session.samplingThen(own.reference, on: on)
            let (draw, comparison) = try QualityCommand.quality.drawAgain(facts, on: on, session)
            let payload = SampleAgainPayload(facts.plan, draw, comparison)
            let lists = [
                ("Only drawn again", payload.onlyNow), ("Only drawn then", payload.onlyThen), ("Completed since", payload.added), ("No longer of that time", payload.gone),
                ("Corrected since", payload.changed), ("Would be drawn now and were not", payload.drawnToday),
            ].filter { !$0.1.isEmpty }.map { "\($0.0): \(listed($0.1))" }
            return Answer(payload, ([payload.sentence] + lists).joined(separator: "\n"))
        }
    }

    struct Drop: WritingCommand {
        static let configuration = CommandConfiguration("drop", "Give a sampling plan up before it is drawn, for a reason.", examples: "muster quality drop QS-2026-0001 --because 'Planned twice'")
        @OptionGroup var own: SamplingArgument
        @OptionGroup var writing: WritingOptions

        func change(_ work: Work) throws -> Answer<SamplingPlanPayload> {
            let plan = try QualityCommand.quality.drop(own.find(work.session), because: QualityCommand.reason(writing), work)
            return try QualityCommand.answer(plan, "\(plan.reference) is given up.", work)
        }
    }

    static func answer(_ plan: SamplingPlan, _ sentence: String, _ work: Work) throws -> Answer<SamplingPlanPayload> {
        Answer(SamplingPlanPayload(try work.session.facts(of: work.session.samplingPlan(plan.reference.text)), on: work.today), sentence)
    }
}
