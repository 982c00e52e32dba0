import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension EnforcementPages {
    /// What a case holds besides notices.
    func keepingFindings(_ members: Routes<MemberContext>) {
        members.get("enforcement/cases/:case/findings/new") { _, context in context.page(try await findingForm(context, .fresh)) }
        members.post("enforcement/cases/:case/findings") { request, context in
            try await writing(request, context, "The finding was recorded.", "findings") { fields in
                let new = NewCaseFinding(reading: &fields)
                return { own, work in try enforcement.find(new, in: own, work) }
            } orShowing: { try await findingForm(context, $0) }
        }
        members.get("enforcement/cases/:case/findings/:finding/retraction") { _, context in context.page(try await retractionForm(context, .fresh)) }
        members.post("enforcement/cases/:case/findings/:finding/retraction") { request, context in
            let id = try context.id("finding", of: CaseFinding.self)
            return try await writing(request, context, "The finding was struck out.", "findings") { fields in
                let because = fields.text("because", "Why", atMost: 8000)
                return { own, work in try enforcement.strike(work.session.finding(id, of: own), of: own, because: because, work) }
            } orShowing: { try await retractionForm(context, $0) }
        }
        members.get("enforcement/cases/:case/rationale") { _, context in context.page(try await rationaleForm(context, .fresh)) }
        members.post("enforcement/cases/:case/rationale") { request, context in
            try await writing(request, context, "The rationale was recorded.", "rationale") { fields in
                let new = NewRationale(reading: &fields)
                let version = fields.written("version").isEmpty ? nil : fields.version()
                return { own, work in try enforcement.reason(new, for: own, version: version, work) }
            } orShowing: { try await rationaleForm(context, $0) }
        }
        members.get("enforcement/cases/:case/outcomes/new") { _, context in context.page(try await outcomeForm(context, nil, .fresh)) }
        members.post("enforcement/cases/:case/outcomes") { request, context in
            try await writing(request, context, "It was recorded.", "outcomes") { fields in
                let new = NewCaseOutcome(reading: &fields)
                return { own, work in try enforcement.add(new, to: own, work) }
            } orShowing: { try await outcomeForm(context, nil, $0) }
        }
        members.get("enforcement/cases/:case/outcomes/:outcome/result") { _, context in context.page(try await outcomeForm(context, try context.id("outcome"), .fresh)) }
        members.post("enforcement/cases/:case/outcomes/:outcome/result") { request, context in
            let id = try context.id("outcome", of: CaseOutcome.self)
            return try await writing(request, context, "What came of it was recorded.", "outcomes") { fields in
                let (result, day) = (fields.text("result", "What came of it", atMost: 8000), fields.day("result-on", "Known on"))
                return { own, work in try enforcement.settle(work.session.outcome(id, of: own), of: own, result: result, on: day, work) }
            } orShowing: { try await outcomeForm(context, id, $0) }
        }
    }

    /// Does what a form of a case asks for and shows that part of the case.
    private func writing(
        _ request: Request, _ context: MemberContext, _ sentence: String, _ part: String,
        _ read: (inout Fields) throws -> @Sendable (EnforcementCase, Work) throws -> Void, orShowing form: (Filled) async throws -> Page
    ) async throws -> Response {
        let reference = try context.part("case")
        return try await context.writing(request, in: desk, saying: sentence, { fields in
            let deed = try read(&fields)
            return { work in
                let own = try work.session.enforcementCase(reference)
                try deed(own, work)
                return EnforcementLinks.enforcementCase(own).at(part)
            }
        }, orShowing: form)
    }

    private func findingForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await kept(context) { own, viewer, _ in FindingForm(own: own, filled: filled, viewer: viewer).page }
    }

    private func retractionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let id = try context.id("finding", of: CaseFinding.self)
        return try await kept(context) { own, viewer, session in
            let finding = try session.finding(id, of: own)
            return ReasonForm(title: "Strike out the finding", under: "Article \(finding.article): \(finding.found)", own: own, link: EnforcementLinks.finding(finding, own), filled: filled, viewer: viewer).page
        }
    }

    private func rationaleForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await kept(context) { own, viewer, session in 
            RationaleForm(
                own: own, held: try session.rationale(of: own), policy: try session.enforcementPolicy(inForceOn: viewer.today), filled: filled, viewer: viewer).page
        }
    }

    private func outcomeForm(_ context: MemberContext, _ id: ID<CaseOutcome>?, _ filled: Filled) async throws -> Page {
        try await kept(context) { own, viewer, session in OutcomeForm(own: own, outcome: try id.map { try session.outcome($0, of: own) }, filled: filled, viewer: viewer).page }
    }
}
