import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at a page of reviews, from which day, and what they may do there.
struct Viewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day

    var mayKeep: Bool { isToday && ReviewPolicy.keeps.allows(actor) }
}

extension MemberContext {
    /// - Throws: `not-allowed`
    var viewer: Viewer {
        get throws(Refusal) {
            try ReviewPolicy.reads.check(actor)
            return Viewer(actor: actor, csrf: csrf, on: on, today: today)
        }
    }
}

/// What a review speaks of, as links to where it is shown.
struct Spoken: Sendable {
    let names: [Subject: Name]
    let viewer: Viewer

    /// Nil where it speaks of nothing.
    func link(_ subject: Subject?) -> HTML? {
        guard let subject else { return nil }
        guard let name = names[subject] else { return "\(subject.description)" }
        return "<a href=\"\(viewer.link(Link(parts: name.address)))\">\(name.words)</a>"
    }
}
