import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Beginning and editing plans.
extension PlanPages {
    func plansThemselves(_ members: Routes<MemberContext>) {
        members.get("plans/new") { _, context in context.page(try await planForm(context, nil, .fresh)) }
        members.post("plans") { request, context in
            try await context.writing(request, in: desk, saying: "The plan was begun.") { fields in
                let new = NewPlan(reading: &fields)
                return { work in PlanLinks.plan(try plans.begin(new, work)) }
            } orShowing: { try await planForm(context, nil, $0) }
        }
        members.get("plans/:plan/edit") { _, context in
            context.page(try await planForm(context, try context.part("plan"), .fresh))
        }
        members.post("plans/:plan/edit") { request, context in
            let reference = try context.part("plan")
            return try await context.writing(request, in: desk, saying: "The plan was saved.") { fields in
                let (new, version) = (NewPlan(reading: &fields), fields.version())
                return { work in PlanLinks.plan(try plans.edit(try work.session.plan(reference), new, version: version, work)) }
            } orShowing: { try await planForm(context, reference, $0) }
        }
    }

    private func planForm(_ context: MemberContext, _ reference: String?, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        return try await desk.read { session in
            let plan = try reference.map { try session.plan($0) }
            let sponsor = try plan.flatMap { try session.sponsor(of: $0) }
            return PlanForm(plan: plan, sponsor: sponsor, names: try Parties(session).namesHere(), filled: filled, viewer: try context.viewer(session)).page
        }
    }
}
