import Kernel

/// One table of a risk method: from what is known of premises to points.
public struct RiskFactor: Codable, Hashable, Sendable {
    public let code: String
    public let title: String
    /// Why the service lets it count, for whoever checks a score.
    public let why: String?
    /// The code of a class.
    public let category: String
    /// The code of what it asks for.
    public let fact: String
    /// By which its points are multiplied: a whole number from 1 to 20.
    public let weight: Int
    public let rows: [RiskRow]
    /// What it counts as where the fact is not known.
    public let unknown: RiskUnknown?

    private enum CodingKeys: String, CodingKey {
        case code, title, why, fact, weight, rows, unknown
        case category = "class"
    }

    public init(
        _ code: String, _ title: String, why: String? = nil, _ category: RiskClass, _ fact: RiskFact, weight: Int = 1, rows: [RiskRow], unknown: RiskUnknown? = nil
    ) {
        (self.code, self.title, self.why, self.weight) = (code, title, why, weight)
        (self.category, self.fact, self.rows, self.unknown) = (category.rawValue, fact.rawValue, rows, unknown)
    }

    /// Nil where the method names none that there is, which is a flaw of it.
    public var knownFact: RiskFact? { RiskFact(rawValue: fact) }
    public var knownClass: RiskClass? { RiskClass(rawValue: category) }
}

/// One row of a table: for which answers, or from which number to below which, and its points.
public struct RiskRow: Codable, Hashable, Sendable {
    public let answers: [String]?
    public let from: RiskPoints?
    /// The first number that it is no longer for; nil where it has no end.
    public let below: RiskPoints?
    public let points: RiskPoints

    private enum CodingKeys: String, CodingKey {
        case from, below, points
        case answers = "for"
    }

    public init(_ answers: [String], _ points: RiskPoints) { (self.answers, from, below, self.points) = (answers, nil, nil, points) }
    public init(from: RiskPoints, below: RiskPoints? = nil, _ points: RiskPoints) { (answers, self.from, self.below, self.points) = (nil, from, below, points) }

    /// What it is for, in words.
    ///
    /// - Parameter markers: what the method’s markers are called, by their codes.
    public func words(_ fact: RiskFact, markers: [String: String]) -> String {
        guard fact.shape != .ranges else { return fact.words(from: from ?? RiskPoints(0), below: below) }
        return listed((answers ?? []).map { fact == .markers ? markers[$0] ?? $0 : fact.words(of: $0) }, joinedBy: "or")
    }
}

/// What a fact that is not known counts as, and why.
public struct RiskUnknown: Codable, Hashable, Sendable {
    public let points: RiskPoints
    public let why: String

    public init(_ points: RiskPoints, _ why: String) { (self.points, self.why) = (points, why) }
}

/// Something about premises that officers can put on them, out of the method’s own list: `A listed building`.
public struct RiskMarkerKind: Codable, Hashable, Sendable {
    public let code: String
    public let title: String
    /// When it is put, for officers.
    public let meaning: String?

    public init(_ code: String, _ title: String, meaning: String? = nil) { (self.code, self.title, self.meaning) = (code, title, meaning) }
}
