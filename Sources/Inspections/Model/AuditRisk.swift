/// How much is at stake at premises, from the least to the most.
public enum AuditRisk: String, Codable, Sendable, CaseIterable, Comparable {
    case veryLow = "very-low"
    case low, medium, high
    case veryHigh = "very-high"

    public var words: String {
        switch self {
        case .veryLow: "Very low"
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        case .veryHigh: "Very high"
        }
    }

    public static func < (a: AuditRisk, b: AuditRisk) -> Bool { a.rank < b.rank }

    private var rank: Int { AuditRisk.allCases.firstIndex(of: self) ?? 0 }
}
