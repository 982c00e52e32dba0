/// What the officer judged on the whole.
public enum AuditResult: String, Codable, Sendable, CaseIterable {
    case satisfactory, unsatisfactory

    public var words: String { self == .satisfactory ? "Satisfactory" : "Unsatisfactory" }
}

/// What followed from an audit. One audit may have several, and they overlap: a letter beside a notice.
public enum AuditOutcome: String, Codable, Sendable, CaseIterable {
    case broadlyCompliant = "broadly-compliant"
    case educateAndInform = "educate-and-inform"
    case letter
    case letterWithRevisit = "letter-with-revisit"
    case actionPlan = "action-plan"
    case enforcementNotice = "enforcement-notice"
    case prohibitionNotice = "prohibition-notice"
    case alterationsNotice = "alterations-notice"

    public var words: String {
        switch self {
        case .broadlyCompliant: "Broadly compliant"
        case .educateAndInform: "Educate and inform"
        case .letter: "Letter of matters, no revisit"
        case .letterWithRevisit: "Letter of matters, with a revisit"
        case .actionPlan: "Action plan agreed"
        case .enforcementNotice: "Enforcement notice"
        case .prohibitionNotice: "Prohibition notice"
        case .alterationsNotice: "Alterations notice"
        }
    }

    /// Whether it is a notice under articles 29 to 31, which an enforcement case is opened for.
    public var isFormal: Bool { self == .enforcementNotice || self == .prohibitionNotice || self == .alterationsNotice }

    /// Whether deficiencies are notified without a notice.
    public var isInformal: Bool { self == .letter || self == .letterWithRevisit || self == .actionPlan }

    /// Whether a letter goes to whoever answers for the premises. Only an audit that ends in a notice alone has none.
    public var sendsLetter: Bool { !isFormal }

    /// Whether somebody comes again to see what was done.
    public var asksForFollowUp: Bool { self == .letterWithRevisit || self == .actionPlan }

    /// Whether it says that something is wrong. An alterations notice does not: the premises may comply and the risk be serious.
    public var impliesDeficiency: Bool { self != .broadlyCompliant && self != .educateAndInform && self != .alterationsNotice }
}
