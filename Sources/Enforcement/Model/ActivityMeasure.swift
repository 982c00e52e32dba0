/// What is measured of enforcement.
public enum ActivityMeasure: String, Codable, Sendable, CaseIterable {
    case enforcement, prohibition, alterations
    /// Formal notices of all types.
    case notices
    case informal = "informal-notification"
    case caution, prosecution
    /// Appeals that were brought.
    case appeal
    /// The median of the days from service to the day on which the authority was satisfied, of notices complied with in the period.
    case daysToComply = "median-days-to-comply"
    /// Of enforcement notices whose last day to comply lies in the period, those complied with by it, in per cent.
    case compliance = "compliance-rate"
    /// Of entries of the public register whose last day lies in the period, those made by it, in per cent.
    case inTime = "published-in-time"
    /// Fire safety audits.
    case audit
    /// Fire safety officers in post, in full-time equivalents.
    case officers

    public var words: String {
        switch self {
        case .enforcement: "Enforcement notices"
        case .prohibition: "Prohibition notices"
        case .alterations: "Alterations notices"
        case .notices: "Formal notices"
        case .informal: "Informal notifications"
        case .caution: "Cautions"
        case .prosecution: "Prosecutions"
        case .appeal: "Appeals brought"
        case .daysToComply: "Median days to comply"
        case .compliance: "Complied with in time"
        case .inTime: "Published in time"
        case .audit: "Fire safety audits"
        case .officers: "Fire safety officers"
        }
    }

    /// What stands behind its number: ` days`, `%`, or nothing.
    public var unit: String {
        switch self {
        case .daysToComply: " days"
        case .compliance, .inTime: "%"
        default: ""
        }
    }

    /// Whether it is a number of things that happened, which may be added up.
    public var isCount: Bool {
        switch self {
        case .daysToComply, .compliance, .inTime, .officers: false
        default: true
        }
    }

    /// Whether it is worked out from what is on record here. The others are known only as far as they are stated.
    public var isRecorded: Bool { self != .audit && self != .officers }

    /// Whether a yearly number of it may be stated.
    public var mayBeStated: Bool { isCount && self != .notices || self == .officers }

    /// The type of notice that it counts.
    var type: NoticeType? {
        switch self {
        case .enforcement: .enforcement
        case .prohibition: .prohibition
        case .alterations: .alterations
        default: nil
        }
    }
}
