public import Kernel

/// A method made ready to score very many premises: the same arithmetic as `RiskMethod.score` without its lines, over flat tables and whole numbers.
public struct CompiledRiskMethod: Sendable {
    private enum Shape { case answers, ranges, markers }

    private struct Factor {
        let fact: RiskFact
        let shape: Shape
        let category: Int
        /// Where its numbers begin in `points` and `bounds`, and how many there are.
        let start, count: Int
        /// For what is not known.
        let unknown: Int64
    }

    /// Points by weight: of each answer by its place, of each range, of each marker by its place in the method’s list.
    private let points: [Int64]
    /// The number from which each range is, in hundredths; beside `points`.
    private let bounds: [Int64]
    private let factors: [Factor]
    private let markers: [String: Int]
    private let combination: RiskCombination
    private let thresholds: [Int64]
    /// Months by band and then by level of compliance, 0 where it is not known; -1 by sample.
    private let months: [Int]
    /// How many bands there are.
    public var bandCount: Int { thresholds.count }

    /// - Returns: nil where the method has flaws.
    public init?(_ method: RiskMethod) {
        guard method.flaws.isEmpty, let combination = method.knownCombination else { return nil }
        self.combination = combination
        markers = Dictionary(method.markers.enumerated().map { ($1.code, $0) }) { first, _ in first }
        thresholds = method.bands.map(\.from.count)
        months = method.bands.indices.flatMap { band in
            (0...5).map { level in method.interval(of: band, KnownCompliance(level: level, on: Day(number: 0))).months ?? -1 }
        }
        var (points, bounds, factors) = ([Int64](), [Int64](), [Factor]())
        for factor in method.factors {
            guard let fact = factor.knownFact, let category = factor.knownClass else { return nil }
            let (start, weight) = (points.count, Int64(factor.weight))
            func own(_ answer: String) -> Int64 { factor.rows.first { $0.answers?.contains(answer) ?? false }.map { $0.points.count * weight } ?? 0 }
            let shape: Shape
            switch fact.shape {
            case .answers: (shape, points) = (.answers, points + fact.answers.map(own))
            case .markers: (shape, points) = (.markers, points + method.markers.map { own($0.code) })
            case .ranges: (shape, points) = (.ranges, points + factor.rows.map { $0.points.count * weight })
            }
            bounds += fact.shape == .ranges ? factor.rows.map { $0.from?.count ?? 0 } : Array(repeating: 0, count: points.count - start)
            factors.append(Factor(
                fact: fact, shape: shape, category: category.place, start: start, count: points.count - start, unknown: (factor.unknown?.points.count ?? 0) * weight))
        }
        (self.points, self.bounds, self.factors) = (points, bounds, factors)
    }

    /// What all of some premises come to on a day, in their order.
    public func results(_ facts: [RiskFacts], on day: Day) -> [RiskResult] {
        facts.map { result($0, on: day) }
    }

    /// The score, band and next audit alone.
    public func result(_ facts: RiskFacts, on day: Day) -> RiskResult {
        var sums: (Int64, Int64, Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0, 0, 0)
        for factor in factors {
            let own = product(factor, facts, on: day)
            switch factor.category {
            case 0: sums.0 += own
            case 1: sums.1 += own
            case 2: sums.2 += own
            case 3: sums.3 += own
            case 4: sums.4 += own
            case 5: sums.5 += own
            default: sums.6 += own
            }
        }
        let score = combination.score(sums)
        var band = 0
        while band < thresholds.count - 1, score < thresholds[band] { band += 1 }
        let months = months[band * 6 + (facts.compliance?.level ?? 0)]
        let due: RiskDue = months < 0 ? .sample : facts.compliance.map { .by($0.on.adding(months: months)) } ?? .atOnce
        return RiskResult(score: score, band: band, due: due)
    }

    /// Points by weight of each factor, in hundredths, in the method’s order.
    func products(_ facts: RiskFacts, on day: Day) -> [Int64] { factors.map { product($0, facts, on: day) } }

    @inline(__always)
    private func product(_ factor: Factor, _ facts: RiskFacts, on day: Day) -> Int64 {
        switch factor.shape {
        case .answers:
            guard let answer = place(factor.fact, facts) else { return factor.unknown }
            return points[factor.start + answer]
        case .ranges:
            guard let number = facts.number(factor.fact, on: day) else { return factor.unknown }
            var row = factor.start + factor.count - 1
            while row > factor.start, number < bounds[row] { row -= 1 }
            return points[row]
        case .markers:
            var sum: Int64 = 0
            for marker in facts.markers { if let place = markers[marker] { sum += points[factor.start + place] } }
            return sum
        }
    }

    /// The place of an answer among all that its table has.
    @inline(__always)
    private func place(_ fact: RiskFact, _ facts: RiskFacts) -> Int? {
        switch fact {
        case .type: facts.type.place
        case .sleeping: facts.sleeping.map { $0 ? 0 : 1 }
        case .compliance: facts.compliance.map { $0.level - 1 }
        case .storeys, .height, .daysSinceAudit, .markers: nil
        }
    }
}

/// A score without its arithmetic.
public struct RiskResult: Hashable, Sendable {
    /// In hundredths of a point.
    public let score: Int64
    /// The place of its band among the method’s, from 0, the highest.
    public let band: Int
    public let due: RiskDue

    public init(score: Int64, band: Int, due: RiskDue) { (self.score, self.band, self.due) = (score, band, due) }
}

extension PremisesType {
    /// Its place among the 17, from 0. A switch, since a search for each of a million takes longer than all their arithmetic.
    var place: Int {
        switch self {
        case .hospital: 0
        case .careHome: 1
        case .hmo: 2
        case .purposeBuiltFlats: 3
        case .hostel: 4
        case .hotel: 5
        case .convertedFlats: 6
        case .otherSleeping: 7
        case .furtherEducation: 8
        case .publicBuilding: 9
        case .licensed: 10
        case .school: 11
        case .shop: 12
        case .otherPublic: 13
        case .factory: 14
        case .office: 15
        case .otherWorkplace: 16
        }
    }
}
