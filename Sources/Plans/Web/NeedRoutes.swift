import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// What actions need: said on an action's page, summed on a page of the plan.
extension PlanPages {
    func needs(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/needs") { _, context in
            try await sharedPage(context, "needs", try context.part("plan")) { view, viewer, _ in NeedsPage(view: view, viewer: viewer).page }
        }
        members.post("plans/:plan/actions/:action/needs") { request, context in
            try await report(request, context, "needs", "What it needs was recorded.") { fields in
                let new = NewNeed(reading: &fields)
                return { plan, action, work in try plans.add(new, to: action, of: plan, work) }
            }
        }
        members.get("plans/:plan/actions/:action/needs/:need/edit") { _, context in context.page(try await needForm(context, .fresh)) }
        members.post("plans/:plan/actions/:action/needs/:need/edit") { request, context in
            let (planReference, actionReference) = (try context.part("plan"), try context.part("action"))
            let id: ID<Need> = try context.id("need")
            return try await context.writing(request, in: desk, saying: "The need was saved.") { fields in
                let (new, version) = (NewNeed(reading: &fields), fields.version())
                return { work in
                    let plan = try work.session.plan(planReference)
                    let action = try work.session.action(actionReference, in: plan)
                    try plans.edit(work.session.need(id, of: action), for: action, of: plan, new, version: version, work)
                    return PlanLinks.action(action, plan)
                }
            } orShowing: { try await needForm(context, $0) }
        }
        members.post("plans/:plan/actions/:action/needs/:need/ending") { request, context in
            let id: ID<Need> = try context.id("need")
            return try await report(request, context, "needs", "It is needed no more.") { _ in
                { plan, action, work in try plans.end(work.session.need(id, of: action), for: action, of: plan, work) }
            }
        }
    }

    private func needForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let (planReference, actionReference) = (try context.part("plan"), try context.part("action"))
        let id: ID<Need> = try context.id("need")
        return try await desk.read { session in
            let plan = try session.plan(planReference)
            let action = try session.action(actionReference, in: plan)
            let viewer = try context.viewer(session)
            try PlanPolicy.reports(on: action, actingFor: viewer.parties).check(context.actor)
            return NeedForm(need: try session.need(id, of: action), action: action, plan: plan, filled: filled, viewer: viewer).page
        }
    }
}
