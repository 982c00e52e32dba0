import Hummingbird
import Kernel
import Markup
import People
import Premises
import Storage
import Web

extension EnforcementPages {
    /// Opening, editing, closing and reopening cases.
    func keepingCases(_ members: Routes<MemberContext>) {
        members.get("enforcement/cases/new") { _, context in context.page(try await caseForm(context, nil, .fresh)) }
        members.post("enforcement/cases") { request, context in
            try await context.writing(request, in: desk, saying: "The case was opened.") { fields in
                let new = NewCase(reading: &fields)
                return { work in EnforcementLinks.enforcementCase(try enforcement.open(new, work)) }
            } orShowing: { try await caseForm(context, nil, $0) }
        }
        members.get("enforcement/cases/:case/edit") { _, context in context.page(try await caseForm(context, try context.part("case"), .fresh)) }
        members.post("enforcement/cases/:case/edit") { request, context in
            let reference = try context.part("case")
            return try await context.writing(request, in: desk, saying: "The case was saved.") { fields in
                let (new, version) = (NewCase(reading: &fields), fields.version())
                return { work in EnforcementLinks.enforcementCase(try enforcement.edit(work.session.enforcementCase(reference), new, version: version, work)) }
            } orShowing: { try await caseForm(context, reference, $0) }
        }
        members.get("enforcement/cases/:case/closure") { _, context in context.page(try await closureForm(context, .fresh)) }
        members.post("enforcement/cases/:case/closure") { request, context in
            let reference = try context.part("case")
            return try await context.writing(request, in: desk, saying: "The case was closed.") { fields in
                let (day, because) = (fields.day("on", "The day"), fields.text("because", "Why", atMost: 8000))
                return { work in EnforcementLinks.enforcementCase(try enforcement.close(work.session.enforcementCase(reference), on: day, because: because, work)) }
            } orShowing: { try await closureForm(context, $0) }
        }
        members.post("enforcement/cases/:case/reopening") { request, context in
            let reference = try context.part("case")
            _ = try await Form(request, context)
            let own = try await desk.write(by: context.actor) { work in try enforcement.reopen(work.session.enforcementCase(reference), work) }
            return context.seeOther(EnforcementLinks.enforcementCase(own), saying: "The case was reopened.")
        }
    }

    private func caseForm(_ context: MemberContext, _ reference: String?, _ filled: Filled) async throws -> Page {
        if reference == nil { try CasePolicy.opens.check(context.actor) }
        let premises = context.query["premises"]
        let written = filled.value("premises", premises)
        return try await desk.read { session in
            let viewer = try context.viewer(session)
            let facts = try reference.map { try session.facts(of: session.enforcementCase($0)) }
            if let facts { try CasePolicy.keeps(facts.enforcementCase, actingFor: viewer.parties).check(viewer.actor) }
            return CaseForm(facts: facts, names: try Parties(session).all().map(\.name), premises: premises, meant: facts == nil ? try session.premisesMeant(by: written) : [], filled: filled, viewer: viewer).page
        }
    }

    private func closureForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await kept(context) { own, viewer, _ in
            ReasonForm(title: "Close the case", own: own, link: EnforcementLinks.enforcementCase(own, "closure"), hasDay: true, filled: filled, viewer: viewer).page
        }
    }

    /// A form of a case, for whoever keeps it.
    func kept(_ context: MemberContext, _ form: @escaping @Sendable (EnforcementCase, Viewer, Session) throws -> Page) async throws -> Page {
        let reference = try context.part("case")
        return try await desk.read { session in
            let (viewer, own) = (try context.viewer(session), try session.enforcementCase(reference))
            try CasePolicy.keeps(own, actingFor: viewer.parties).check(viewer.actor)
            return try form(own, viewer, session)
        }
    }
}
