import Hummingbird
import Kernel
import Markup
import People
import Premises
import Storage
import Web

extension EnforcementPages {
    /// What is done with notices: drafting and editing, amending, and every move that is recorded by a form of its own.
    func keepingNotices(_ members: Routes<MemberContext>) {
        members.get("enforcement/cases/:case/notices/new") { _, context in
            context.page(try await draftForm(context, context.query["type"].flatMap(NoticeType.init) ?? .enforcement, .fresh))
        }
        members.post("enforcement/cases/:case/notices") { request, context in
            let (reference, today) = (try context.part("case"), context.today)
            return try await context.writing(request, in: desk, saying: "The notice was drafted.") { fields in
                let type = fields.choice("type", "Type", default: NoticeType.enforcement)
                let new = NewNotice(reading: &fields, of: type, on: today)
                return { work in EnforcementLinks.notice(try enforcement.draft(type, new, in: work.session.enforcementCase(reference), work)) }
            } orShowing: { try await draftForm(context, NoticeType(rawValue: $0.value("type")) ?? .enforcement, $0) }
        }
        members.get("enforcement/notices/:notice/edit") { _, context in context.page(try await editForm(context, .fresh)) }
        members.post("enforcement/notices/:notice/edit") { request, context in
            let (reference, today) = (try context.part("notice"), context.today)
            return try await context.writing(request, in: desk, saying: "The notice was saved.") { fields in
                let type = fields.choice("type", "Type", default: NoticeType.enforcement)
                let (new, version) = (NewNotice(reading: &fields, of: type, on: today), fields.version())
                return { work in EnforcementLinks.notice(try enforcement.edit(work.session.notice(reference), new, version: version, work)) }
            } orShowing: { try await editForm(context, $0) }
        }
        members.get("enforcement/notices/:notice/amendments") { _, context in context.page(try await amendmentForm(context, .fresh)) }
        members.post("enforcement/notices/:notice/amendments") { request, context in
            let reference = try context.part("notice")
            return try await context.writing(request, in: desk, saying: "The notice was amended.") { fields in
                let (new, version) = (NewAmendment(reading: &fields), fields.version())
                return { work in EnforcementLinks.notice(try enforcement.amend(work.session.notice(reference), new, version: version, work)) }
            } orShowing: { try await amendmentForm(context, $0) }
        }
        for deed in NoticeDeed.allCases { keeping(deed, members) }
        members.get("enforcement/notices/:notice/events/:event/retraction") { _, context in context.page(try await strikeForm(context, .fresh)) }
        members.post("enforcement/notices/:notice/events/:event/retraction") { request, context in
            let (reference, id) = (try context.part("notice"), try context.id("event", of: NoticeEvent.self))
            return try await context.writing(request, in: desk, saying: "It was struck out.") { fields in
                let because = fields.text("because", "Why", atMost: 8000)
                return { work in
                    let notice = try work.session.notice(reference)
                    try enforcement.strike(work.session.event(id, of: notice), of: notice, because: because, work)
                    return EnforcementLinks.notice(notice).at("events")
                }
            } orShowing: { try await strikeForm(context, $0) }
        }
    }

    private func keeping(_ deed: NoticeDeed, _ members: Routes<MemberContext>) {
        let path = RouterPath("enforcement/notices/:notice/\(deed.rawValue)")
        members.get(path) { _, context in context.page(try await deedForm(context, deed, .fresh)) }
        members.post(path) { request, context in
            let reference = try context.part("notice")
            return try await context.writing(request, in: desk, saying: "It was recorded.", keeping: ["no-signing-authority"]) { fields in
                let new = deed.read(&fields)
                let version: Int? = deed == .approval ? fields.version() : nil
                return { work in
                    let notice = try work.session.notice(reference)
                    try enforcement.record(deed, new, of: notice, version: version, work)
                    return EnforcementLinks.notice(notice)
                }
            } orShowing: { try await deedForm(context, deed, $0) }
        }
    }

    private func draftForm(_ context: MemberContext, _ type: NoticeType, _ filled: Filled) async throws -> Page {
        try await kept(context) { own, viewer, session in
            let facts = try session.facts(of: own)
            return NoticeForm(
                own: own, type: type, notice: nil, found: facts.articles(on: viewer.today), drafted: nil,
                answering: try session.recipients(at: session.survivor(of: facts.premises), on: viewer.today), holders: try session.offeredDutyHolders(), filled: filled, viewer: viewer).page
        }
    }

    private func editForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await keptNotice(context) { view, viewer, session in
            let notice = view.notice
            try NoticeMove.check(.edit, notice.type, in: view.state, named: notice.reference)
            return NoticeForm(
                own: view.facts.enforcementCase, type: notice.type, notice: notice, found: [], drafted: NoticeWords(facts: view.facts).text,
                answering: [], holders: try session.offeredDutyHolders(), filled: filled, viewer: viewer).page
        }
    }

    private func amendmentForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await keptNotice(context) { view, viewer, _ in AmendmentForm(view: view, filled: filled, viewer: viewer).page }
    }

    private func strikeForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let id = try context.id("event", of: NoticeEvent.self)
        return try await keptNotice(context) { view, viewer, session in
            let event = try session.event(id, of: view.notice)
            return ReasonForm(
                title: "Strike it out", under: "\(event.kind.words), \(event.on). It counts no more; the journal keeps it.", own: view.facts.enforcementCase,
                link: EnforcementLinks.event(event, view.notice), back: EnforcementLinks.notice(view.notice), filled: filled, viewer: viewer).page
        }
    }

    private func deedForm(_ context: MemberContext, _ deed: NoticeDeed, _ filled: Filled) async throws -> Page {
        guard deed == .approval || deed == .sendingBack && CasePolicy.approvesAny.allows(context.actor) else {
            return try await keptNotice(context) { view, viewer, _ in DeedForm(deed: deed, view: view, filled: filled, viewer: viewer).page }
        }
        let reference = try context.part("notice")
        return try await desk.read { session in
            let viewer = try context.viewer(session)
            let view = NoticeView(try session.facts(of: session.notice(reference)), on: viewer.today)
            if deed == .approval {
                let writers = try session.writers(of: view.notice)
                try CasePolicy.approves(view.notice, of: view.facts.enforcementCase, actingFor: viewer.parties, writtenBy: writers).check(viewer.actor)
            }
            // What is to be put right in the draft is no field of this form, so it is told as a sentence.
            let told = filled.refusal.map { Refusal($0.code, $0.kind, $0.sentence, fields: $0.fields.filter { ["on", "note"].contains($0.name) }) }
            return DeedForm(deed: deed, view: view, filled: Filled(fields: filled.fields, refusal: told), viewer: viewer).page
        }
    }

    /// A form of a notice, for whoever keeps its case.
    private func keptNotice(_ context: MemberContext, _ form: @escaping @Sendable (NoticeView, Viewer, Session) throws -> Page) async throws -> Page {
        let reference = try context.part("notice")
        return try await desk.read { session in
            let viewer = try context.viewer(session)
            let view = NoticeView(try session.facts(of: session.notice(reference)), on: viewer.today)
            try CasePolicy.keeps(view.facts.enforcementCase, actingFor: viewer.parties).check(viewer.actor)
            return try form(view, viewer, session)
        }
    }
}
