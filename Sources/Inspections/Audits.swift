public import Kernel
import People
import Premises
public import Storage

/// The verbs of audits, done within one piece of work: each checks the policy, asks the model, saves and journals.
///
/// What is done once an audit is filled in stands in `AuditCompleting.swift`, who may go in `Authorising.swift`, the letter in `Print/`.
public struct Audits: Sendable {
    let neighbours: AuditNeighbours
    /// What stands at the head of a letter; nil where nobody said what the service is called.
    let sender: Letterhead?

    public init(neighbours: AuditNeighbours = .given, sender: Letterhead? = nil) { (self.neighbours, self.sender) = (neighbours, sender) }

    /// Plans an audit. Who is not authorised for it may be planned for: the visit itself is refused until somebody else goes, or an approver made an exception.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`
    @discardableResult
    public func plan(_ new: NewAudit, _ work: Work) throws -> Audit {
        try AuditPolicy.plans.check(work.actor)
        guard new.planned >= Articles.began else {
            throw Refusal.fields([.init("planned", "The articles of the Order are held here from \(Articles.began), so no audit is planned for \(new.planned). Give a later day.")])
        }
        let officer = try Parties(work.session).named(new.officer, field: "officer")
        let premises = try work.session.premises(named: new.premises, field: "premises")
        let reference = try work.next("A", of: Audit.self, in: new.planned)
        let band = try band(new.band, premises, work)
        return try work.add("planned the audit") { id in
            Audit(
                id: id, reference: reference, premises: premises.id, officer: officer.id, kind: new.kind, origin: new.origin, complexity: new.complexity, band: band,
                planned: new.planned, brief: new.brief, since: work.today)
        }
    }

    /// Plans anew what is open: another officer, another day, another kind. The premises stay as they were.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `audit-completed`, `audit-abandoned`, `officer-not-authorised`, `own-demand-lowered`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func replan(_ audit: Audit, _ new: NewAudit, version: Int? = nil, _ work: Work) throws -> Audit {
        try checkKeeps(audit, work)
        try refuseEnded(audit, work)
        var changed = audit
        changed.version = version ?? audit.version
        (changed.kind, changed.origin, changed.complexity) = (new.kind, new.origin, new.complexity)
        changed.band = try work.session.find(audit.premises).map { try band(new.band, $0, work) } ?? new.band
        try refuseLess(changed, than: audit, work)
        (changed.planned, changed.brief) = (new.planned, new.brief)
        changed.officer = try Parties(work.session).named(new.officer, field: "officer").id
        if let day = audit.sheet.carriedOut { try checkAuthorised(changed, on: day, nil, work) }
        return try work.keep("planned the audit anew", changed)
    }

    /// Saves the working form as it stands, whole or not.
    ///
    /// - Parameter version: the version that was read, when it was filled in on a page.
    /// - Throws: `not-allowed`, `audit-completed`, `audit-abandoned`, `officer-not-authorised`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func fill(_ audit: Audit, _ sheet: AuditSheet, version: Int? = nil, _ work: Work) throws -> Audit {
        try checkKeeps(audit, work)
        try refuseEnded(audit, work)
        var changed = audit
        changed.version = version ?? audit.version
        changed.sheet = sheet
        if let day = sheet.carriedOut {
            try refuseFuture(day, "carried-out", work)
            if day < audit.since, day < audit.planned {
                let earliest = min(audit.since, audit.planned)
                throw Refusal.fields([.init("carried-out", "\(audit.reference) came on record on \(audit.since) for \(audit.planned), so it was not carried out before \(earliest). Give a later day.")])
            }
            try checkAuthorised(changed, on: day, "carried-out", work)
        }
        // What has not changed is kept once, however often a tablet sends it.
        if sheet == audit.sheet { return audit }
        return try work.keep(audit.sheet.carriedOut == nil && sheet.carriedOut != nil ? "began the audit" : "filled in the audit", changed)
    }

    /// - Throws: `not-allowed`, `audit-completed`, `audit-abandoned`, `fields-need-attention`
    @discardableResult
    public func abandon(_ audit: Audit, on day: Day, because: String, _ work: Work) throws -> Audit {
        try checkKeeps(audit, work)
        try refuseEnded(audit, work)
        try refuseFuture(day, "on", work)
        guard day >= audit.since else { throw Refusal.fields([.init("on", "\(audit.reference) came on record on \(audit.since). Give that day or a later one.")]) }
        var changed = audit
        (changed.abandoned, changed.abandoning) = (day, because)
        return try work.keep("abandoned the audit", changed)
    }

    /// The risk that counts: what somebody states, or the method where it has more.
    private func band(_ stated: AuditRisk?, _ premises: Premises, _ work: Work) throws -> AuditRisk? {
        [stated, try neighbours.band(premises, work.today, work.session)].compactMap { $0 }.max()
    }

    // MARK: What is checked

    /// Whoever may not carry an audit out does not make it ask for less, so that they may.
    ///
    /// - Throws: `own-demand-lowered`
    private func refuseLess(_ changed: Audit, than audit: Audit, _ work: Work) throws {
        guard !work.actor.holds(anyOf: .manager, .administrator, .approver) else { return }
        let isLess = changed.kind != audit.kind || (audit.complexity == .complex && changed.complexity == .simple)
            || (changed.band ?? .veryHigh) < (audit.band ?? .veryHigh)
        guard isLess, try !work.session.facts(of: audit).whyNot(on: work.today).isEmpty else { return }
        throw Refusal.forbidden(
            "own-demand-lowered", "\(audit.reference) asks for more than its officer is authorised for, so whoever goes does not plan it as less. Ask a manager, or an approver for an exception.")
    }

    func checkKeeps(_ audit: Audit, _ work: Work) throws {
        let parties = try Parties(work.session).actedFor(by: work.actor, on: work.today)
        try AuditPolicy.keeps(audit, actingFor: parties).check(work.actor)
    }

    func refuseEnded(_ audit: Audit, _ work: Work) throws(Refusal) {
        if let completed = audit.completed { throw .conflict("audit-completed", "\(audit.reference) was completed on \(completed) and is not edited. Correct it, with a reason.") }
        if let abandoned = audit.abandoned { throw .conflict("audit-abandoned", "\(audit.reference) was abandoned on \(abandoned). Plan another audit.") }
    }

    /// - Throws: `officer-not-authorised`
    func checkAuthorised(_ audit: Audit, on day: Day, _ field: String?, _ work: Work) throws {
        var facts = try work.session.facts(of: audit)
        facts.audit = audit
        facts.authorisations = try work.session.officerAuthorisations(of: audit.officer, on: day)
        let reasons = facts.whyNot(on: day)
        guard !reasons.isEmpty else { return }
        let sentence = AuditFacts.refusal(reasons)
        throw Refusal("officer-not-authorised", .conflict, sentence, fields: field.map { [.init($0, sentence)] } ?? [])
    }

    func refuseFuture(_ day: Day, _ field: String, _ work: Work) throws(Refusal) {
        if day > work.today { throw .fields([.init(field, "\(day) has not come. Give today or an earlier day.")]) }
    }
}
