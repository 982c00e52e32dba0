import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at a page of boards, from which day, and what they may do there.
struct Viewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day

    var mayKeep: Bool { isToday && BoardPolicy.keeps.allows(actor) }
    var mayLetGuestsIn: Bool { isToday && BoardPolicy.letsGuestsIn.allows(actor) }
}

extension MemberContext {
    /// - Throws: `not-allowed`
    var viewer: Viewer {
        get throws(Refusal) {
            try BoardPolicy.reads.check(actor)
            return Viewer(actor: actor, csrf: csrf, on: on, today: today)
        }
    }
}
