import Kernel
import Markup
import Web

extension AuditState {
    var tone: Tone {
        switch self {
        case .planned: .blue
        case .underWay: .amber
        case .completed: .green
        case .abandoned: .grey
        }
    }
}

extension ComplianceLevel {
    var tone: Tone {
        switch self {
        case .one, .two: .green
        case .three: .amber
        case .four, .five: .red
        }
    }
}

extension AuditResult {
    var tone: Tone { self == .satisfactory ? .green : .red }
}

/// How an audit stands on a day, late plans among it.
func auditTag(_ audit: Audit, on day: Day) -> HTML {
    let state = audit.state(on: day)
    if state == .planned, audit.planned < day { return tag("Overdue", .red, why: "Planned for \(audit.planned).") }
    return tag(state.words, state.tone)
}

func levelTag(_ level: ComplianceLevel) -> HTML { tag("\(level.rawValue) \(level.words)", level.tone) }

/// What stands between an audit and its completion, one by one.
func auditObstacleList(_ obstacles: [AuditObstacle]) -> HTML {
    obstacles.isEmpty ? .empty : notice("Before it can be completed:<ul>\(obstacles.map { "<li>\($0.sentence)</li>" as HTML })</ul>", .amber)
}

/// Why the officer may not carry it out.
func authorisationNotice(_ reasons: [String]) -> HTML {
    reasons.isEmpty ? .empty : notice("The officer may not carry it out:<ul>\(reasons.map { "<li>\($0)</li>" as HTML })</ul>Another officer may go, or an approver records an exception.", .amber)
}

/// A reference that leads to its page, on one line.
func auditLink(_ reference: String, to link: Link) -> HTML { "<a class=\"whole\" href=\"\(link)\">\(reference)</a>" }
