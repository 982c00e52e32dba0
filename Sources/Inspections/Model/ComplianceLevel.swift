/// How premises stand against one article: 1 is best and 5 worst.
public enum ComplianceLevel: Int, Codable, Sendable, CaseIterable, Comparable {
    case one = 1, two, three, four, five

    public var words: String {
        switch self {
        case .one: "Compliant"
        case .two: "Broadly compliant"
        case .three: "Some deficiencies"
        case .four: "Serious deficiencies"
        case .five: "Major deficiency"
        }
    }

    /// `3, some deficiencies`
    public var numbered: String { "\(rawValue), \(words.lowercased())" }

    /// Whether something is to be put right. What was seen is then written down.
    public var isDeficient: Bool { self >= .three }

    public static func < (a: ComplianceLevel, b: ComplianceLevel) -> Bool { a.rawValue < b.rawValue }
}
