import Kernel
import Web

/// A control chart, point by point: the same for a measure and for a file that anybody has.
struct ChartPayload: Encodable {
    private static let numbers = Schema.real(-1e15...1e15)
    static let schema = Schema.object("ControlChart", [
        "screened": .flag, "improvement": .choice(ControlChart.Improvement.self), "target": numbers.optional, "trial": Schema.flag.meaning("Whether the limits that stand last rest on fewer than twelve points."),
        "variation": Schema.choice(Variation.self).optional, "assurance": Schema.choice(Assurance.self).optional,
        "segments": .list(.object("ControlSegment", [
            "from": .text, "through": .text, "points": .count, "mean": numbers, "averageRange": numbers.optional, "lower": numbers.optional, "innerLower": numbers.optional,
            "innerUpper": numbers.optional, "upper": numbers.optional, "trial": .flag,
        ])),
        "points": .list(.object("ControlPoint", [
            "name": .text, "value": numbers, "segment": .count, "movingRange": numbers.optional, "screenedOut": Schema.flag.meaning("Its moving range was left out of the limits as far too large."),
            "signal": Schema.choice(ControlSignal.Kind.self).optional, "way": Schema.choice(ControlSignal.Way.self).optional, "variation": .choice(Variation.self),
        ])),
    ])

    let screened: Bool
    let improvement: ControlChart.Improvement
    let target: Double?
    let trial: Bool
    let variation: Variation?
    let assurance: Assurance?
    let segments: [Segment]
    let points: [Point]

    struct Segment: Encodable {
        let from: String
        let through: String
        let points: Int
        let mean: Double
        let averageRange: Double?
        let lower: Double?
        let innerLower: Double?
        let innerUpper: Double?
        let upper: Double?
        let trial: Bool
    }

    struct Point: Encodable {
        let name: String
        let value: Double
        let segment: Int
        let movingRange: Double?
        let screenedOut: Bool
        let signal: ControlSignal.Kind?
        let way: ControlSignal.Way?
        let variation: Variation
    }

    /// - Parameter names: one for each point.
    init(_ chart: ControlChart, _ names: [String]) {
        (screened, improvement, target, trial) = (chart.isScreened, chart.improvement, chart.target, chart.isTrial)
        (variation, assurance) = (chart.variation, chart.assurance)
        segments = chart.segments.map { segment in
            let limits = segment.limits
            return Segment(
                from: names[segment.range.lowerBound], through: names[segment.range.upperBound - 1], points: segment.range.count, mean: segment.mean, averageRange: segment.averageRange,
                lower: limits?.lower, innerLower: limits?.innerLower, innerUpper: limits?.innerUpper, upper: limits?.upper, trial: segment.isTrial)
        }
        points = chart.points.map { point in
            Point(
                name: names[point.place], value: point.value, segment: chart.segments.firstIndex { $0.range.contains(point.place) } ?? 0, movingRange: point.movingRange,
                screenedOut: point.isScreenedOut, signal: point.signal?.kind, way: point.signal?.way, variation: point.variation)
        }
    }
}
