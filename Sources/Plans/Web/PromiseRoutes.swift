import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// The quick update, standings that are set by hand, and what waits for what.
extension PlanPages {
    func promises(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/actions/:action/updates/new") { _, context in context.page(try await quickUpdate(context, .fresh)) }
        members.post("plans/:plan/actions/:action/updates/new") { request, context in
            let own = try context.part("action")
            return try await postUpdate(request, context, saying: "The update of \(own) was posted.") { _, _ in PlanLinks.work } orShowing: { filled in
                try await quickUpdate(context, filled)
            }
        }
        overrides(members)
        dependencies(members)
    }

    private func overrides(_ members: Routes<MemberContext>) {
        members.post("plans/:plan/actions/:action/overrides") { request, context in
            try await report(request, context, "overrides", "Another standing is asked for.") { fields in
                let new = NewOverride(reading: &fields)
                return { plan, action, work in try plans.askToOverride(action, of: plan, new, work) }
            }
        }
        members.post("plans/:plan/actions/:action/overrides/:override/decision") { request, context in
            let id: ID<Override> = try context.id("override")
            return try await report(request, context, "overrides", "The decision was recorded.") { fields in
                let (agreed, answer) = fields.decision(answeredIn: "standing-answer")
                return { plan, action, work in
                    try plans.decide(work.session.override(id, of: action), in: plan, agreed: agreed, saying: answer, work)
                }
            }
        }
        members.post("plans/:plan/actions/:action/overrides/:override/ending") { request, context in
            let id: ID<Override> = try context.id("override")
            return try await report(request, context, "overrides", "The computed standing stands.") { _ in
                { plan, action, work in try plans.end(work.session.override(id, of: action), in: plan, work) }
            }
        }
    }

    private func dependencies(_ members: Routes<MemberContext>) {
        members.post("plans/:plan/actions/:action/dependencies") { request, context in
            try await report(request, context, "dependencies", "The dependency was recorded.") { fields in
                let new = NewDependency(reading: &fields)
                return { plan, action, work in try plans.makeWait(action, of: plan, new, work) }
            }
        }
        members.post("plans/:plan/actions/:action/dependencies/:dependency/ending") { request, context in
            let id: ID<Dependency> = try context.id("dependency")
            return try await report(request, context, "dependencies", "It waits no more.") { _ in
                { plan, action, work in try plans.end(work.session.dependency(id, of: action), for: action, of: plan, work) }
            }
        }
    }

    private func quickUpdate(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let (planReference, actionReference) = (try context.part("plan"), try context.part("action"))
        return try await desk.read { session in
            let plan = try session.plan(planReference)
            let action = try session.action(actionReference, in: plan)
            let viewer = try context.viewer(session)
            try PlanPolicy.reports(on: action, actingFor: viewer.parties).check(context.actor)
            let view = view(try kept.shelf.facts(of: plan, session), on: context.today, at: try Journal(session).mark())
            guard let item = view.action(action.id) else {
                throw Refusal.actionNotInPlanThen(action, plan, context.today)
            }
            return QuickUpdatePage(view: view, item: item, intake: intake, filled: filled, viewer: viewer).page
        }
    }
}

extension Fields {
    /// What an approver answers: whether it is agreed, and in which words.
    ///
    /// - Parameters:
    ///   - name: of the field that holds the words.
    ///   - sentence: what is said where neither was chosen.
    mutating func decision(answeredIn name: String = "answer", or sentence: String = "Choose whether you agree or decline.") -> (agreed: Bool, answer: String?) {
        let (written, answer) = (written("agreed"), optionalText(name, "Your answer", atMost: 4000))
        if written != "yes", written != "no" { refuse(name, sentence) }
        return (written == "yes", answer)
    }
}
