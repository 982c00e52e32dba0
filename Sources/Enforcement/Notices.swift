import Kernel
import People
public import Storage

/// The verbs of notices. What may be done with one is said by `NoticeMove.all`.
extension Enforcement {
    /// - Throws: `not-allowed`, `case-closed`, `fields-need-attention`
    @discardableResult
    public func draft(_ type: NoticeType, _ new: NewNotice, in enforcementCase: EnforcementCase, _ work: Work) throws -> Notice {
        try checkKeeps(enforcementCase, work)
        try refuseClosed(enforcementCase)
        let new = try onRecord(new, work)
        try refuseAmiss(new, type)
        let reference = try work.next("N", of: Notice.self, in: work.today)
        let notice = try work.add("drafted the notice", in: enforcementCase.subject) { id in
            Notice(id: id, reference: reference, enforcementCase: enforcementCase.id, type: type, new, drafted: work.today, by: work.actor.subject)
        }
        try work.saveLists(of: notice)
        return notice
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `notice-move-refused`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func edit(_ notice: Notice, _ new: NewNotice, version: Int? = nil, _ work: Work) throws -> Notice {
        let facts = try work.session.facts(of: notice)
        try checkKeeps(facts.enforcementCase, work)
        try NoticeMove.check(.edit, notice.type, in: NoticeView(facts, on: work.today, practice: practice).state, named: notice.reference)
        let new = try onRecord(new, work)
        try refuseAmiss(new, notice.type)
        var changed = notice.saying(new)
        changed.version = version ?? notice.version
        let saved = try work.change("edited the notice", changed, in: facts.enforcementCase.subject)
        try work.saveLists(of: saved)
        return saved
    }

    /// With the names and addresses of duty holders who are on record.
    private func onRecord(_ new: NewNotice, _ work: Work) throws -> NewNotice {
        var known = new
        known.recipients = try new.recipients.map { try work.session.onRecord($0, on: work.today) }
        return known
    }

    /// Records something that happened to a notice. The first service freezes its document.
    ///
    /// - Parameter version: the version of the notice that was read, where it was thought out on a page: what is approved is what was seen.
    /// - Throws: `not-allowed`, `no-signing-authority`, `changed-meanwhile`, and as `NoticeFacts.check`
    @discardableResult
    public func record(_ deed: NoticeDeed, _ new: NewNoticeEvent, of notice: Notice, version: Int? = nil, _ work: Work) throws -> NoticeEvent {
        let facts = try work.session.facts(of: notice)
        if deed == .approval {
            try checkApproves(facts, on: new.on, work)
        } else if deed != .sendingBack || !CasePolicy.approvesAny.allows(work.actor) {
            try checkKeeps(facts.enforcementCase, work)
        }
        if let version, version != facts.notice.version {
            let sentence = version < 1 ? "Say which version of \(notice.reference) you read." : "Someone else changed \(notice.reference) since you opened it. Read it as it stands now, then try again."
            throw Refusal.conflict("changed-meanwhile", sentence)
        }
        let new = try facts.addressed(new, deed)
        try facts.check(deed, new, today: work.today, practice: practice)
        let event = try work.add(deed.told, in: facts.enforcementCase.subject) { id in
            NoticeEvent(id: id, notice: notice.id, new, by: work.actor.subject, recorded: work.today)
        }
        if deed == .services, !facts.counting.contains(where: { $0.kind == .served }) {
            try freeze(facts, work)
            try work.keepParticulars(of: facts.notice, facts, from: new.on)
        }
        return event
    }

    /// Changes what the public entry of a served notice says, from a day.
    ///
    /// - Throws: `not-allowed`, `notice-move-refused`, `fields-need-attention`
    @discardableResult
    public func amend(_ notice: Notice, _ new: NewAmendment, version: Int? = nil, _ work: Work) throws -> Notice {
        let facts = try work.session.facts(of: notice)
        try checkKeeps(facts.enforcementCase, work)
        try refuseFuture(new.on, "on", work)
        let view = NoticeView(facts, on: new.on, practice: practice)
        try NoticeMove.check(.amend, notice.type, in: view.state, named: notice.reference)
        if let last = facts.counting.last(where: { $0.kind != .consulted }), new.on < last.on {
            throw Refusal.fields([.init("on", "\(last.kind.words) on \(last.on) is on record after \(new.on). Give that day or a later one.")])
        }
        var changed = notice
        changed.version = version ?? notice.version
        (changed.substance, changed.articles) = (new.substance, new.articles)
        let lacks = changed.lacks.compactMap { one in one.field.map { Refusal.Field($0, one.sentence) } }.filter { ["articles", "substance"].contains($0.name) }
        guard lacks.isEmpty else { throw Refusal.fields(lacks) }
        let saved = try work.change("amended the notice", changed, in: facts.enforcementCase.subject)
        try work.saveLists(of: saved)
        try work.add("recorded the amendment", in: facts.enforcementCase.subject) { id in
            NoticeEvent(id: id, notice: notice.id, NewNoticeEvent(.amended, on: new.on, note: new.note), by: work.actor.subject, recorded: work.today)
        }
        try work.keepParticulars(of: saved, facts, from: new.on, after: facts.said(on: new.on))
        return saved
    }

    /// Strikes out what was recorded of a notice last, where that was an error; the journal keeps it.
    ///
    /// - Throws: `not-allowed`, `event-not-last`
    @discardableResult
    public func strike(_ event: NoticeEvent, of notice: Notice, because: String, _ work: Work) throws -> NoticeEvent {
        let facts = try work.session.facts(of: notice)
        try checkKeeps(facts.enforcementCase, work)
        guard facts.counting.map(\.id).max() == event.id, event.kind.canBeStruck else {
            throw Refusal.conflict("event-not-last", "Only what was recorded last of \(notice.reference) can be struck out, and never an amendment or that it was sent back. Strike out what follows it first.")
        }
        var changed = event
        changed.struck = because
        return try work.change("struck out what was recorded", changed, in: facts.enforcementCase.subject)
    }

    private func refuseAmiss(_ new: NewNotice, _ type: NoticeType) throws(Refusal) {
        let wrong = new.amiss(type)
        if !wrong.isEmpty { throw .fields(wrong) }
    }

    private func checkApproves(_ facts: NoticeFacts, on day: Day, _ work: Work) throws {
        let parties = try Parties(work.session).actedFor(by: work.actor, on: work.today)
        try CasePolicy.approves(facts.notice, of: facts.enforcementCase, actingFor: parties, writtenBy: work.session.writers(of: facts.notice)).check(work.actor)
        // Of a day before, it takes the authority and the post on that day and still today: what lapsed since is not used by dating back.
        let both = parties.intersection(try Parties(work.session).actedFor(by: work.actor, on: day))
        let authorities = try work.session.signingAuthorities(on: day).filter { $0.type == facts.notice.type && $0.holds(on: work.today) && both.contains($0.party) }
        guard !authorities.isEmpty else {
            let days = day == work.today ? "on \(day)" : "on \(day) and on \(work.today) alike"
            throw Refusal.forbidden("no-signing-authority", "\(work.actor.name) had no authority to sign \(facts.notice.type.words.lowercased())s \(days). An administrator gives it, or another approver signs.")
        }
    }
}

extension NoticeDeed {
    /// What the journal says was done.
    var told: String {
        switch self {
        case .consultations: "recorded a consultation on the notice"
        case .approval: "approved the notice"
        case .sendingBack: "sent back the notice"
        case .abandonment: "abandoned the notice"
        case .services: "recorded service of the notice"
        case .extensions: "extended the time of the notice"
        case .appeals: "recorded an appeal"
        case .disposals: "recorded how the appeal ended"
        case .directions: "recorded a direction of the court"
        case .objections: "recorded an objection"
        case .resolutions: "resolved the objection"
        case .inspections: "recorded an inspection for compliance"
        case .withdrawal: "withdrew the notice"
        }
    }
}
