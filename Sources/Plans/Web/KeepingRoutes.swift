import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension PlanPages {
    /// What managers do to plans, findings and actions.
    func keeping(_ members: Routes<MemberContext>) {
        plansThemselves(members)
        findings(members)
        actions(members)
        members.post("plans/:plan/withdrawals/:withdrawal/restoration") { request, context in
            let (reference, id) = (try context.part("plan"), try context.id("withdrawal", of: Withdrawal.self))
            _ = try await Form(request, context)
            let link = try await desk.write(by: context.actor) { work in
                let plan = try work.session.plan(reference)
                try plans.restore(work.session.withdrawal(id, in: plan), in: plan, work)
                return PlanLinks.plan(plan)
            }
            return context.seeOther(link, saying: "It is back in the plan.")
        }
    }

    // MARK: Plans

    private func plansThemselves(_ members: Routes<MemberContext>) {
        members.get("plans/new") { _, context in context.page(try await planForm(context, nil, .fresh)) }
        members.post("plans") { request, context in
            try await write(request, context, "The plan was begun.") { fields, work in
                let new = NewPlan(reading: &fields)
                try fields.finish()
                return PlanLinks.plan(try plans.begin(new, work))
            } form: { try await planForm(context, nil, $0) }
        }
        members.get("plans/:plan/edit") { _, context in
            context.page(try await planForm(context, try context.part("plan"), .fresh))
        }
        members.post("plans/:plan/edit") { request, context in
            let reference = try context.part("plan")
            return try await write(request, context, "The plan was saved.") { fields, work in
                let (new, version) = (NewPlan(reading: &fields), fields.version())
                try fields.finish()
                return PlanLinks.plan(try plans.edit(try work.session.plan(reference), new, version: version, work))
            } form: { try await planForm(context, reference, $0) }
        }
    }

    private func planForm(_ context: MemberContext, _ reference: String?, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        return try await desk.read { session in
            let plan = try reference.map { try session.plan($0) }
            let sponsor = try plan.flatMap { try session.sponsor(of: $0) }
            return PlanForm(plan: plan, sponsor: sponsor, names: try names(session), filled: filled, viewer: try context.viewer(session)).page
        }
    }

    // MARK: Findings

    private func findings(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/findings/new") { _, context in
            context.page(try await findingForm(context, try context.part("plan"), nil, .fresh))
        }
        members.post("plans/:plan/findings") { request, context in
            let reference = try context.part("plan")
            return try await write(request, context, "The finding was added.") { fields, work in
                let new = NewFinding(reading: &fields)
                try fields.finish()
                let plan = try work.session.plan(reference)
                let finding = try plans.add(new, to: plan, work)
                return PlanLinks.plan(plan).at("finding-\(finding.reference.key)")
            } form: { try await findingForm(context, reference, nil, $0) }
        }
        members.get("plans/:plan/findings/:finding") { _, context in
            context.page(try await findingForm(context, try context.part("plan"), try context.part("finding"), .fresh))
        }
        members.post("plans/:plan/findings/:finding") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("finding"))
            return try await write(request, context, "The finding was saved.") { fields, work in
                let (new, version) = (NewFinding(reading: &fields), fields.version())
                try fields.finish()
                let plan = try work.session.plan(reference)
                let finding = try plans.edit(try work.session.finding(own, in: plan), of: plan, new, version: version, work)
                return PlanLinks.plan(plan).at("finding-\(finding.reference.key)")
            } form: { try await findingForm(context, reference, own, $0) }
        }
        members.post("plans/:plan/findings/:finding/place") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("finding"))
            let form = try await Form(request, context)
            let link = try await desk.write(by: context.actor) { work in
                let plan = try work.session.plan(reference)
                let finding = try work.session.finding(own, in: plan)
                try plans.move(finding, try Plans.Step(writing: form.fields), in: plan, work)
                return PlanLinks.finding(finding, plan)
            }
            return context.seeOther(link, saying: "The order was changed.")
        }
        members.get("plans/:plan/findings/:finding/withdrawal") { _, context in
            context.page(try await withdrawalForm(context, .fresh))
        }
        members.post("plans/:plan/findings/:finding/withdrawal") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("finding"))
            return try await write(request, context, "The finding was withdrawn.", reason: "because") { fields, work in
                let because = fields.text("because", "Why it is withdrawn", atMost: 2000)
                try fields.finish()
                let plan = try work.session.plan(reference)
                try plans.withdraw(try work.session.finding(own, in: plan), of: plan, because: because, work)
                return PlanLinks.plan(plan)
            } form: { try await withdrawalForm(context, $0) }
        }
    }

    private func findingForm(_ context: MemberContext, _ reference: String, _ own: String?, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        return try await desk.read { session in
            let plan = try session.plan(reference)
            let finding = try own.map { try session.finding($0, in: plan) }
            return FindingForm(plan: plan, finding: finding, filled: filled, viewer: try context.viewer(session)).page
        }
    }

    // MARK: Actions

    private func actions(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/findings/:finding/actions/new") { _, context in
            context.page(try await actionForm(context, .fresh))
        }
        members.post("plans/:plan/findings/:finding/actions") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("finding"))
            return try await write(request, context, "The action was added.") { fields, work in
                let new = NewAction(reading: &fields)
                try fields.finish()
                let plan = try work.session.plan(reference)
                let action = try plans.add(new, to: try work.session.finding(own, in: plan), of: plan, work)
                return PlanLinks.action(action, plan)
            } form: { try await actionForm(context, $0) }
        }
        members.get("plans/:plan/actions/:action/edit") { _, context in context.page(try await actionForm(context, .fresh)) }
        members.post("plans/:plan/actions/:action/edit") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("action"))
            return try await write(request, context, "The action was saved.") { fields, work in
                let (new, version) = (NewAction(reading: &fields), fields.version())
                try fields.finish()
                let plan = try work.session.plan(reference)
                let action = try plans.edit(try work.session.action(own, in: plan), of: plan, new, version: version, work)
                return PlanLinks.action(action, plan)
            } form: { try await actionForm(context, $0) }
        }
        members.post("plans/:plan/actions/:action/place") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("action"))
            let form = try await Form(request, context)
            let link = try await desk.write(by: context.actor) { work in
                let plan = try work.session.plan(reference)
                let action = try work.session.action(own, in: plan)
                try plans.move(action, try Plans.Step(writing: form.fields), in: plan, work)
                return PlanLinks.action(action, plan, "edit")
            }
            return context.seeOther(link, saying: "The order was changed.")
        }
        members.get("plans/:plan/actions/:action/withdrawal") { _, context in
            context.page(try await withdrawalForm(context, .fresh))
        }
        members.post("plans/:plan/actions/:action/withdrawal") { request, context in
            let (reference, own) = (try context.part("plan"), try context.part("action"))
            return try await write(request, context, "The action was withdrawn.", reason: "because") { fields, work in
                let because = fields.text("because", "Why it is withdrawn", atMost: 2000)
                try fields.finish()
                let plan = try work.session.plan(reference)
                try plans.withdraw(try work.session.action(own, in: plan), of: plan, because: because, work)
                return PlanLinks.plan(plan)
            } form: { try await withdrawalForm(context, $0) }
        }
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
                plan: plan, finding: finding, action: action, due: try action.flatMap { try session.dueDay(of: $0, on: context.today).inForce }, owners: try action.map { try session.owners(of: $0) } ?? [],
                names: try names(session), filled: filled, viewer: try context.viewer(session)).page
        }
    }

    // MARK: Common

    private func withdrawalForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PlanPolicy.keeps.check(context.actor)
        let reference = try context.part("plan")
        let (findingReference, actionReference) = (context.parameters.get("finding"), context.parameters.get("action"))
        return try await desk.read { session in
            let plan = try session.plan(reference)
            let viewer = try context.viewer(session)
            if let actionReference {
                let action = try session.action(actionReference, in: plan)
                return WithdrawalForm(
                    plan: plan, noun: "action", reference: action.reference, text: action.text,
                    link: PlanLinks.action(action, plan, "withdrawal"), back: PlanLinks.action(action, plan), filled: filled, viewer: viewer).page
            }
            let finding = try session.finding(findingReference ?? "", in: plan)
            return WithdrawalForm(
                plan: plan, noun: "finding", reference: finding.reference, text: finding.text,
                link: PlanLinks.finding(finding, plan, "withdrawal"), back: PlanLinks.finding(finding, plan), filled: filled, viewer: viewer).page
        }
    }

    /// Those on record whose names a form offers: persons, posts and teams that are still here.
    private func names(_ session: Session) throws -> [String] {
        try Parties(session).all().filter { $0.leftOn == nil }.map(\.name).sorted()
    }

    /// Reads a form, does the deed in one transaction and goes where it leads; a refusal brings the form back as it was left.
    ///
    /// - Parameter reason: the field in which the person says why, for the journal.
    func write(
        _ request: Request, _ context: MemberContext, _ sentence: String, reason: String? = nil,
        _ deed: @escaping @Sendable (inout Fields, Work) throws -> Link, form page: (Filled) async throws -> Page
    ) async throws -> Response {
        let form = try await Form(request, context)
        return try await context.trying {
            let link = try await desk.write(by: context.actor, because: reason.map { form.fields.written($0) }) { work in
                var fields = form.fields
                return try deed(&fields, work)
            }
            return context.seeOther(link, saying: sentence)
        } orShowing: { refusal in
            try await page(Filled(fields: form.fields, refusal: refusal))
        }
    }
}
