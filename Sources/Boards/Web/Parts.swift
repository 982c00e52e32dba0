import Kernel
import Markup
import People
import Web

extension Decision.Outcome {
    var tone: Tone { sense.tone }
}

extension MeetingView.Standing {
    var tone: Tone {
        switch self {
        case .toCome: .blue
        case .today: .green
        case .past: .grey
        case .cancelled: .red
        }
    }
}

/// The outcome as its tag, and beside it that the decision was struck out, where it was.
func tag(_ view: DecisionView) -> HTML {
    let outcome = tag(view.decision.outcome.words, view.decision.outcome.tone)
    return view.stands ? outcome : "\(tag("Struck out", .grey)) <span class=\"why\">Was: \(view.decision.outcome.words)</span>"
}

/// The words of a decision as a link to its page; crossed through where it was struck out.
func words(_ view: DecisionView, _ board: Board, _ viewer: Viewer) -> HTML {
    let link: HTML = "<a href=\"\(viewer.link(BoardLinks.decision(view.decision, board)))\">\(shortened(view.decision.words))</a>"
    return view.stands ? link : "<s>\(link)</s>"
}

/// What a decision asks for, in a line; nothing where it sets no conditions.
func conditions(_ decision: Decision) -> HTML? { decision.conditionsInWords.map { small("\($0)") } }

/// Decisions in a table, each with its day, its outcome and its words.
func decisionTable(_ decisions: [DecisionView], of board: Board, _ viewer: Viewer, spoken: Spoken) -> HTML {
    table(columns: [Column("Day", .day), Column("Outcome", .wide), Column("Decision", .wide), Column("About")], rows: decisions.map { view in
        ["\(view.meeting.on)", tag(view), "\(words(view, board, viewer))\(conditions(view.decision))",
         spoken.links(view.decision.about) ?? quiet("Nothing on record")]
    })
}
