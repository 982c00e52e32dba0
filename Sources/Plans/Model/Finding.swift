public import Kernel

/// What somebody said must improve.
public struct Finding: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case recommendation, gap
        /// Serious or critical; always comes with recommendations.
        case causeOfConcern = "cause-of-concern"
        /// Short of the expected standard.
        case areaForImprovement = "area-for-improvement"

        public var words: String {
            switch self {
            case .causeOfConcern: "Cause of concern"
            case .areaForImprovement: "Area for improvement"
            case .recommendation: "Recommendation"
            case .gap: "Gap"
            }
        }
    }

    public let id: ID<Finding>
    public var version: Int
    public let plan: ID<Plan>
    public var reference: Reference
    public var kind: Kind
    /// Short enough to head a list.
    public var text: String
    /// As its author worded it, when that is longer.
    public var fullText: String?
    /// Its place among the plan's findings, from 1.
    public var place: Int
    /// The day from which it belongs to the plan.
    public var since: Day

    public init(
        id: ID<Finding>, version: Int = 1, plan: ID<Plan>, reference: Reference, kind: Kind, text: String,
        fullText: String? = nil, place: Int, since: Day
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.reference = reference
        self.kind = kind
        self.text = text
        self.fullText = fullText
        self.place = place
        self.since = since
    }
}
