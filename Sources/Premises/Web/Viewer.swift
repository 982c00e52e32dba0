import Kernel
import Markup
import People
import Web

/// Who looks at a page of premises, from which day, and what they may do there.
struct Viewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day

    var mayKeep: Bool { isToday && GazetteerPolicy.keeps.allows(actor) }
    var mayImport: Bool { isToday && ImportPolicy.imports.allows(actor) }
    var seesContact: Bool { GazetteerPolicy.seesContact.allows(actor) }
}

extension MemberContext {
    /// - Throws: `not-allowed`
    func viewer() throws -> Viewer {
        try GazetteerPolicy.reads.check(actor)
        return Viewer(actor: actor, csrf: csrf, on: on, today: today)
    }
}
