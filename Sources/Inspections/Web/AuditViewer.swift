import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at a page of audits, from which day, and what they may do there.
struct AuditViewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day
    /// The parties they act for: themselves, posts they hold, teams they are in.
    let parties: Set<ID<Party>>

    var mayPlan: Bool { isToday && AuditPolicy.plans.allows(actor) }
    var mayAuthorise: Bool { isToday && AuditPolicy.authorises.allows(actor) }
    func mayKeep(_ audit: Audit) -> Bool { isToday && AuditPolicy.keeps(audit, actingFor: parties).allows(actor) }
    func mayExcept(_ audit: Audit) -> Bool { isToday && AuditPolicy.excepts(audit, actingFor: parties).allows(actor) }
}

extension MemberContext {
    /// Who looks at a page of reading.
    ///
    /// - Throws: `not-allowed`
    func auditReader(_ session: Session) throws -> AuditViewer {
        try AuditPolicy.reads.check(actor)
        return try auditViewer(session)
    }

    /// Who fills in a form, which asks by itself whether they may.
    func auditViewer(_ session: Session) throws -> AuditViewer {
        AuditViewer(actor: actor, csrf: csrf, on: on, today: today, parties: try Parties(session).actedFor(by: actor, on: day))
    }
}
