import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at a page of checks, from which day, and what they may do there.
struct QualityViewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day
    /// The parties they act for: themselves, posts they hold, teams they are in.
    let parties: Set<ID<Party>>

    var readsTrends: Bool { QualityPolicy.readsTrends.allows(actor) }
    var readsPlans: Bool { QualityPolicy.readsPlans.allows(actor) }
    var mayPlan: Bool { isToday && QualityPolicy.plans.allows(actor) }
    var mayDraft: Bool { isToday && QualityPolicy.drafts.allows(actor) }
    func mayAdopt(_ form: QualityForm) -> Bool { isToday && QualityPolicy.adopts(form).allows(actor) }
    func mayRead(_ facts: QualityCheckFacts) -> Bool { QualityPolicy.reads(facts, actingFor: parties, on: day).allows(actor) }
    func mayFill(_ facts: QualityCheckFacts) -> Bool { isToday && QualityPolicy.fills(facts, actingFor: parties).allows(actor) }
    func mayReadHistory(of facts: QualityCheckFacts) -> Bool { QualityPolicy.readsHistory(of: facts, actingFor: parties, on: day).allows(actor) }
    func mayAssign(_ facts: QualityCheckFacts) -> Bool { isToday && QualityPolicy.assigns(facts, actingFor: parties).allows(actor) }
    func mayReply(_ facts: QualityCheckFacts) -> Bool { isToday && QualityPolicy.replies(to: facts, actingFor: parties).allows(actor) }
    func mayRemedy(_ facts: QualityCheckFacts) -> Bool { isToday && QualityPolicy.remedies(facts, actingFor: parties).allows(actor) }
    func mayDo(_ remedial: RemedialAction) -> Bool { isToday && QualityPolicy.does(remedial, actingFor: parties).allows(actor) }
    func mayLook(at remedial: RemedialAction, of facts: QualityCheckFacts) -> Bool { isToday && QualityPolicy.looks(at: remedial, of: facts, actingFor: parties).allows(actor) }
}

extension MemberContext {
    /// Who looks at checks at all.
    ///
    /// - Throws: `not-allowed`
    func qualityReader(_ session: Session) throws -> QualityViewer {
        try QualityPolicy.enters.check(actor)
        return try qualityViewer(session)
    }

    /// Who fills in a form, which asks by itself whether they may.
    func qualityViewer(_ session: Session) throws -> QualityViewer {
        QualityViewer(actor: actor, csrf: csrf, on: on, today: today, parties: try session.qualityParties(of: actor, on: day))
    }

    /// Who looks at sampling plans.
    ///
    /// - Throws: `not-allowed`
    func samplingViewer(_ session: Session) throws -> QualityViewer {
        try QualityPolicy.readsPlans.check(actor)
        return try qualityViewer(session)
    }
}

extension Session {
    /// The checks that somebody may read on a day, of those that were there then.
    func qualityChecks(readBy actor: Actor, on day: Day) throws -> [QualityCheckFacts] {
        try QualityPolicy.enters.check(actor)
        let parties = try qualityParties(of: actor, on: day)
        return try allQualityChecks().filter { $0.check.isHere(on: day) && QualityPolicy.reads($0, actingFor: parties, on: day).allows(actor) }
    }

    /// A check whose history somebody may read.
    ///
    /// - Throws: `not-allowed`, `quality-check-not-found`
    func qualityHistory(_ reference: String, readBy actor: Actor, on day: Day) throws -> QualityCheckFacts {
        let facts = try qualityCheck(reference, readBy: actor, on: day)
        try QualityPolicy.readsHistory(of: facts, actingFor: qualityParties(of: actor, on: day), on: day).check(actor)
        return facts
    }

    /// A check that was there on a day, for whoever may read it.
    ///
    /// - Throws: `not-allowed`, `quality-check-not-found`
    func qualityCheck(_ reference: String, readBy actor: Actor, on day: Day) throws -> QualityCheckFacts {
        let facts = try facts(of: qualityCheck(reference))
        try QualityPolicy.reads(facts, actingFor: qualityParties(of: actor, on: day), on: day).check(actor)
        guard facts.check.isHere(on: day) else {
            throw Refusal.missing("quality-check-not-found", "\(facts.check.reference) came on record on \(facts.check.since), after \(day). Choose a later day.")
        }
        return facts
    }
}
