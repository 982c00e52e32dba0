import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at a page of the register, from which day, and what they may do there.
struct Viewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day
    /// The parties they act for: themselves, posts they hold, teams they are in.
    let parties: Set<ID<Party>>

    var mayKeep: Bool { isToday && LibraryPolicy.keeps.allows(actor) }

    func mayReview(_ document: ControlledDocument) -> Bool {
        isToday && LibraryPolicy.reviews(document, actingFor: parties).allows(actor)
    }
}

extension MemberContext {
    /// - Throws: `not-allowed`
    func viewer(_ session: Session) throws -> Viewer {
        try LibraryPolicy.reads.check(actor)
        let parties = try Parties(session).actedFor(by: actor, on: day)
        return Viewer(actor: actor, csrf: csrf, on: on, today: today, parties: parties)
    }
}
