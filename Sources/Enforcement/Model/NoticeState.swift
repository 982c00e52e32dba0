/// Where a notice stands on a day. Computed from what happened to it, never stored.
public enum NoticeState: String, Codable, Sendable, CaseIterable {
    case draft
    /// Approved by a second person, and served on nobody yet.
    case authorised
    /// Dropped before it was served.
    case abandoned
    case inForce = "in-force"
    /// A prohibition that was served and takes effect on a later day.
    case deferred
    /// Held up by an appeal.
    case suspended
    /// The day by which it was to be complied with has passed, and it was not.
    case expired
    case complied, withdrawn
    /// By the court, on appeal.
    case cancelled

    public var words: String {
        switch self {
        case .draft: "Draft"
        case .authorised: "Authorised"
        case .abandoned: "Abandoned"
        case .inForce: "In force"
        case .deferred: "Deferred"
        case .suspended: "Suspended"
        case .expired: "Not complied with in time"
        case .complied: "Complied with"
        case .withdrawn: "Withdrawn"
        case .cancelled: "Cancelled by the court"
        }
    }

    /// Whether it was served on anybody.
    public var isServed: Bool { ![.draft, .authorised, .abandoned].contains(self) }

    /// Whether it still asks something of somebody.
    public var isLive: Bool { [.inForce, .deferred, .suspended, .expired].contains(self) }

    /// Whether it may still be served for the first time.
    public var isUnserved: Bool { [.draft, .authorised].contains(self) }

    /// Whether it still asks something of somebody, or of us.
    public var isOpen: Bool { isUnserved || isLive }
}
