public import Kernel
import People
public import Storage

/// What is done about what checks found.
extension Quality {
    /// Has something done about a completed check.
    ///
    /// - Throws: `not-allowed`, `check-not-completed`, `fields-need-attention`
    @discardableResult
    public func remedy(_ check: QualityCheck, _ new: NewRemedialAction, _ work: Work) throws -> RemedialAction {
        let facts = try work.session.facts(of: check)
        try QualityPolicy.remedies(facts, actingFor: parties(work)).check(work.actor)
        try refuseUncompleted(check)
        if let criterion = new.criterion, facts.form.criterion(criterion) == nil {
            throw Refusal.fields([.init("criterion", "“\(criterion.prefix(40))” is no criterion of \(facts.form.name) of the form, which \(check.reference) was made by.")])
        }
        let owner = try Parties(work.session).named(new.owner, field: "owner")
        try refusePast(new.due, "due", work)
        return try work.add("asked for a remedial action", in: check.subject) { id in
            RemedialAction(id: id, check: check.id, criterion: new.criterion, kind: new.kind, what: new.what, owner: owner.id, due: new.due, since: work.today)
        }
    }

    /// Words it anew, or gives it to somebody else or another day, while nothing was done.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `remedial-done`, `remedial-in-plan`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func edit(_ remedial: RemedialAction, _ new: NewRemedialAction, version: Int? = nil, _ work: Work) throws -> RemedialAction {
        try QualityPolicy.remedies(facts(of: remedial, work), actingFor: parties(work)).check(work.actor)
        try refuseSettled(remedial)
        let owner = try Parties(work.session).named(new.owner, field: "owner")
        if new.due != remedial.due { try refusePast(new.due, "due", work) }
        var changed = remedial
        changed.version = version ?? remedial.version
        (changed.kind, changed.what, changed.owner, changed.due) = (new.kind, new.what, owner.id, new.due)
        return try work.change("edited the remedial action", changed, in: QualityCheck.subject(remedial.check))
    }

    /// Says what was done, and by when somebody looks whether it worked.
    ///
    /// - Throws: `not-allowed`, `remedial-done`, `remedial-in-plan`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func finish(_ remedial: RemedialAction, on day: Day, doing: String, lookBy: Day?, version: Int? = nil, _ work: Work) throws -> RemedialAction {
        try QualityPolicy.does(remedial, actingFor: parties(work)).check(work.actor)
        try refuseSettled(remedial)
        try refuseFuture(day, "on", since: remedial.since, work)
        if let lookBy, lookBy <= day { throw Refusal.fields([.init("look-by", "Whether it worked shows later than \(day). Give a later day.")]) }
        var changed = remedial
        changed.version = version ?? remedial.version
        (changed.done, changed.doing, changed.lookBy) = (day, doing, lookBy)
        return try work.change("did the remedial action", changed, in: QualityCheck.subject(remedial.check))
    }

    /// Says whether it worked. Looked at again later, the new answer counts and its history has the one before.
    ///
    /// - Parameter lookBy: the day by which it is looked at once more; nil where it is not.
    /// - Throws: `not-allowed`, `remedial-not-done`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func look(
        at remedial: RemedialAction, on day: Day, outcome: RemedialOutcome, because: String, lookBy: Day? = nil, version: Int? = nil, _ work: Work
    ) throws -> RemedialAction {
        try QualityPolicy.looks(at: remedial, of: facts(of: remedial, work), actingFor: parties(work)).check(work.actor)
        guard remedial.done != nil || remedial.action != nil else {
            throw Refusal.conflict("remedial-not-done", "Nothing was done yet, so nobody can say whether it worked. Record first what was done.")
        }
        try refuseFuture(day, "on", since: remedial.since, work)
        if let done = remedial.done, day <= done { throw Refusal.fields([.init("on", "It was done on \(done). Whether it worked shows on a later day.")]) }
        if let lookBy, lookBy <= day { throw Refusal.fields([.init("look-by", "Give a day after \(day).")]) }
        var changed = remedial
        changed.version = version ?? remedial.version
        (changed.looked, changed.outcome, changed.looking, changed.lookBy) = (day, outcome, because, lookBy)
        return try work.change("looked whether the remedial action worked", changed, in: QualityCheck.subject(remedial.check))
    }

    /// Opens it as an action of a plan, in the same piece of work. There it is reported on from then on.
    ///
    /// - Parameter finding: of a plan, under which the action stands.
    /// - Throws: `not-allowed`, `remedial-done`, `remedial-in-plan`, `changed-meanwhile`, and what keeps an action from being added
    @discardableResult
    public func openAction(for remedial: RemedialAction, under finding: Subject, version: Int? = nil, _ work: Work) throws -> RemedialAction {
        let facts = try facts(of: remedial, work)
        try QualityPolicy.assigns(facts, actingFor: parties(work)).check(work.actor)
        try refuseSettled(remedial)
        let owner = try Parties(work.session).get(remedial.owner).name
        var changed = remedial
        changed.version = version ?? remedial.version
        changed.action = try neighbours.openAction(finding, "\(remedial.what) (\(remedial.kind.words.lowercasedFirst) after check \(facts.check.reference))", owner, remedial.due, work)
        return try work.change("opened an action in a plan for it", changed, in: QualityCheck.subject(remedial.check))
    }

    // MARK: What is checked

    func facts(of remedial: RemedialAction, _ work: Work) throws -> QualityCheckFacts {
        guard let facts = try work.session.qualityFacts("WHERE id = \(remedial.check)").first else { throw Refusal.missing("quality-check-not-found", "Its check is not on record.") }
        return facts
    }

    private func refuseSettled(_ remedial: RemedialAction) throws(Refusal) {
        if let done = remedial.done { throw .conflict("remedial-done", "It was done on \(done) and stays as it is. Look whether it worked, or ask for another.") }
        if remedial.action != nil { throw .conflict("remedial-in-plan", "It lives on as an action of a plan. Report on it there.") }
    }
}
