import Documents
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

/// The gate of a plan, its closure, its reopening and the report.
extension PlanPages {
    func closingPlans(_ members: Routes<MemberContext>) {
        members.get("plans/:plan/closure") { _, context in context.page(try await closurePage(context, .fresh)) }
        members.get("plans/:plan/closure/report") { _, context in
            let reference = try context.part("plan")
            return try await ownPage(context, "closure report \(reference)") { viewer, session in
                let plan = try session.plan(reference)
                let report = try session.closureReport(of: plan, on: viewer.day, naming)
                return ClosureReportPage(document: ClosureDocument(report: report, base: nil, made: context.moment), plan: plan, viewer: viewer).page
            }
        }
        members.get("plans/:plan/closure/report/:file") { _, context in
            try PlanPolicy.reads.check(context.actor)
            let (reference, format) = (try context.part("plan"), try PaperFormat(named: context.part("file")))
            let report = try await desk.read { session in try session.closureReport(of: session.plan(reference), on: context.day, naming) }
            let document = ClosureDocument(report: report, base: address, made: context.moment).document
            return context.download(try await format.bytes(of: document), name: format.name(for: document.reference), type: format.type)
        }
        lookingAgain(members)
        members.post("plans/:plan/closure") { request, context in
            let reference = try context.part("plan")
            let gate = try await desk.read { session in ClosingGate(PlanView(try session.facts(of: session.plan(reference)), on: context.today)) }
            let (open, findings) = (gate.undecided.map(\.action.reference.text), gate.findings.map(\.reference.text))
            return try await context.writing(request, in: desk, saying: "It is proposed to close the plan.") { fields in
                let new = NewPlanClosure(reading: &fields, about: open, findings: findings)
                return { work in
                    let plan = try work.session.plan(reference)
                    try plans.proposeClosure(of: plan, new, naming: naming, work)
                    return PlanLinks.closure(plan)
                }
            } orShowing: { try await closurePage(context, $0) }
        }
        members.post("plans/:plan/closure/decision") { request, context in
            try await onClosure(request, context, PlanPolicy.closes(nil), "The decision was recorded.") { fields in
                let (agreed, answer) = fields.decision(or: "Choose whether you close the plan or decline.")
                let decision = fields.decision()
                return { plan, closure, work in
                    try plans.decide(closure, of: plan, agreed: agreed, saying: answer, decision: decision, naming: naming, work)
                }
            }
        }
        members.post("plans/:plan/closure/withdrawal") { request, context in
            try await onClosure(request, context, PlanPolicy.keeps, "The proposal was taken back.") { _ in
                { plan, closure, work in try plans.takeBack(closure, of: plan, work) }
            }
        }
        members.get("plans/:plan/closure/reopening") { _, context in context.page(try await planReopeningForm(context, .fresh)) }
        members.post("plans/:plan/closure/reopening") { request, context in
            let reference = try context.part("plan")
            return try await context.writing(request, in: desk, saying: "The plan is open again.", because: "because") { fields in
                let because = fields.text("because", "Why it is open again", atMost: 4000)
                return { work in
                    let plan = try work.session.plan(reference)
                    try plans.reopen(plan, because: because, work)
                    return PlanLinks.plan(plan)
                }
            } orShowing: { try await planReopeningForm(context, $0) }
        }
    }

    private func onClosure(
        _ request: Request, _ context: MemberContext, _ permission: Permission, _ sentence: String,
        _ read: (inout Fields) -> @Sendable (Plan, PlanClosure, Work) throws -> PlanClosure
    ) async throws -> Response {
        try permission.check(context.actor)
        let reference = try context.part("plan")
        return try await context.writing(request, in: desk, saying: sentence) { fields in
            let (deed, shown) = (read(&fields), fields.proposal())
            return { work in
                let plan = try work.session.plan(reference)
                _ = try deed(plan, work.session.waitingClosure(of: plan, shown: shown), work)
                return PlanLinks.closure(plan)
            }
        } orShowing: { try await closurePage(context, $0) }
    }

    private func closurePage(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("plan")
        return try await desk.read { session in
            let viewer = try context.viewer(session)
            let view = PlanView(try session.facts(of: session.plan(reference)), on: viewer.day)
            let (facts, gate) = (view.facts, ClosingGate(view))
            let closure = facts.closing.closure(on: view.day) ?? facts.closing.proposed(on: view.day)
            let items = facts.closing.items.filter { $0.closure == closure?.id }
            let mayPropose = closure == nil && viewer.isToday && PlanPolicy.keeps.allows(viewer.actor) && !view.findings.isEmpty
            let offered = try session.offeredDecisions(about: view, naming, mentions)
            let decisions = [offered.about, offered.others].filter { !$0.things.isEmpty }
            let form: HTML? = try mayPropose ? closureForm(gate, facts, decisions, filled, viewer, session) : nil
            return ClosurePage(
                view: view, gate: gate, report: try session.closureReport(view, naming), closure: closure, items: items,
                carried: try session.carried(items), names: try authors([closure?.askedBy, closure?.decidedBy].compactMap(\.self), session),
                form: form, decisions: decisions, filled: filled, viewer: viewer).page
        }
    }

    private func closureForm(
        _ gate: ClosingGate, _ facts: PlanFacts, _ decisions: [Naming.Group], _ filled: Filled, _ viewer: Viewer, _ session: Session
    ) throws -> HTML {
        let closed = Set(try session.all(PlanClosure.self, "WHERE outcome = 'agreed' AND reopened_on IS NULL").map(\.plan))
        let open = try session.all(Plan.self, "ORDER BY ends_on DESC, id DESC").filter { $0.id != gate.plan.id && !closed.contains($0.id) }
        let plans = open.map(\.id)
        let findings = try session.all(Finding.self, """
            WHERE plan IN (\(list: plans)) AND id NOT IN (SELECT finding FROM withdrawal WHERE finding IS NOT NULL AND restored_on IS NULL)
            ORDER BY plan DESC, place, id LIMIT \(ClosureForm.mostFindings)
            """)
        let carried = Set(facts.closing.items.filter { $0.carriedAs != nil }.map(\.action))
        let before = try gate.undecided.map(\.action).filter { carried.contains($0.id) }.compactMap { action in
            try session.carriedBefore(action).map { (action.id, $0) }
        }
        let again = filled.fields == nil ? facts.proposedBefore(open, findings) : nil
        return ClosureForm(
            gate: gate, plans: open, findings: findings, before: Dictionary(uniqueKeysWithValues: before),
            names: try Parties(session).namesHere(), decisions: decisions, again: again?.closure, filled: again.map { Filled(fields: $0.fields) } ?? filled, viewer: viewer).form
    }

    private func planReopeningForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try PlanPolicy.reopensPlan.check(context.actor)
        let reference = try context.part("plan")
        return try await desk.read { session in
            let plan = try session.plan(reference)
            return ReasonForm(
                title: "Reopen the plan", under: "\(plan.title)", plan: plan,
                words: "From today the plan can be changed again. What was carried forward stays where it went, and what was closed without being implemented stays closed until it is reopened by itself.",
                label: "Why it is open again", deed: "Reopen the plan", link: PlanLinks.closure(plan, "reopening"), back: PlanLinks.closure(plan),
                filled: filled, viewer: try context.viewer(session)).page
        }
    }
}
