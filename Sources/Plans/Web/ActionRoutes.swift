import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Adding and editing actions.
extension PlanPages {
    func actions(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/findings/:finding/actions/new") { _, context in
            context.page(try await actionForm(context, .fresh))
        }
        members.post("plans/:plan/findings/:finding/actions") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("finding"))
            return try await context.writing(request, in: desk, saying: "The action was added.") { fields in
                let new = NewAction(reading: &fields)
                return { work in
                    let plan = try work.session.plan(reference)
                    return PlanLinks.action(try plans.add(new, to: try work.session.finding(own, in: plan), of: plan, work), plan)
                }
            } orShowing: { try await actionForm(context, $0) }
        }
        members.get("plans/:plan/actions/:action/edit") { _, context in context.page(try await actionForm(context, .fresh)) }
        members.post("plans/:plan/actions/:action/edit") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("action"))
            return try await context.writing(request, in: desk, saying: "The action was saved.") { fields in
                let (new, version) = (NewAction(reading: &fields), fields.version())
                return { work in
                    let plan = try work.session.plan(reference)
                    let action = try work.session.action(own, in: plan)
                    return PlanLinks.action(try plans.edit(action, of: plan, new, version: version, work), plan)
                }
            } orShowing: { try await actionForm(context, $0) }
        }
        placing(Action.self, members) { try await actionForm($0, $1) }
    }

    private func actionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        let reference = try context.part("plan")
        let (findingReference, own) = (context.parameters.get("finding"), context.parameters.get("action"))
        return try await desk.read { session in
            let plan = try session.plan(reference)
            let action = try own.map { try session.action($0, in: plan) }
            guard let finding = try action.map({ try session.find($0.finding) }) ?? session.finding(findingReference ?? "", in: plan) else {
                throw Refusal.missing("finding-not-found", "The action’s finding is gone.")
            }
            return ActionForm(
                plan: plan, finding: finding, action: action,
                due: try action.flatMap { try session.dueDay(of: $0, on: context.today).inForce },
                owners: try action.map { try session.owners(of: $0) } ?? [],
                names: try Parties(session).namesHere(), filled: filled, viewer: try context.viewer(session)).page
        }
    }
}
