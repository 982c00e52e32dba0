import Kernel

/// What of premises a table of a risk method may ask for. There is nothing among it of who lives, works or owns there.
public enum RiskFact: String, Codable, Sendable, CaseIterable {
    /// One of the 17 types of the national return; always known.
    case type
    case storeys
    /// Of the highest occupied floor above the ground, in metres.
    case height
    case sleeping
    /// How far the fire safety law was complied with when it was last looked at, from 1, the best, to 5, the poorest.
    case compliance
    /// Whole days since it was last looked at; unknown where it never was.
    case daysSinceAudit = "days-since-audit"
    /// What officers put on the premises out of the method’s own list; none is no gap in knowledge.
    case markers

    public enum Shape: Sendable {
        /// A row names the answers that it is for, and every answer is in one row.
        case answers
        /// A row holds from a number to below another, and the rows follow each other without end.
        case ranges
        /// A row names markers, and the points of all that are present are added.
        case markers
    }

    public var shape: Shape {
        switch self {
        case .type, .sleeping, .compliance: .answers
        case .storeys, .height, .daysSinceAudit: .ranges
        case .markers: .markers
        }
    }

    /// Whether it can be unknown, so that a table must say what that counts as.
    public var canBeUnknown: Bool { self != .type && self != .markers }

    public var words: String {
        switch self {
        case .type: "Type of premises"
        case .storeys: "Storeys"
        case .height: "Height of the highest occupied floor"
        case .sleeping: "Whether people sleep there"
        case .compliance: "Known compliance"
        case .daysSinceAudit: "Days since the last audit"
        case .markers: "Markers"
        }
    }

    /// Every answer that there is, in the order in which tables list them; none of ranges and markers.
    var answers: [String] {
        switch self {
        case .type: PremisesType.allCases.map(\.rawValue)
        case .sleeping: ["yes", "no"]
        case .compliance: KnownCompliance.levels.map { "\($0)" }
        case .storeys, .height, .daysSinceAudit, .markers: []
        }
    }

    /// An answer in words.
    public func words(of answer: String) -> String {
        switch self {
        case .type: PremisesType(rawValue: answer)?.words ?? answer
        case .sleeping: answer == "yes" ? "People sleep here" : "Nobody sleeps here"
        case .compliance: "Level \(answer)"
        case .storeys, .height, .daysSinceAudit, .markers: answer
        }
    }

    /// `11 m to below 18 m`, `3 to 5 storeys`, `730 days or more`
    func words(from: RiskPoints, below: RiskPoints?) -> String {
        switch self {
        case .height: below.map { "\(from.words) m to below \($0.words) m" } ?? "\(from.words) m or more"
        case .storeys: Self.whole(from, below, "storey")
        case .daysSinceAudit: Self.whole(from, below, "day")
        case .type, .sleeping, .compliance, .markers: ""
        }
    }

    private static func whole(_ from: RiskPoints, _ below: RiskPoints?, _ unit: String) -> String {
        guard let below else { return "\(from.words) \(unit)s or more" }
        let last = RiskPoints(Hundredths(below.count - 100))
        return last <= from ? "\(from.words) \(unit)\(from.words == "1" ? "" : "s")" : "\(from.words) to \(last.words) \(unit)s"
    }
}
