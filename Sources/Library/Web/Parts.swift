import Kernel
import Markup
import Web

extension DocumentStanding {
    var tone: Tone {
        switch self {
        case .current: .green
        case .reviewDue: .amber
        case .reviewOverdue: .red
        case .noVersion: .amber
        case .superseded, .withdrawn: .grey
        }
    }
}

/// The standing as its tag, with why it is so.
func standingCell(_ view: DocumentView) -> HTML {
    tag(view.standing.words, view.standing.tone, why: "\(view.why.capitalisedFirst).")
}

/// `3.1, in force from 1 April 2025`; says so when there is none.
func inForceWords(_ view: DocumentView) -> HTML {
    guard let version = view.inForce else { return quiet("None") }
    return "\(version.label)<span class=\"why\">From \(version.inForce.map { "\($0)" } ?? "").</span>"
}

func ownerWords(_ facts: DocumentFacts) -> HTML { facts.owner.map { "\($0)" } ?? quiet("Nobody named") }
