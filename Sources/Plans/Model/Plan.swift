public import Kernel
public import People

/// What a service promised to do in answer to somebody's findings, over a period.
public struct Plan: Codable, Equatable, Sendable {
    /// Whose findings a plan answers.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case inspection, improvement, audit, internalReview = "internal"
        case peerReview = "peer-review"
        case gapAnalysis = "gap-analysis"

        public var words: String {
            switch self {
            case .inspection: "Inspection response"
            case .peerReview: "Peer review response"
            case .gapAnalysis: "Gap analysis"
            case .improvement: "Improvement plan"
            case .audit: "Audit response"
            case .internalReview: "Internal review"
            }
        }
    }

    public let id: ID<Plan>
    public var version: Int
    public var reference: Reference
    public var title: String
    public var kind: Kind
    /// Where the findings come from, in a person's words.
    public var source: String?
    public var period: Period
    public var sponsor: ID<Party>?
    /// The rule set that computes its standing.
    public var rules: RuleSet.Name

    public init(
        id: ID<Plan>, version: Int = 1, reference: Reference, title: String, kind: Kind, source: String? = nil,
        period: Period, sponsor: ID<Party>? = nil, rules: RuleSet.Name = .standard
    ) {
        self.id = id
        self.version = version
        self.reference = reference
        self.title = title
        self.kind = kind
        self.source = source
        self.period = period
        self.sponsor = sponsor
        self.rules = rules
    }
}
