/// The chance that premises that were found poor have a higher score than premises that were not, ties counted half: the Mann–Whitney statistic, which is the area
/// under the receiver operating characteristic.
///
/// Its interval is DeLong’s (E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, Biometrics 44, 1988), worked out from mid-ranks (X. Sun and W. Xu, IEEE Signal
/// Processing Letters 21, 2014): 95 per cent, cut off at 0 and 1.
public struct AreaUnderCurve: Sendable, Equatable {
    /// From 0 to 1; a half is no better than a coin.
    public let value: Double
    /// Nil where there are fewer than two of either kind, from which nothing can be said of chance.
    public let interval: ClosedRange<Double>?

    /// - Returns: nil where there are none of either kind.
    public init?(poor: [Int64], others: [Int64]) {
        guard !poor.isEmpty, !others.isEmpty else { return nil }
        let (m, n) = (Double(poor.count), Double(others.count))
        let (all, ofPoor, ofOthers) = (Self.midRanks(poor + others), Self.midRanks(poor), Self.midRanks(others))
        // Of each, the share of the other kind that it is above.
        let above = poor.indices.map { (all[$0] - ofPoor[$0]) / n }
        let below = others.indices.map { 1 - (all[poor.count + $0] - ofOthers[$0]) / m }
        value = above.reduce(0, +) / m
        guard poor.count > 1, others.count > 1 else {
            interval = nil
            return
        }
        let error = (Self.variance(above, value) / m + Self.variance(below, value) / n).squareRoot()
        interval = max(0, value - 1.959964 * error)...min(1, value + 1.959964 * error)
    }

    private static func variance(_ parts: [Double], _ mean: Double) -> Double {
        parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(parts.count - 1)
    }

    /// The rank of each from 1, those of one value sharing theirs.
    private static func midRanks(_ values: [Int64]) -> [Double] {
        let order = values.indices.sorted { values[$0] < values[$1] }
        var ranks = [Double](repeating: 0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
            for place in order[start..<end] { ranks[place] = Double(start + end + 1) / 2 }
            start = end
        }
        return ranks
    }
}
