public import Kernel

/// Two methods over the same stock: who moves from which band into which, and which table makes most of the difference. Counts alone.
public struct RiskComparison: Sendable {
    /// The table that makes most of the difference for those who move.
    public struct Cause: Hashable, Sendable {
        /// The factor’s code; empty where the tables agree.
        public let code: String
        public let title: String
        public let count: Int
    }

    /// What one of the premises comes to by both.
    public struct Pair: Hashable, Sendable {
        public let before, after: RiskResult
        /// Whether the bands have different codes.
        public let moves: Bool
        /// The place of the table that makes most of the difference; nil where it does not move or the tables agree.
        public let cause: Int?
    }

    public let before, after: RiskMethod
    private let one, other: CompiledRiskMethod
    /// The factors of both by code, with their places in each.
    private let factors: [(code: String, title: String, before: Int?, after: Int?)]
    private var matrix: [Int]
    private var causes: [Int]
    /// Of those who move, by type.
    private var types = [Int](repeating: 0, count: PremisesType.allCases.count)
    public private(set) var total = 0

    /// - Returns: nil where a method has flaws.
    public init?(_ before: RiskMethod, _ after: RiskMethod) {
        guard let one = CompiledRiskMethod(before), let other = CompiledRiskMethod(after) else { return nil }
        (self.before, self.after, self.one, self.other) = (before, after, one, other)
        let later = Dictionary(after.factors.enumerated().map { ($1.code, $0) }) { first, _ in first }
        let known = Set(before.factors.map(\.code))
        factors = before.factors.enumerated().map { place, factor in
            (factor.code, later[factor.code].map { after.factors[$0].title } ?? factor.title, place, later[factor.code])
        } + after.factors.enumerated().filter { !known.contains($1.code) }.map { ($1.code, $1.title, nil, $0) }
        matrix = Array(repeating: 0, count: one.bandCount * other.bandCount)
        causes = Array(repeating: 0, count: factors.count + 1)
    }

    /// Both results, without counting them.
    public func pair(_ facts: RiskFacts, on day: Day) -> Pair {
        let (old, new) = (one.result(facts, on: day), other.result(facts, on: day))
        guard before.bands[old.band].code != after.bands[new.band].code else { return Pair(before: old, after: new, moves: false, cause: nil) }
        let (olds, news) = (one.products(facts, on: day), other.products(facts, on: day))
        var (cause, most): (Int?, Int64) = (nil, 0)
        for (place, factor) in factors.enumerated() {
            let difference = abs((factor.after.map { news[$0] } ?? 0) - (factor.before.map { olds[$0] } ?? 0))
            if difference > most { (cause, most) = (place, difference) }
        }
        return Pair(before: old, after: new, moves: true, cause: cause)
    }

    @discardableResult
    public mutating func add(_ facts: RiskFacts, on day: Day) -> Pair {
        let pair = pair(facts, on: day)
        total += 1
        matrix[pair.before.band * other.bandCount + pair.after.band] += 1
        if pair.moves {
            causes[pair.cause ?? factors.count] += 1
            types[facts.type.place] += 1
        }
        return pair
    }

    /// How many are in one band by the first method and in another by the second.
    public func count(_ before: Int, _ after: Int) -> Int { matrix[before * other.bandCount + after] }

    /// How many of a type move.
    public func moved(_ type: PremisesType) -> Int { types[type.place] }

    /// How many move.
    public var moved: Int { causes.reduce(0, +) }

    /// What makes the difference, the most frequent first.
    public var reasons: [Cause] {
        causes.enumerated().filter { $1 > 0 }.map { cause($0, $1) }.stablySorted { -$0.count }
    }

    /// The code of a cause of `pair`; empty where the tables agree.
    public func code(_ cause: Int?) -> String { cause.map { factors[$0].code } ?? "" }

    private func cause(_ place: Int, _ count: Int) -> Cause {
        place < factors.count ? Cause(code: factors[place].code, title: factors[place].title, count: count)
            : Cause(code: "", title: "The tables agree; the combination or the bands differ", count: count)
    }

    /// How many of those who move are looked at more often by the second method than by the first, by the intervals of their bands; and how many less often.
    public var direction: (more: Int, less: Int) {
        var (more, less) = (0, 0)
        for old in before.bands.indices {
            for new in after.bands.indices where before.bands[old].code != after.bands[new].code {
                let (then, now) = (before.bands[old].months ?? .max, after.bands[new].months ?? .max)
                if now < then { more += count(old, new) }
                if now > then { less += count(old, new) }
            }
        }
        return (more, less)
    }
}
