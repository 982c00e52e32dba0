import Kernel
import Markup

extension PerformanceView {
    /// Its own periods as a control chart is drawn, on a page and on paper.
    func charted(screened isScreened: Bool = true, through last: ReportingPeriod? = nil) -> Charted {
        let (chart, shown) = (chart(screened: isScreened, through: last), charted(through: last))
        let points = zip(shown, chart.points).map { period, point in
            Charted.Point(
                period.through, period.words, point.value, written: figure(period).words(measure), tone: chart.isTooRare ? .grey : point.variation.tone,
                told: (chart.isTooRare ? nil : point.signal).map { "\(point.variation == .common ? "" : point.variation.words + ": ")\($0.words.lowercasedFirst)" })
        }
        let stretches = chart.segments.filter { !$0.range.isEmpty }.map { segment in
            Charted.Stretch(segment.range.lowerBound...segment.range.upperBound - 1, mean: segment.mean, limits: segment.limits.map { $0.lower...max($0.lower, $0.upper) })
        }
        return Charted(
            points, stretches: stretches, targets: shown.map { ownTarget($0)?.number }, floor: points.allSatisfy { $0.value >= 0 } ? 0 : nil, words: words(chart, shown))
    }

    /// What a chart shows, in a sentence.
    func words(_ chart: ControlChart, _ shown: [ReportingPeriod]) -> String {
        guard let last = shown.last, let point = chart.points.last else { return "\(measure.title): nothing is recorded yet." }
        if chart.isTooRare { return "\(last.words): \(figure(last).words(measure)). It happens too seldom for limits to tell anything." }
        let limits = point.segment.limits.map { ", where chance alone gives from \(measure.written($0.shownLower(chart))) to \(measure.written(.init(rounding: $0.upper)))" } ?? ""
        let signal = point.signal.map { " It stands out: \($0.words.lowercasedFirst)." } ?? " It does not stand out."
        return "\(last.words): \(figure(last).words(measure))\(limits).\(signal)"
    }
}

extension ControlSegment.Limits {
    /// What can’t be below nought has no limit below it.
    func shownLower(_ chart: ControlChart) -> Quantity { Quantity(rounding: chart.points.allSatisfy { $0.value >= 0 } ? max(0, lower) : lower) }
}

extension Quantity {
    /// The nearest to a number of a chart; what is too large to be kept comes to nought.
    init(rounding number: Double) { self.init(millionths: Int64(exactly: (number * 1_000_000).rounded()) ?? 0) }
}

extension Variation {
    /// Colours as “Making Data Count” has them: blue for what gets better, orange for what gets worse.
    var tone: Tone {
        switch self {
        case .common, .neutralHigh, .neutralLow: .grey
        case .improving: .blue
        case .concerning: .amber
        }
    }
}
