/// How far a share may lie from the share of all by chance alone, for so many cases: the limits of a funnel plot.
///
/// Source: D. J. Spiegelhalter, *Funnel plots for comparing institutional performance*, Statistics in Medicine 24 (2005), 1185–1202: exact binomial limits,
/// interpolated between the counts so that they run smoothly.
public struct FunnelLimits: Sendable, Equatable {
    /// Two standard deviations: one in twenty lies beyond by chance.
    public let warning: ClosedRange<Double>
    /// Three: one in five hundred does.
    public let control: ClosedRange<Double>

    /// With fewer cases nobody is judged: one more or less would carry them from one side to the other.
    public static let fewest = 5

    /// - Parameters:
    ///   - share: of all, from 0 to 1.
    ///   - cases: of the one who is held against it, at least 1.
    public init(around share: Double, cases: Int) {
        let share = min(max(share, 0), 1)
        // Where none or all are at fault, chance moves nothing.
        guard share > 0, share < 1 else { (warning, control) = (share...share, share...share); return }
        let chances = FunnelLimits.cumulated(share, max(1, cases))
        func limit(_ quantile: Double) -> Double {
            let count = chances.firstIndex { $0 >= quantile } ?? chances.count - 1
            let below = count == 0 ? 0 : chances[count - 1]
            let part = chances[count] > below ? (chances[count] - quantile) / (chances[count] - below) : 0
            return min(max((Double(count) - part) / Double(max(1, cases)), 0), 1)
        }
        warning = limit(0.025)...limit(0.975)
        control = limit(0.001)...limit(0.999)
    }

    public enum Standing: String, Codable, Sendable, CaseIterable {
        case within, above, below
        case farAbove = "far-above", farBelow = "far-below"
        case tooFew = "too-few"
    }

    /// Where somebody stands with so many faults in so many cases: beyond the limits only where chance gives so many, or so few, less than once in forty, or once in a thousand.
    public static func standing(_ faults: Int, of cases: Int, around share: Double) -> Standing {
        guard cases >= fewest else { return .tooFew }
        // By the chance of so many or more, and of so few or fewer: the limits are interpolated, and lie below the count that they stand for.
        let (share, faults) = (min(max(share, 0), 1), min(max(faults, 0), cases))
        guard share > 0, share < 1 else { return faults == (share == 0 ? 0 : cases) ? .within : share == 0 ? .farAbove : .farBelow }
        let chances = cumulated(share, cases)
        let (atMost, atLeast) = (chances[faults], faults == 0 ? 1 : 1 - chances[faults - 1])
        if atLeast < 0.001 { return .farAbove }
        if atMost < 0.001 { return .farBelow }
        if atLeast < 0.025 { return .above }
        return atMost < 0.025 ? .below : .within
    }

    /// The chance of at most so many of the cases, for each number of them.
    private static func cumulated(_ share: Double, _ cases: Int) -> [Double] {
        // From the likeliest count outwards, since the ends of a long row are too small to begin from.
        var chances = Array(repeating: 0.0, count: cases + 1)
        let likeliest = min(cases, Int(Double(cases + 1) * share))
        chances[likeliest] = 1
        for count in stride(from: likeliest, to: 0, by: -1) { chances[count - 1] = chances[count] * Double(count) * (1 - share) / (Double(cases - count + 1) * share) }
        for count in likeliest..<cases { chances[count + 1] = chances[count] * Double(cases - count) * share / (Double(count + 1) * (1 - share)) }
        let sum = chances.reduce(0, +)
        var total = 0.0
        return chances.map { total += $0 / sum; return total }
    }
}
