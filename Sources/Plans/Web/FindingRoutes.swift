import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// Findings: seen by everybody, kept by managers.
extension PlanPages {
    func findings(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/findings/new") { _, context in
            context.page(try await findingForm(context, try context.part("plan"), nil, .fresh))
        }
        members.post("plans/:plan/findings") { request, context in
            let reference = try context.part("plan")
            return try await context.writing(request, in: desk, saying: "The finding was added.") { fields in
                let new = NewFinding(reading: &fields)
                return { work in
                    let plan = try work.session.plan(reference)
                    return PlanLinks.plan(plan).at("finding-\(try plans.add(new, to: plan, work).reference.key)")
                }
            } orShowing: { try await findingForm(context, reference, nil, $0) }
        }
        members.get("plans/:plan/findings/:finding") { _, context in
            let (reference, own) = (try context.part("plan"), try context.part("finding"))
            return try await ownPage(context, "finding \(reference) \(own)") { viewer, session in
                try findingPage(reference, own, .fresh, refused: nil, viewer, session)
            }
        }
        members.get("plans/:plan/findings/:finding/edit") { _, context in
            context.page(try await findingForm(context, try context.part("plan"), try context.part("finding"), .fresh))
        }
        members.post("plans/:plan/findings/:finding/edit") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("finding"))
            return try await context.writing(request, in: desk, saying: "The finding was saved.") { fields in
                let (new, version) = (NewFinding(reading: &fields), fields.version())
                return { work in
                    let plan = try work.session.plan(reference)
                    let finding = try plans.edit(try work.session.finding(own, in: plan), of: plan, new, version: version, work)
                    return PlanLinks.plan(plan).at("finding-\(finding.reference.key)")
                }
            } orShowing: { try await findingForm(context, reference, own, $0) }
        }
        placing(Finding.self, members) { try await findingForm($0, try $0.part("plan"), try $0.part("finding"), $1) }
    }

    /// The page again, as a form on it was filled in and refused.
    func findingPage(_ context: MemberContext, _ filled: Filled, refused: String) async throws -> Page {
        let (reference, own) = (try context.part("plan"), try context.part("finding"))
        return try await desk.read { session in try findingPage(reference, own, filled, refused: refused, context.viewer(session), session) }
    }

    private func findingPage(_ reference: String, _ own: String, _ filled: Filled, refused: String?, _ viewer: Viewer, _ session: Session) throws -> Page {
        let held = try kept.shelf.facts(of: try session.plan(reference), session)
        let view = view(held, on: viewer.day, at: try Journal(session).mark())
        let finding = try session.finding(own, in: view.facts.plan)
        guard let item = view.findings.first(where: { $0.finding.id == finding.id }) else {
            throw Refusal.findingNotInPlanThen(finding, view.facts.plan, view.day)
        }
        let viewer = viewer.seeing(view)
        let card = try evidenceCard(of: finding, item.evidence, in: view.facts.plan, may: viewer.mayKeep, filled, refused: refused, viewer, session)
        let said = try mentions.about([finding.subject] + item.actions.map(\.action.subject), on: viewer.day, session)
        return FindingPage(view: view, item: item, said: said, evidence: card, viewer: viewer).page
    }

    private func findingForm(_ context: MemberContext, _ reference: String, _ own: String?, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        return try await desk.read { session in
            let plan = try session.plan(reference)
            let finding = try own.map { try session.finding($0, in: plan) }
            return FindingForm(plan: plan, finding: finding, filled: filled, viewer: try context.viewer(session)).page
        }
    }
}

extension Refusal {
    static func findingNotInPlanThen(_ finding: Finding, _ plan: Plan, _ day: Day) -> Refusal {
        .missing(
            "finding-not-in-plan-then", "Finding \(finding.reference) was not in \(plan.title) on \(day). Choose another day, or look under “Withdrawn” on the plan’s page.")
    }
}
