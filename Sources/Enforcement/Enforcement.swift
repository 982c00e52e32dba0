public import Kernel
import People
import Premises
public import Storage

/// The verbs of enforcement, done within one piece of work: each checks the policy, asks the model, saves and journals.
///
/// Cases are here, what they hold is in `CaseKeeping.swift`, notices are in `Notices.swift`.
public struct Enforcement: Sendable {
    let practice: EnforcementPractice
    /// What stands at the head of a notice; nil where nobody said what the service is called.
    let letterhead: Letterhead?

    public init(practice: EnforcementPractice = .usual, letterhead: Letterhead? = nil) { (self.practice, self.letterhead) = (practice, letterhead) }

    /// - Throws: `not-allowed`, `fields-need-attention`
    @discardableResult
    public func open(_ new: NewCase, _ work: Work) throws -> EnforcementCase {
        try CasePolicy.opens.check(work.actor)
        guard new.opened <= work.today else { throw Refusal.fields([.init("opened", "\(new.opened) has not come. A case is opened today or was on an earlier day.")]) }
        guard new.opened >= Articles.began else {
            throw Refusal.fields([.init("opened", "The articles of the Order are held here from \(Articles.began), so no case rests on them on \(new.opened). Give a later day.")])
        }
        let officer = try Parties(work.session).named(new.officer, field: "officer")
        let premises = try work.session.premises(named: new.premises, field: "premises")
        let reference = try work.next("C", of: EnforcementCase.self, in: new.opened)
        return try work.add("opened the case") { id in
            EnforcementCase(
                id: id, reference: reference, title: new.title, origin: new.origin, officer: officer.id, premises: premises.id, opened: new.opened, summary: new.summary)
        }
    }

    /// Premises and opening day stay as they were.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `case-closed`, `fields-need-attention`, `changed-meanwhile`
    @discardableResult
    public func edit(_ enforcementCase: EnforcementCase, _ new: NewCase, version: Int? = nil, _ work: Work) throws -> EnforcementCase {
        try checkKeeps(enforcementCase, work)
        try refuseClosed(enforcementCase)
        var changed = enforcementCase
        changed.version = version ?? enforcementCase.version
        (changed.title, changed.origin, changed.summary) = (new.title, new.origin, new.summary)
        changed.officer = try Parties(work.session).named(new.officer, field: "officer").id
        return try work.change("edited the case", changed)
    }

    /// - Throws: `not-allowed`, `case-closed`, `case-has-open-notices`, `fields-need-attention`
    @discardableResult
    public func close(_ enforcementCase: EnforcementCase, on day: Day, because: String, _ work: Work) throws -> EnforcementCase {
        try checkKeeps(enforcementCase, work)
        try refuseClosed(enforcementCase)
        guard (enforcementCase.opened...max(enforcementCase.opened, work.today)).contains(day) else {
            throw Refusal.fields([.init("on", "A case that was opened on \(enforcementCase.opened) is closed from that day to today, not on \(day).")])
        }
        let notices = try work.session.notices(of: enforcementCase).map { NoticeView($0, on: work.today, practice: practice) }
        // An alterations notice stays in force for as long as the premises are used so.
        if let first = notices.first(where: { $0.state.isOpen && ($0.notice.type != .alterations || $0.state.isUnserved) }) {
            throw Refusal.conflict("case-has-open-notices", "\(first.notice.reference) is \(first.state.within). Bring it to its end first: \(enforcementCase.reference) can’t be closed over it.")
        }
        var changed = enforcementCase
        (changed.closed, changed.closing) = (day, because)
        return try work.change("closed the case", changed)
    }

    /// - Throws: `not-allowed`, `case-not-closed`
    @discardableResult
    public func reopen(_ enforcementCase: EnforcementCase, _ work: Work) throws -> EnforcementCase {
        try checkKeeps(enforcementCase, work)
        guard enforcementCase.closed != nil else { throw Refusal.conflict("case-not-closed", "\(enforcementCase.reference) is open, so there is nothing to reopen.") }
        var changed = enforcementCase
        (changed.closed, changed.closing) = (nil, nil)
        return try work.change("reopened the case", changed)
    }

    func checkKeeps(_ enforcementCase: EnforcementCase, _ work: Work) throws {
        let parties = try Parties(work.session).actedFor(by: work.actor, on: work.today)
        try CasePolicy.keeps(enforcementCase, actingFor: parties).check(work.actor)
    }

    func refuseClosed(_ enforcementCase: EnforcementCase) throws(Refusal) {
        guard let closed = enforcementCase.closed else { return }
        throw .conflict("case-closed", "\(enforcementCase.reference) was closed on \(closed). Reopen it first.")
    }
}
