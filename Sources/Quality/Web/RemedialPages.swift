import Documents
import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension QualityPages {
    /// What is done about what checks found.
    func remedying(_ members: Routes<MemberContext>) {
        members.get("quality/remedials") { _, context in
            let filter = RemedialFilter(context.query)
            return context.page(try await desk.read { session in
                let viewer = try context.qualityReader(session)
                let lines = filter.shown(try session.remedialLines(readBy: viewer.actor, viewer.parties, on: viewer.day), on: viewer.day)
                return RemedialListPage(lines: lines, filter: filter, spoken: Spoken(names: try naming.names(of: lines.compactMap(\.remedial.action), session), viewer: viewer), viewer: viewer).page
            })
        }
        members.get("quality/remedials/export/:format") { _, context in
            let format = try TableFile.Format(named: context.part("format"))
            let filter = RemedialFilter(context.query)
            let export = try await desk.read { session in
                let viewer = try context.qualityReader(session)
                return RemedialExport(lines: filter.shown(try session.remedialLines(readBy: viewer.actor, viewer.parties, on: viewer.day), on: viewer.day), day: viewer.day)
            }
            return context.download(try export.bytes(as: format), name: export.name(as: format), type: format.type)
        }
        members.get("quality/remedials/:remedial") { _, context in
            let id = try context.remedialNumber()
            return context.page(try await desk.read { session in
                let viewer = try context.qualityReader(session)
                let line = try session.remedialLine(id, readBy: viewer.actor, viewer.parties, on: viewer.day)
                return RemedialPage(line: line, spoken: Spoken(names: try naming.names(of: [line.facts.check.work] + [line.remedial.action].compactMap(\.self), session), viewer: viewer), viewer: viewer).page
            })
        }
        form(members, "edit", saying: "The remedial action was changed.", may: { QualityPolicy.remedies($0.facts, actingFor: $1) }, show: { $0.editing }) { fields in
            let new = NewRemedialAction(reading: &fields)
            return { remedial, version, work in try quality.edit(remedial, new, version: version, work) }
        }
        form(members, "completion", saying: "It is recorded that it was done.", may: { QualityPolicy.does($0.remedial, actingFor: $1) }, show: { $0.finishing }) { fields in
            let (day, doing, lookBy) = (fields.day("on", "Done on"), fields.text("doing", "What was done", atMost: 8000), fields.optionalDay("look-by", "Look by"))
            return { remedial, version, work in try quality.finish(remedial, on: day, doing: doing, lookBy: lookBy, version: version, work) }
        }
        form(members, "look", saying: "It is recorded whether it worked.", may: { QualityPolicy.looks(at: $0.remedial, of: $0.facts, actingFor: $1) }, show: { $0.looking }) { fields in
            let (day, outcome, because) = (fields.day("on", "Looked at on"), fields.outcome(), fields.text("because", "What that rests on", atMost: 8000))
            let lookBy = fields.optionalDay("look-by", "Look again by")
            return { remedial, version, work in try quality.look(at: remedial, on: day, outcome: outcome, because: because, lookBy: lookBy, version: version, work) }
        }
        openingActions(members)
    }

    private func openingActions(_ members: Routes<MemberContext>) {
        @Sendable func page(_ context: MemberContext, _ filled: Filled) async throws -> Page {
            try await remedialForm(context, filled, may: { QualityPolicy.assigns($0.facts, actingFor: $1) }) { forms, session in forms.opening(try quality.neighbours.findings(session)) }
        }
        members.get("quality/remedials/:remedial/plan-action") { _, context in context.page(try await page(context, .fresh)) }
        members.post("quality/remedials/:remedial/plan-action") { request, context in
            let id = try context.remedialNumber()
            return try await context.writing(request, in: desk, saying: "An action was opened in the plan.") { fields in
                let (finding, version) = (fields.finding(), fields.version())
                return { work in QualityLinks.remedial(try quality.openAction(for: work.session.remedial(id), under: finding, version: version, work)) }
            } orShowing: { try await page(context, $0) }
        }
    }

    private func form(
        _ members: Routes<MemberContext>, _ part: String, saying sentence: String, may: @escaping @Sendable (RemedialLine, Set<ID<Party>>) -> Permission, show: @escaping @Sendable (RemedialForms) -> Page,
        _ read: @escaping @Sendable (inout Fields) -> @Sendable (RemedialAction, Int, Work) throws -> RemedialAction
    ) {
        members.get("quality/remedials/:remedial/\(part)") { _, context in context.page(try await remedialForm(context, .fresh, may: may) { forms, _ in show(forms) }) }
        members.post("quality/remedials/:remedial/\(part)") { request, context in
            let id = try context.remedialNumber()
            return try await context.writing(request, in: desk, saying: sentence) { fields in
                let (deed, version) = (read(&fields), fields.version())
                return { work in QualityLinks.remedial(try deed(work.session.remedial(id), version, work)) }
            } orShowing: { filled in try await remedialForm(context, filled, may: may) { forms, _ in show(forms) } }
        }
    }

    private func remedialForm(
        _ context: MemberContext, _ filled: Filled, may: @escaping @Sendable (RemedialLine, Set<ID<Party>>) -> Permission, _ page: @escaping @Sendable (RemedialForms, Session) throws -> Page
    ) async throws -> Page {
        let id = try context.remedialNumber()
        return try await desk.read { session in
            let viewer = try context.qualityViewer(session)
            let remedial = try session.remedial(id)
            guard let facts = try session.qualityFacts("WHERE id = \(remedial.check)").first else { throw Refusal.missing("remedial-not-found", "Its check is not on record.") }
            let line = RemedialLine(remedial: remedial, facts: facts, owner: try Parties(session).get(remedial.owner).name)
            try may(line, viewer.parties).check(viewer.actor)
            return try page(RemedialForms(remedial: remedial, facts: facts, owner: line.owner, names: try Parties(session).namesHere(), filled: filled, viewer: viewer), session)
        }
    }
}

extension MemberContext {
    /// - Throws: `remedial-not-found`
    fileprivate func remedialNumber() throws -> ID<RemedialAction> {
        guard let number = Int64(try part("remedial")) else { throw Refusal.missing("remedial-not-found", "There is no remedial action of that number.") }
        return ID(number)
    }
}

extension Fields {
    /// Whether it worked, which must be said.
    mutating func outcome() -> RemedialOutcome {
        guard let outcome = optionalChoice("outcome", "Did it work", of: RemedialOutcome.self) else {
            if written("outcome").isEmpty { refuse("outcome", "Say whether it worked, or that it can’t be said yet.") }
            return .tooEarly
        }
        return outcome
    }

    /// A finding of a plan. What names none is refused where it is looked up, after whoever asks.
    mutating func finding() -> Subject {
        if written("finding").isEmpty { refuse("finding", "Choose the finding under which the action stands.") }
        return Subject(written("finding")) ?? Subject(kind: "finding", number: 0)
    }
}
