import Kernel
import Markup
import People
import Storage
import Web

/// Who looks at a page of papers, and what they may do there.
struct Viewer: Looking {
    let actor: Actor
    let csrf: String
    let on: Day?
    let today: Day

    var mayWrite: Bool { PaperPolicy.writes.allows(actor) }
}

extension MemberContext {
    /// - Throws: `not-allowed`
    var viewer: Viewer {
        get throws(Refusal) {
            try PaperPolicy.reads.check(actor)
            return Viewer(actor: actor, csrf: csrf, on: nil, today: today)
        }
    }
}

extension PaperFacts.Standing {
    var tone: Tone {
        switch self {
        case .draft: .amber
        case .issued: .green
        case .withdrawn, .discarded: .grey
        }
    }
}

extension ClaimCheck.Verdict {
    var tone: Tone {
        switch self {
        case .agrees: .green
        case .contradicted: .red
        case .unanswered: .amber
        }
    }
}
