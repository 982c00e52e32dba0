import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Looking again at what a closed plan left behind.
extension PlanPages {
    func lookingAgain(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/closure/look") { _, context in context.page(try await lookForm(context, .fresh)) }
        members.post("plans/:plan/closure/look") { request, context in
            let reference = try context.part("plan")
            return try await context.writing(request, in: desk, saying: "It was recorded.") { fields in
                let new = NewClosureLook(reading: &fields, today: context.today)
                return { work in
                    let plan = try work.session.plan(reference)
                    try plans.lookAgain(at: plan, new, work)
                    return PlanLinks.closure(plan)
                }
            } orShowing: { try await lookForm(context, $0) }
        }
    }

    private func lookForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let (reference, chosen) = (try context.part("plan"), context.query["finding"])
        return try await desk.read { session in
            let viewer = try context.viewer(session)
            let view = PlanView(try session.facts(of: session.plan(reference)), on: context.today)
            try PlanPolicy.looksAgain(after: view.onwardOwners, actingFor: viewer.parties).check(viewer.actor)
            guard view.facts.closing.closure(on: view.day) != nil else { throw Refusal.notClosed(view.facts.plan) }
            return LookForm(view: view, chosen: chosen, filled: filled, viewer: viewer).page
        }
    }
}

extension Viewer {
    /// - Parameter owners: who looks after what is left.
    func mayLookAgain(_ owners: [ID<Party>]) -> Bool {
        isToday && PlanPolicy.looksAgain(after: owners, actingFor: parties).allows(actor)
    }
}
