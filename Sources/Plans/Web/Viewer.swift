import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at a page, from which day, and what they may do there.
struct Viewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day
    /// The parties they act for on the day shown: themselves, posts they hold, teams they are in.
    let parties: Set<ID<Party>>
    /// What they look at belongs to a plan that is closed, so that nothing in it changes.
    var isClosed = false

    var mayKeep: Bool { isToday && !isClosed && PlanPolicy.keeps.allows(actor) }

    func mayReport(on action: Action) -> Bool {
        isToday && !isClosed && PlanPolicy.reports(on: action, actingFor: parties).allows(actor)
    }
}

extension MemberContext {
    /// - Parameter token: what forms carry: the visit's own, or the gap of a page that is to be kept.
    func viewer(_ session: Session, token: String? = nil) throws -> Viewer {
        try PlanPolicy.reads.check(actor)
        let parties = try Parties(session).actedFor(by: actor, on: day)
        return Viewer(actor: actor, csrf: token ?? csrf, on: on, today: today, parties: parties)
    }
}
