public import Kernel

/// What is known of premises on a day, as far as a risk method may ask. A pure value: nothing of it is looked up later.
public struct RiskFacts: Hashable, Sendable {
    public var type: PremisesType
    /// Nil where it is not known; so with all that follows.
    public var storeys: Int?
    /// Of the highest occupied floor above the ground, in metres.
    public var height: Hundredths?
    public var sleeping: Bool?
    /// As it was last found by the day.
    public var compliance: KnownCompliance?
    /// The codes of the markers that were on it.
    public var markers: [String]

    public init(type: PremisesType, storeys: Int? = nil, height: Hundredths? = nil, sleeping: Bool? = nil, compliance: KnownCompliance? = nil, markers: [String] = []) {
        (self.type, self.storeys, self.height, self.sleeping, self.compliance, self.markers) = (type, storeys, height, sleeping, compliance, markers)
    }

    /// The number that a table of ranges is asked for, in hundredths; nil where it is not known.
    func number(_ fact: RiskFact, on day: Day) -> Int64? {
        switch fact {
        case .storeys: storeys.map { Int64($0) * 100 }
        case .height: height?.count
        case .daysSinceAudit: compliance.map { Int64(max(0, $0.on.days(until: day))) * 100 }
        case .type, .sleeping, .compliance, .markers: nil
        }
    }

    /// The answer that a table of answers is asked for; nil where it is not known.
    func answer(_ fact: RiskFact) -> String? {
        switch fact {
        case .type: type.rawValue
        case .sleeping: sleeping.map { $0 ? "yes" : "no" }
        case .compliance: compliance.map { "\($0.level)" }
        case .storeys, .height, .daysSinceAudit, .markers: nil
        }
    }

    /// What is known, in words; nil where nothing is.
    func words(_ fact: RiskFact, on day: Day, markers titles: [String: String]) -> String? {
        switch fact {
        case .type: type.words
        case .storeys: storeys.map { counted($0, "storey") }
        case .height: height.map { "\($0.plain) m" }
        case .sleeping: sleeping.map { fact.words(of: $0 ? "yes" : "no") }
        case .compliance: compliance.map { "Level \($0.level), found on \($0.on)" }
        case .daysSinceAudit: compliance.map { counted(max(0, $0.on.days(until: day)), "day") }
        case .markers: markers.isEmpty ? "None" : listed(markers.map { titles[$0] ?? $0 })
        }
    }
}
