public import Kernel
import People
public import Storage

/// What a case holds besides notices.
extension Enforcement {
    /// - Throws: `not-allowed`, `case-closed`, `fields-need-attention`
    @discardableResult
    public func find(_ new: NewCaseFinding, in enforcementCase: EnforcementCase, _ work: Work) throws -> CaseFinding {
        try checkKeeps(enforcementCase, work)
        try refuseClosed(enforcementCase)
        try refuseFuture(new.on, "on", work)
        return try work.add("recorded a finding", in: enforcementCase.subject) { id in
            CaseFinding(id: id, enforcementCase: enforcementCase.id, on: new.on, article: new.article, found: new.found)
        }
    }

    /// Takes out of the case what was recorded in error; the journal keeps it.
    ///
    /// - Throws: `not-allowed`, `case-closed`, `finding-struck`
    @discardableResult
    public func strike(_ finding: CaseFinding, of enforcementCase: EnforcementCase, because: String, _ work: Work) throws -> CaseFinding {
        try checkKeeps(enforcementCase, work)
        try refuseClosed(enforcementCase)
        guard finding.struck == nil else { throw Refusal.conflict("finding-struck", "That finding was struck out already.") }
        var changed = finding
        changed.struck = because
        return try work.change("struck out the finding", changed, in: enforcementCase.subject)
    }

    /// Records how the officer came to the conclusion, or what they now think.
    ///
    /// - Parameter version: the version that was read; nil where none was there.
    /// - Throws: `not-allowed`, `case-closed`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func reason(_ new: NewRationale, for enforcementCase: EnforcementCase, version: Int? = nil, _ work: Work) throws -> Rationale {
        try checkKeeps(enforcementCase, work)
        try refuseClosed(enforcementCase)
        guard new.amiss.isEmpty else { throw Refusal.fields(new.amiss) }
        guard let held = try work.session.rationale(of: enforcementCase) else {
            return try work.add("recorded the rationale", in: enforcementCase.subject) { Rationale(id: $0, enforcementCase: enforcementCase.id, new) }
        }
        let changed = Rationale(id: held.id, version: version ?? held.version, enforcementCase: enforcementCase.id, new)
        return try work.change("changed the rationale", changed, in: enforcementCase.subject)
    }

    /// Records a prosecution, a caution or an informal notification.
    ///
    /// - Throws: `not-allowed`, `case-closed`, `fields-need-attention`
    @discardableResult
    public func add(_ new: NewCaseOutcome, to enforcementCase: EnforcementCase, _ work: Work) throws -> CaseOutcome {
        try checkKeeps(enforcementCase, work)
        try refuseClosed(enforcementCase)
        try refuseFuture(new.on, "on", work)
        guard new.on >= enforcementCase.opened else {
            throw Refusal.fields([.init("on", "\(new.on) is before \(enforcementCase.reference) was opened, on \(enforcementCase.opened). Give that day or a later one.")])
        }
        if let resultOn = new.resultOn { try refuseFuture(resultOn, "result-on", work) }
        return try work.add("recorded the \(new.kind.words.lowercased())", in: enforcementCase.subject) { id in
            CaseOutcome(id: id, enforcementCase: enforcementCase.id, kind: new.kind, on: new.on, words: new.words, result: new.result, resultOn: new.resultOn)
        }
    }

    /// Records what came of it.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func settle(_ outcome: CaseOutcome, of enforcementCase: EnforcementCase, result: String, on day: Day, _ work: Work) throws -> CaseOutcome {
        try checkKeeps(enforcementCase, work)
        try refuseFuture(day, "result-on", work)
        guard day >= outcome.on else { throw Refusal.fields([.init("result-on", "\(day) is before \(outcome.on), when it was done.")]) }
        var changed = outcome
        (changed.result, changed.resultOn) = (result, day)
        return try work.change("recorded what came of it", changed, in: enforcementCase.subject)
    }

    // MARK: Who may sign

    /// - Throws: `not-allowed`, `fields-need-attention`
    @discardableResult
    public func authorise(_ new: NewSigningAuthority, _ work: Work) throws -> SigningAuthority {
        try CasePolicy.givesAuthority.check(work.actor)
        let party = try Parties(work.session).named(new.party, field: "party")
        return try work.add("gave authority to sign") { SigningAuthority(id: $0, party: party.id, type: new.type, from: new.from, until: new.until) }
    }

    /// Ends it with a day, the last on which they may sign.
    ///
    /// - Throws: `not-allowed`, `fields-need-attention`
    @discardableResult
    public func end(_ authority: SigningAuthority, until day: Day, _ work: Work) throws -> SigningAuthority {
        try CasePolicy.givesAuthority.check(work.actor)
        guard day >= authority.from else { throw Refusal.fields([.init("until", "\(day) is before \(authority.from), from which they may sign.")]) }
        var changed = authority
        changed.until = day
        return try work.change("ended authority to sign", changed)
    }

    func refuseFuture(_ day: Day, _ field: String, _ work: Work) throws(Refusal) {
        if day > work.today { throw .fields([.init(field, "\(day) has not come. Give today or an earlier day.")]) }
    }
}
