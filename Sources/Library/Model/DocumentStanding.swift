/// How a document stands on a day.
public enum DocumentStanding: String, Codable, Sendable, CaseIterable {
    case current
    /// The day of its review comes within `DocumentView.notice` days.
    case reviewDue = "review-due"
    case reviewOverdue = "review-overdue"
    case noVersion = "no-version"
    case superseded
    case withdrawn

    public var words: String {
        switch self {
        case .current: "Current"
        case .reviewDue: "Review due"
        case .reviewOverdue: "Review overdue"
        case .noVersion: "No version in force"
        case .superseded: "Superseded"
        case .withdrawn: "Withdrawn"
        }
    }

    /// The most urgent first: what somebody has to see to comes before what is in order, and what counts no more is last.
    public var urgency: Int {
        switch self {
        case .reviewOverdue: 0
        case .noVersion: 1
        case .reviewDue: 2
        case .current: 3
        case .superseded: 4
        case .withdrawn: 5
        }
    }

    /// Whether the document counts.
    public var counts: Bool { self != .superseded && self != .withdrawn }
}
