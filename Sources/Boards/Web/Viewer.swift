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

/// What agenda items and decisions are about, as links to where it is shown.
struct Spoken: Sendable {
    let names: [Subject: Name]
    let viewer: Viewer

    /// Nil where it is about nothing on record.
    func links(_ subjects: [Subject]) -> HTML? {
        guard !subjects.isEmpty else { return nil }
        return subjects.map { subject -> HTML in
            guard let name = names[subject] else { return "\(subject.description)" }
            return "<a href=\"\(viewer.link(Link(parts: name.address)))\">\(name.words)</a>"
        }.joined(by: ", ")
    }
}
