import ArgumentParser
import Kernel
import People
import Storage

extension ActionCommand {
    struct Show: ReadingCommand {
        static let configuration = CommandConfiguration(
            "show", "Show an action on a day, with its milestones and what was said of it.",
            examples: "muster plan action show peer-review-response 2.1", "muster plan action show peer-review-response 2.1 --on 2025-12-31 --json")
        @OptionGroup var action: ActionArguments
        @OptionGroup var day: DayOption
        @OptionGroup var reading: ReadingOptions

        func find(_ session: Session, _ reader: Reader) throws -> Answer<Whole> {
            try PlanPolicy.reads.check(reader.actor)
            let (plan, action) = try action.find(session)
            let view = PlanView(try session.facts(of: plan), on: day.on ?? reader.today)
            guard let item = view.action(action.id) else {
                throw Refusal.actionNotInPlanThen(action, plan, view.day)
            }
            let payload = PlanPayload(view).findings.flatMap(\.actions).first { $0.reference == action.reference.text }
            let updates = try item.updates.map { Said(asOf: $0.asOf, narrative: $0.narrative, stated: $0.stated, forecast: $0.forecast, by: try Parties(session).name(ofWho: $0.by)) }
            let lines = PlanInWords.lines(item, view.facts)
                + item.milestones.map { "     \($0.reachedOn == nil ? "·" : "✓") \($0.id)  \($0.text)\($0.due.map { ", by \($0)" } ?? "")\($0.reachedOn.map { ", reached \($0)" } ?? "")" }
                + updates.map { "     \($0.asOf), \($0.by): \($0.narrative)" }
            return Answer(Whole(plan: plan.reference.text, action: payload, milestones: item.milestones, updates: updates), lines.joined(separator: "\n"))
        }

        struct Whole: Encodable {
            let plan: String
            let action: PlanPayload.Action?
            /// With the numbers by which they are reached.
            let milestones: [Milestone]
            let updates: [Said]
        }

        struct Said: Encodable {
            let asOf: Day
            let narrative: String
            let stated: Colour?
            let forecast: Day?
            let by: String
        }
    }
}
