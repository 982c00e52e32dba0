/// A control chart of single values and their moving ranges (XmR): whether a run of figures is steady, and where it is not.
///
/// Limits stand 2.66 average moving ranges from the mean, inner limits two thirds of that. The computation is the one that NHS England’s
/// “Making Data Count” teaches, as the R package NHSRplotthedots 0.2.2 makes it, so that a figure means here what it means there.
public struct ControlChart: Sendable, Equatable {
    /// Fewer points than this make trial limits: they move with every point that is added.
    public static let steadyFrom = 12
    /// How many average moving ranges lie between the mean and a limit.
    static let width = 2.66
    /// A moving range of so many average ones, or more, is left out when the chart is screened.
    static let screen = 3.267

    public let points: [ControlPoint]
    /// At least one unless there are no points; each after the first begins where the chart was rebased.
    public let segments: [ControlSegment]
    public let isScreened: Bool
    public let improvement: Improvement
    public let target: Double?

    /// - Parameters:
    ///   - values: in the order of their periods, without gaps.
    ///   - isScreened: whether moving ranges that are far too large are left out of the limits.
    ///   - rebased: the places of the points at which limits begin anew.
    ///   - baseline: the limits of each segment come from so many of its first points; from all when nil.
    public init(
        _ values: [Double], screened isScreened: Bool = true, rebasedAt rebased: Set<Int> = [], improvement: Improvement, target: Double? = nil,
        baseline: Int? = nil
    ) {
        (self.isScreened, self.improvement, self.target) = (isScreened, improvement, target)
        let starts = values.isEmpty ? [] : [0] + rebased.filter { $0 > 0 && $0 < values.count }.sorted()
        segments = starts.enumerated().map { place, start in
            let end = place + 1 < starts.count ? starts[place + 1] : values.count
            return ControlSegment(values, start..<end, screened: isScreened, baseline: baseline)
        }
        points = segments.flatMap { $0.points(of: values, improvement) }
    }

    /// How the last point stands: what the chart comes to in a word.
    public var variation: Variation? { points.last?.variation }

    /// Whether the target will be met as things are; nil without a target, and where neither way is better.
    public var assurance: Assurance? {
        guard let target, let limits = segments.last?.limits else { return nil }
        return Assurance(of: target, limits, improvement)
    }

    /// Whether the limits in force now rest on too few points to be relied on.
    public var isTrial: Bool { segments.last?.isTrial ?? true }

    /// Whether what is measured happens so seldom that nothing but noughts is left to take limits from. Its signals then tell nothing.
    public var isTooRare: Bool { segments.last.map { $0.averageRange == 0 && !$0.screenedOut.isEmpty } ?? false }

    /// Which way a measure gets better.
    public enum Improvement: String, Codable, Sendable, CaseIterable {
        case increase, decrease, neutral
    }
}

/// The points between two rebasings, which share a mean and limits.
public struct ControlSegment: Sendable, Equatable {
    public struct Limits: Sendable, Equatable {
        public let lower: Double
        public let innerLower: Double
        public let innerUpper: Double
        public let upper: Double
    }

    public let range: Range<Int>
    public let mean: Double
    /// The mean of the moving ranges that count; nil where one point has none.
    public let averageRange: Double?
    /// From each point’s forerunner to it, the first having none.
    let movingRanges: [Double?]
    /// The places of the points whose moving range was left out as far too large.
    public let screenedOut: Set<Int>

    public var isTrial: Bool { range.count < ControlChart.steadyFrom }

    public var limits: Limits? {
        guard let averageRange else { return nil }
        let (wide, near) = (ControlChart.width * averageRange, 2 * (ControlChart.width / 3) * averageRange)
        return Limits(lower: mean - wide, innerLower: mean - near, innerUpper: mean + near, upper: mean + wide)
    }

    init(_ values: [Double], _ range: Range<Int>, screened isScreened: Bool, baseline: Int?) {
        self.range = range
        let based = range.prefix(max(1, baseline ?? range.count))
        mean = values[based.startIndex..<based.endIndex].steadyMean ?? 0
        let ranges = range.map { $0 == range.lowerBound || !based.contains($0) ? nil : abs(values[$0] - values[$0 - 1]) }
        movingRanges = range.map { $0 == range.lowerBound ? nil : abs(values[$0] - values[$0 - 1]) }
        let known = ranges.compactMap(\.self)
        guard isScreened, let first = known.steadyMean else {
            (averageRange, screenedOut) = (known.steadyMean, [])
            return
        }
        // Where nothing ever moved no range is below 3.267 times nought; the limits then lie on the mean.
        let kept = known.filter { $0 < ControlChart.screen * first }
        averageRange = kept.steadyMean ?? 0
        screenedOut = Set(zip(range, ranges).compactMap { place, range in range.map { $0 >= ControlChart.screen * first && $0 > 0 } ?? false ? place : nil })
    }
}

extension Sequence where Element == Double {
    /// The mean, in two passes as R takes it, so that what is the same throughout has itself as its mean; nil of nothing.
    var steadyMean: Double? {
        var (sum, count) = (0.0, 0)
        for value in self { (sum, count) = (sum + value, count + 1) }
        guard count > 0 else { return nil }
        let first = sum / Double(count)
        return first + reduce(0.0) { $0 + ($1 - first) } / Double(count)
    }
}
