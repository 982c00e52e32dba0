import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Adding milestones, saying that they are reached, putting them right and taking them out.
extension PlanPages {
    func milestones(_ members: Routes<MemberContext>) {
        members.post("plans/:plan/actions/:action/milestones") { request, context in
            try await report(request, context, "milestones", "The milestone was added.") { fields in
                let new = NewMilestone(reading: &fields, under: "milestone")
                return { plan, action, work in try plans.addMilestone(new.text, due: new.due, to: action, of: plan, work) }
            }
        }
        members.post("plans/:plan/actions/:action/milestones/:milestone/reached") { request, context in
            let id: ID<Milestone> = try context.id("milestone")
            return try await report(request, context, "milestones", "The milestone was changed.") { fields in
                let day = fields.isOn("undo") ? nil : fields.day("on", "The day it was reached")
                return { plan, action, work in
                    let milestone = try work.session.milestone(id, of: action)
                    guard let day else { return try plans.unreach(milestone, for: action, of: plan, work) }
                    return try plans.reach(milestone, on: day, for: action, of: plan, work)
                }
            }
        }
        members.get("plans/:plan/actions/:action/milestones/:milestone/edit") { _, context in context.page(try await milestoneForm(context, .fresh)) }
        members.post("plans/:plan/actions/:action/milestones/:milestone/edit") { request, context in
            try await changing(request, context, saying: "The milestone was saved.") { fields in
                let (new, version) = (NewMilestone(reading: &fields), fields.version())
                return { milestone, action, plan, work in _ = try plans.correct(milestone, new, version: version, for: action, of: plan, work) }
            } orShowing: { try await milestoneForm(context, $0) }
        }
        members.get("plans/:plan/actions/:action/milestones/:milestone/withdrawal") { _, context in context.page(try await milestoneWithdrawal(context, .fresh)) }
        members.post("plans/:plan/actions/:action/milestones/:milestone/withdrawal") { request, context in
            try await changing(request, context, saying: "The milestone is not needed any more.", because: "because") { fields in
                let because = fields.text("because", "Why it is not needed any more", atMost: 4000)
                return { milestone, action, plan, work in _ = try plans.withdraw(milestone, because: because, for: action, of: plan, work) }
            } orShowing: { try await milestoneWithdrawal(context, $0) }
        }
    }

    private func changing(
        _ request: Request, _ context: MemberContext, saying sentence: String, because reason: String? = nil,
        _ read: (inout Fields) -> @Sendable (Milestone, Action, Plan, Work) throws -> Void, orShowing form: (Filled) async throws -> Page
    ) async throws -> Response {
        let (reference, own, id) = (try context.part("plan"), try context.part("action"), try context.id("milestone", of: Milestone.self))
        return try await context.writing(request, in: desk, saying: sentence, because: reason) { fields in
            let deed = read(&fields)
            return { work in
                let plan = try work.session.plan(reference)
                let action = try work.session.action(own, in: plan)
                try deed(work.session.milestone(id, of: action), action, plan, work)
                return PlanLinks.action(action, plan).at("milestones")
            }
        } orShowing: { try await form($0) }
    }

    private func milestoneForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await milestonePage(context) { milestone, action, plan, viewer in
            MilestoneForm(milestone: milestone, action: action, plan: plan, filled: filled, viewer: viewer).page
        }
    }

    private func milestoneWithdrawal(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await milestonePage(context) { milestone, action, plan, viewer in
            ReasonForm(
                title: "“\(milestone.text)” is not needed any more", under: "Of action \(action.reference): \(action.text)", plan: plan,
                words: "It counts no more from today. Earlier days still show it, and the history keeps it with your reason.",
                label: "Why it is not needed any more", deed: "It is not needed any more",
                link: PlanLinks.milestone(milestone, action, plan, "withdrawal"), back: PlanLinks.action(action, plan).at("milestones"),
                filled: filled, viewer: viewer).page
        }
    }

    private func milestonePage(_ context: MemberContext, _ make: @escaping @Sendable (Milestone, Action, Plan, Viewer) -> Page) async throws -> Page {
        let (reference, own, id) = (try context.part("plan"), try context.part("action"), try context.id("milestone", of: Milestone.self))
        return try await desk.read { session in
            let plan = try session.plan(reference)
            let action = try session.action(own, in: plan)
            let viewer = try context.viewer(session)
            try PlanPolicy.reports(on: action, actingFor: viewer.parties).check(context.actor)
            return make(try session.milestone(id, of: action), action, plan, viewer)
        }
    }
}
