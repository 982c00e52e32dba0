/// How the service decides which premises are looked at first: tables from facts to points, how the points are combined, the bands of
/// the score and how often each band is looked at. It is published, and whoever has it can work out a score by hand.
///
/// It is a value read from a file. What is wrong with it, `flaws` says; scores are made by a method without flaws.
public struct RiskMethod: Codable, Hashable, Sendable {
    /// What its cover says: `2026`.
    public let edition: String
    public let title: String
    /// What is published of it, a paragraph each.
    public let text: [String]
    /// Where its weights come from, so that nobody takes ours for somebody else’s.
    public let weights: String
    /// What was read for it.
    public let sources: [String]
    /// The code of how the classes are combined.
    public let combination: String
    public let factors: [RiskFactor]
    public let markers: [RiskMarkerKind]
    /// The highest first; the last begins at nought.
    public let bands: [RiskBand]
    /// Levels of compliance that count as poor; `unknown` among them where unknown counts as poor.
    public let poor: [String]
    public let effects: [ComplianceEffect]
    public let shares: [YearlyShare]

    private enum CodingKeys: String, CodingKey {
        case edition, title, text, weights, sources, combination, factors, markers, bands, poor
        case effects = "compliance"
        case shares = "yearly-shares"
    }

    public init(
        edition: String, title: String, text: [String], weights: String, sources: [String] = [], combination: RiskCombination, factors: [RiskFactor],
        markers: [RiskMarkerKind] = [], bands: [RiskBand], poor: [String] = ["4", "5"], effects: [ComplianceEffect] = [], shares: [YearlyShare] = []
    ) {
        (self.edition, self.title, self.text, self.weights, self.sources) = (edition, title, text, weights, sources)
        (self.combination, self.factors, self.markers, self.bands) = (combination.rawValue, factors, markers, bands)
        (self.poor, self.effects, self.shares) = (poor, effects, shares)
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        edition = try container.decode(String.self, forKey: .edition)
        title = try container.decode(String.self, forKey: .title)
        text = try container.decode([String].self, forKey: .text)
        weights = try container.decode(String.self, forKey: .weights)
        sources = try container.decodeIfPresent([String].self, forKey: .sources) ?? []
        combination = try container.decode(String.self, forKey: .combination)
        factors = try container.decode([RiskFactor].self, forKey: .factors)
        markers = try container.decodeIfPresent([RiskMarkerKind].self, forKey: .markers) ?? []
        bands = try container.decode([RiskBand].self, forKey: .bands)
        poor = try container.decode([String].self, forKey: .poor)
        effects = try container.decodeIfPresent([ComplianceEffect].self, forKey: .effects) ?? []
        shares = try container.decodeIfPresent([YearlyShare].self, forKey: .shares) ?? []
    }

    public var knownCombination: RiskCombination? { RiskCombination(rawValue: combination) }
    /// What its markers are called, by their codes.
    public var markerTitles: [String: String] { Dictionary(markers.map { ($0.code, $0.title) }) { first, _ in first } }

    /// Whether premises with this compliance, or with none known, count as poor.
    public func countsAsPoor(_ compliance: KnownCompliance?) -> Bool { poor.contains(compliance.map { "\($0.level)" } ?? KnownCompliance.unknown) }

    func effect(of compliance: KnownCompliance?) -> ComplianceEffect.Effect? {
        let level = compliance.map { "\($0.level)" } ?? KnownCompliance.unknown
        return effects.first { $0.levels.contains(level) }?.known
    }
}
