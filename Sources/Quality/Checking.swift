public import Kernel
import People
public import Storage

/// What is done to checks.
extension Quality {
    /// Has a piece of work checked that no plan drew.
    ///
    /// - Throws: `not-allowed`, `no-quality-form`, `reviewer-is-auditor`, `work-under-check`, `fields-need-attention`
    @discardableResult
    public func open(_ new: NewQualityCheck, _ work: Work) throws -> QualityCheck {
        try QualityPolicy.plans.check(work.actor)
        guard let audited = try neighbours.audit(new.work, work.session) else {
            throw Refusal.fields([.init("work", "There is no completed audit “\(new.work.prefix(40))”. Write its reference, such as A-2026-0001.")])
        }
        let reviewer = try Parties(work.session).named(new.reviewer, field: "reviewer")
        try refusePast(new.due, "due", work)
        let barred = try work.session.barred(from: [(audited.officer, audited.carriedOut)])[0]
        let parties = try work.session.qualityParties(of: work.actor, on: work.today)
        guard parties.isDisjoint(with: barred) else { throw Refusal.forbidden("not-allowed", "A manager has work of others checked, never their own. Ask another manager.") }
        let standing = try work.session.qualityChecks(of: audited.subject).first { $0.state(on: work.today) == .open }
        if let standing { throw Refusal.conflict("work-under-check", "\(new.work) is being checked already, by \(standing.check.reference). Complete or call off that check first.") }
        return try begin(audited, kind: new.kind, reviewer: reviewer, barred: barred, due: new.due, sample: nil, why: new.why, work)
    }

    /// Opens a check of a piece of work, whoever may decide that it is checked.
    ///
    /// - Throws: `no-quality-form`, `reviewer-is-auditor`
    func begin(
        _ audited: AuditedWork, kind: QualityCheckKind, reviewer: Party, barred: Set<ID<Party>>, due: Day, sample: ID<SamplingPlan>?, why: String, _ work: Work
    ) throws -> QualityCheck {
        guard let form = try work.session.qualityForm(inForceOn: work.today) else {
            throw Refusal.conflict("no-quality-form", "No edition of the form is in force, so nothing can be checked by it. Draft one and have an approver adopt it.")
        }
        try refuseOwn(reviewer, barred, work)
        let office = try work.session.office(of: audited.officer, on: audited.carriedOut)
        let reference = try work.next("Q", of: QualityCheck.self, in: work.today)
        return try work.add("opened the check") { id in
            QualityCheck(
                id: id, reference: reference, work: audited.subject, workReference: audited.sampled.reference.text, place: audited.place, auditor: audited.officer, office: office,
                carriedOut: audited.carriedOut, kind: kind, reviewer: reviewer.id, form: form.id, due: due, sample: sample, why: why, since: work.today)
        }
    }

    /// Says who makes an open check, how and by when.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `check-completed`, `check-called-off`, `reviewer-is-auditor`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func assign(_ check: QualityCheck, _ new: QualityAssignment, version: Int? = nil, _ work: Work) throws -> QualityCheck {
        let facts = try work.session.facts(of: check)
        try QualityPolicy.assigns(facts, actingFor: parties(work)).check(work.actor)
        try refuseEnded(check)
        let reviewer = try Parties(work.session).named(new.reviewer, field: "reviewer")
        try refuseOwn(reviewer, facts.barred, work)
        if new.due != check.due { try refusePast(new.due, "due", work) }
        var changed = check
        changed.version = version ?? check.version
        (changed.kind, changed.reviewer, changed.due) = (new.kind, reviewer.id, new.due)
        return try work.keep("assigned the check", changed)
    }

    /// Saves the working form as it stands, whole or not.
    ///
    /// - Throws: `not-allowed`, `check-completed`, `check-called-off`, `changed-meanwhile`
    @discardableResult
    public func fill(_ check: QualityCheck, _ sheet: QualitySheet, version: Int? = nil, _ work: Work) throws -> QualityCheck {
        try QualityPolicy.fills(work.session.facts(of: check), actingFor: parties(work)).check(work.actor)
        try refuseEnded(check)
        if sheet == check.sheet { return check }
        var changed = check
        changed.version = version ?? check.version
        changed.sheet = sheet
        return try work.keep("filled in the check", changed)
    }

    /// Completes a check. From then on whoever did the work reads it.
    ///
    /// - Throws: `not-allowed`, `check-completed`, `check-called-off`, `fields-need-attention`, `changed-meanwhile`, and the code of the first obstacle
    @discardableResult
    public func complete(_ check: QualityCheck, on day: Day, version: Int? = nil, _ work: Work) throws -> QualityCheck {
        let facts = try work.session.facts(of: check)
        try QualityPolicy.fills(facts, actingFor: parties(work)).check(work.actor)
        try refuseEnded(check)
        try refuseFuture(day, "on", since: check.since, work)
        if work.today > check.due, day <= check.due {
            throw Refusal.fields([.init("on", "It was due by \(check.due) and is completed afterwards, so it is not in time. Give a day after that.")])
        }
        try refuseObstacles(facts.obstacles())
        var changed = check
        changed.version = version ?? check.version
        changed.completed = day
        return try work.keep("completed the check", changed)
    }

    /// Puts right what a completed check says, for a reason. What whoever did the work answered stays.
    ///
    /// - Throws: `not-allowed`, `check-not-completed`, `changed-meanwhile`, and the code of the first obstacle
    @discardableResult
    public func correct(_ check: QualityCheck, _ sheet: QualitySheet, because: String, version: Int? = nil, _ work: Work) throws -> QualityCheck {
        let facts = try work.session.facts(of: check)
        try QualityPolicy.fills(facts, actingFor: parties(work)).check(work.actor)
        try refuseUncompleted(check)
        try refuseObstacles(sheet.obstacles(by: facts.form))
        var changed = check
        changed.version = version ?? check.version
        changed.sheet = sheet
        (changed.corrected, changed.correction) = (work.today, because)
        return try work.keep("corrected the check", changed)
    }

    /// Keeps what whoever did the work says to a completed check; said again, it replaces what was said before, which its history has.
    ///
    /// - Throws: `not-allowed`, `check-not-completed`, `changed-meanwhile`
    @discardableResult
    public func reply(to check: QualityCheck, saying reply: String, version: Int? = nil, _ work: Work) throws -> QualityCheck {
        try QualityPolicy.replies(to: work.session.facts(of: check), actingFor: parties(work)).check(work.actor)
        try refuseUncompleted(check)
        var changed = check
        changed.version = version ?? check.version
        (changed.reply, changed.replied) = (reply, work.today)
        return try work.keep("answered the check", changed)
    }

    /// Gives an open check up, for a reason. It counts as planned and not done.
    ///
    /// - Throws: `not-allowed`, `check-completed`, `check-called-off`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func callOff(_ check: QualityCheck, because: String, version: Int? = nil, _ work: Work) throws -> QualityCheck {
        try QualityPolicy.assigns(work.session.facts(of: check), actingFor: parties(work)).check(work.actor)
        try refuseEnded(check)
        var changed = check
        changed.version = version ?? check.version
        (changed.calledOff, changed.callingOff) = (work.today, because)
        return try work.keep("called off the check", changed)
    }
}
