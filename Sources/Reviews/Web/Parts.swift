import Kernel
import Markup
import Web

extension ReviewView.Standing {
    var tone: Tone {
        switch self {
        case .commissioned: .grey
        case .underWay: .amber
        case .reported: .blue
        }
    }
}

extension Grade {
    var tone: Tone {
        switch self {
        case .outstanding: .blue
        case .good: .green
        case .adequate: .grey
        case .requiresImprovement: .amber
        case .inadequate: .red
        }
    }
}

extension JudgmentView.Change {
    var tone: Tone {
        switch self {
        case .better: .green
        case .worse: .red
        case .same, .first: .grey
        }
    }
}

extension Deadline.Standing {
    /// The last week is amber.
    var tone: Tone {
        switch self {
        case .due(let days): days <= 7 ? .amber : .blue
        case .overdue: .red
        case .submitted(_, let late): late == 0 ? .green : .amber
        }
    }
}

extension Concern.Kind {
    var tone: Tone { self == .causeOfConcern ? .red : .amber }
}

/// By when a plan is wanted and how that stands, with the rule or the letter that says so; nothing where none is.
func deadline(_ view: ConcernView) -> HTML? {
    guard let deadline = view.deadline, let standing = view.standing else {
        return view.concern.kind == .causeOfConcern
            ? tag("No day known", .grey, why: "It is older than the rule that is on record. Enter the day that its letter fixes.") : nil
    }
    return tag(standing.words, standing.tone, why: "Plan wanted by \(deadline.day). \(deadline.reason).")
}

/// The first paragraph of a longer text, at most 240 characters of it.
func shortened(_ text: String) -> String {
    let first = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? text
    return first.count <= 240 ? first : first.prefix(240).trimmed + "…"
}
