import Hummingbird
import Kernel
import Markup
import People
import Premises
import Storage
import Web

extension AuditPages {
    /// Planning audits, and ending them.
    func keepingAudits(_ members: Routes<MemberContext>) {
        members.get("audits/new") { _, context in context.page(try await planForm(context, nil, .fresh)) }
        members.post("audits") { request, context in
            try await context.writing(request, in: desk, saying: "The audit was planned.") { fields in
                let new = NewAudit(reading: &fields)
                return { work in AuditLinks.audit(try audits.plan(new, work)) }
            } orShowing: { try await planForm(context, nil, $0) }
        }
        members.get("audits/:audit/edit") { _, context in context.page(try await planForm(context, try context.part("audit"), .fresh)) }
        members.post("audits/:audit/edit") { request, context in
            let reference = try context.part("audit")
            return try await context.writing(request, in: desk, saying: "The audit was planned anew.") { fields in
                let (new, version) = (NewAudit(reading: &fields), fields.version())
                return { work in AuditLinks.audit(try audits.replan(work.session.audit(reference), new, version: version, work)) }
            } orShowing: { try await planForm(context, reference, $0) }
        }
        members.get("audits/:audit/completion") { _, context in context.page(try await completionForm(context, .fresh)) }
        members.post("audits/:audit/completion") { request, context in
            let reference = try context.part("audit")
            return try await context.writing(request, in: desk, saying: "The audit was completed.") { fields in
                let (day, version) = (fields.day("on", "Completed on"), fields.version())
                return { work in AuditLinks.audit(try audits.complete(work.session.audit(reference), on: day, version: version, work)) }
            } orShowing: { try await completionForm(context, $0) }
        }
        members.get("audits/:audit/abandonment") { _, context in context.page(try await abandonmentForm(context, .fresh)) }
        members.post("audits/:audit/abandonment") { request, context in
            let reference = try context.part("audit")
            return try await context.writing(request, in: desk, saying: "The audit was abandoned.") { fields in
                let (day, because) = (fields.day("on", "The day"), fields.text("because", "Why", atMost: 8000))
                return { work in AuditLinks.audit(try audits.abandon(work.session.audit(reference), on: day, because: because, work)) }
            } orShowing: { try await abandonmentForm(context, $0) }
        }
        members.get("audits/:audit/exception") { _, context in context.page(try await exceptionForm(context, .fresh)) }
        members.post("audits/:audit/exception") { request, context in
            let reference = try context.part("audit")
            return try await context.writing(request, in: desk, saying: "The exception was recorded.") { fields in
                let because = fields.text("because", "Why", atMost: 8000)
                return { work in
                    let audit = try work.session.audit(reference)
                    try audits.except(audit, because: because, work)
                    return AuditLinks.audit(audit)
                }
            } orShowing: { try await exceptionForm(context, $0) }
        }
    }

    private func planForm(_ context: MemberContext, _ reference: String?, _ filled: Filled) async throws -> Page {
        if reference == nil { try AuditPolicy.plans.check(context.actor) }
        let premises = context.query["premises"]
        let written = filled.value("premises", premises)
        return try await desk.read { session in
            let viewer = try context.auditViewer(session)
            let facts = try reference.map { try session.facts(of: session.audit($0)) }
            if let facts { try AuditPolicy.keeps(facts.audit, actingFor: viewer.parties).check(viewer.actor) }
            return AuditPlanForm(
                facts: facts, names: try Parties(session).all().map(\.name), premises: premises, meant: facts == nil ? try session.premisesMeant(by: written) : [], filled: filled,
                viewer: viewer).page
        }
    }

    private func completionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await keptAudit(context) { AuditCompletionForm(facts: $0, filled: filled, viewer: $1).page }
    }

    private func abandonmentForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await keptAudit(context) {
            AuditReasonForm(title: "Abandon the audit", under: "\($0.premises.line). It can’t be taken up again.", facts: $0, part: "abandonment", hasDay: true, danger: true, filled: filled, viewer: $1).page
        }
    }

    private func exceptionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("audit")
        return try await desk.read { session in
            let (viewer, facts) = (try context.auditViewer(session), try session.facts(of: session.audit(reference)))
            try AuditPolicy.excepts(facts.audit, actingFor: viewer.parties).check(viewer.actor)
            return AuditReasonForm(
                title: "Make an exception", under: "\(facts.officer) may then carry out this one audit, as it is planned now.", facts: facts, part: "exception",
                above: authorisationNotice(facts.whyNot(on: facts.day)), filled: filled, viewer: viewer).page
        }
    }

    /// A form of an audit, for whoever keeps it.
    func keptAudit(_ context: MemberContext, _ form: @escaping @Sendable (AuditFacts, AuditViewer) throws -> Page) async throws -> Page {
        let reference = try context.part("audit")
        return try await desk.read { session in
            let (viewer, facts) = (try context.auditViewer(session), try session.facts(of: session.audit(reference), audits.neighbours))
            try AuditPolicy.keeps(facts.audit, actingFor: viewer.parties).check(viewer.actor)
            return try form(facts, viewer)
        }
    }
}
