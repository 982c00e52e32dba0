import Kernel
import Markup
import People
import Web

/// Who looks at the policy and its figures, from which day, and whether they keep them.
struct PolicyViewer: Looking {
    let actor: Actor
    let csrf: String
    /// The day asked for; nil when it is today.
    let on: Day?
    let today: Day

    var mayKeep: Bool { isToday && ObjectivePolicy.keeps.allows(actor) }
    var readsCases: Bool { CasePolicy.reads.allows(actor) }

    /// The way to the figures, which begin the section for whoever reads no cases.
    var crumbs: [(String, Link)] { readsCases ? [("Enforcement", link(EnforcementLinks.list))] : [] }
}

extension MemberContext {
    /// - Throws: `not-allowed`
    func policyViewer() throws -> PolicyViewer {
        try ObjectivePolicy.reads.check(actor)
        return PolicyViewer(actor: actor, csrf: csrf, on: on, today: today)
    }
}

extension ObjectiveStanding.Outcome {
    var tone: Tone {
        switch self {
        case .met: .green
        case .missed: .red
        case .open: .blue
        case .nothing, .unknown: .grey
        }
    }
}

extension EntryTimeliness.Standing {
    var tone: Tone {
        switch self {
        case .inTime: .green
        case .open: .blue
        case .late: .amber
        case .missing: .red
        case .notDue, .never: .grey
        }
    }
}
