/// How far an audit goes.
public enum AuditKind: String, Codable, Sendable, CaseIterable {
    case full, short, specific
    case followUp = "follow-up"
    case postFire = "post-fire"

    public var words: String {
        switch self {
        case .full: "Full audit"
        case .short: "Short audit"
        case .specific: "Specific audit"
        case .followUp: "Follow-up"
        case .postFire: "Post-fire audit"
        }
    }

    /// What it looks at.
    public var meaning: String {
        switch self {
        case .full: "Every article that applies to the premises."
        case .short: "The main articles, where little is expected to be wrong."
        case .specific: "One matter, such as a complaint about an exit."
        case .followUp: "Whether what an earlier audit asked for was done."
        case .postFire: "What a fire says of the precautions."
        }
    }
}

/// What led to an audit.
public enum AuditOrigin: String, Codable, Sendable, CaseIterable {
    case programme, complaint
    case postFire = "post-fire"
    case falseAlarm = "false-alarm"
    case consultation, theme
    case lowRiskSample = "low-risk-sample"

    public var words: String {
        switch self {
        case .programme: "Inspection programme"
        case .complaint: "Complaint"
        case .postFire: "After a fire"
        case .falseAlarm: "False alarms"
        case .consultation: "Consultation"
        case .theme: "Theme"
        case .lowRiskSample: "Sample of lower risk"
        }
    }
}

/// How hard the premises are to judge, as whoever plans the audit sees it.
public enum AuditComplexity: String, Codable, Sendable, CaseIterable, Comparable {
    case simple, complex

    public var words: String { self == .simple ? "Simple" : "Complex" }

    public static func < (a: AuditComplexity, b: AuditComplexity) -> Bool { a == .simple && b == .complex }
}
