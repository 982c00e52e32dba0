import Kernel

/// The parts of a control chart, for a page, a cell and paper alike.
struct ChartedLines {
    /// Where the drawing starts under the top, and how high it is, in pixels; the words of the axis stand under it.
    static let head = 12
    static let room = 150

    private let chart: Charted
    private let axis: Axis
    private let range: ClosedRange<Double>
    private let size: (width: Int, height: Int)

    /// Nil where there is nothing to draw.
    init?(_ chart: Charted, width: Int, height: Int) {
        guard let first = chart.points.first, let last = chart.points.last else { return nil }
        self.chart = chart
        axis = Axis(showing: [first.day, last.day])
        size = (width, height)
        let limits = chart.stretches.flatMap { [$0.limits?.lowerBound, $0.limits?.upperBound].compactMap(\.self) }.map { max($0, chart.floor ?? $0) }
        let all = chart.points.map(\.value) + limits + chart.targets.compactMap(\.self)
        let (low, high) = (all.min() ?? 0, all.max() ?? 1)
        let room = max((high - low) * 0.06, high == low ? max(abs(high) * 0.1, 1) : 0)
        // What begins near nought is shown from nought.
        let from = low >= 0 && low <= (high - low) * 0.4 ? 0 : low - room
        range = from...(high + room)
    }

    /// How far from the left a point stands, in the units of the drawing.
    func x(_ place: Int) -> Double { axis.place(chart.points[place].day) * Double(size.width) / 100 }

    /// How far from the top a value stands.
    func y(_ value: Double) -> Double { Double(size.height) * (1 - share(value)) }

    private func share(_ value: Double) -> Double {
        let whole = range.upperBound - range.lowerBound
        return whole > 0 ? min(max((value - range.lowerBound) / whole, 0), 1) : 0.5
    }

    /// One of each kind of point that tells something, the latest of its kind.
    var told: [Charted.Point] {
        chart.points.reversed().reduce(into: [Charted.Point]()) { kinds, point in
            if point.told != nil, !kinds.contains(where: { $0.told == point.told && $0.tone == point.tone }) { kinds.append(point) }
        }
    }

    /// The axis of days, and a few round levels, each with its figure.
    ///
    /// - Parameter width: in pixels; nil on a page.
    func frame(_ width: Int? = nil) -> HTML {
        let (head, room) = (ChartedLines.head, ChartedLines.room)
        return "\(drawn(axis, wordsAt: head + room + 36, rules: ("\(head)", "\(head + room)"), width: width))\(levels)"
    }

    /// The figures of the levels, which stand over the band.
    var figures: HTML {
        eachLevel { level, y in
            // A figure below the last level would stand among the words of the axis.
            y + 13 > Double(ChartedLines.head + ChartedLines.room) ? .empty : "<text class=\"figure\" x=\"0\" y=\"\((y + 13).text)\">\(decimal(level, places: 4))</text>"
        }
    }

    private var levels: HTML {
        eachLevel { level, y in "<line class=\"\(level == 0 ? "base" : "level")\" x1=\"0\" x2=\"100%\" y1=\"\(y.text)\" y2=\"\(y.text)\"/>" }
    }

    private func eachLevel(_ drawn: (Double, Double) -> HTML) -> HTML {
        let step = ChartedLines.step(range.upperBound - range.lowerBound)
        let first = (range.lowerBound / step).rounded(.up)
        return stride(from: first, through: (range.upperBound / step).rounded(.down), by: 1).map { count -> HTML in
            let level = count * step
            return drawn(level, Double(ChartedLines.head) + Double(ChartedLines.room) * (1 - share(level)))
        }.joined()
    }

    /// The smallest of 1, 2 and 5 times a power of ten that parts a length into five at most.
    private static func step(_ length: Double) -> Double {
        var power = 0.0001
        while power < 1e12 {
            for digit in [1.0, 2, 5] where length / (power * digit) <= 5 { return power * digit }
            power *= 10
        }
        return max(length, 1)
    }

    /// The band between the limits, the means, the target and the figures.
    var paths: HTML {
        let bands = chart.stretches.map { stretch -> HTML in
            guard let limits = stretch.limits else { return .empty }
            let (from, through) = edges(stretch.places)
            let lower = y(max(limits.lowerBound, chart.floor ?? limits.lowerBound))
            return "<path class=\"area\" d=\"M\(from.text) \(lower.text)V\(y(limits.upperBound).text)H\(through.text)V\(lower.text)z\"/>"
        }
        let means = chart.stretches.map { stretch -> HTML in
            let (from, through) = edges(stretch.places)
            return "<line class=\"base\" x1=\"\(from.text)\" x2=\"\(through.text)\" y1=\"\(y(stretch.mean).text)\" y2=\"\(y(stretch.mean).text)\" vector-effect=\"non-scaling-stroke\"/>"
        }
        let figures = chart.points.indices.map { "\(x($0).text) \(y(chart.points[$0].value).text)" }
        return "\(bands)\(means)\(targets)<path class=\"done\" d=\"M\(figures.joined(separator: "L"))\"/>"
    }

    /// A line at each run of equal targets.
    private var targets: HTML {
        var path = ""
        for (place, target) in chart.targets.enumerated() {
            guard let target else { continue }
            let (from, through) = edges(place...place)
            let goesOn = place > 0 && chart.targets[place - 1] != nil
            path += "\(goesOn ? "V" : "M\(from.text) ")\(y(target).text)H\(through.text)"
        }
        return path.isEmpty ? .empty : "<path class=\"due\" d=\"\(path)\"/>"
    }

    /// From half way to the point before a run to half way to the one after it.
    private func edges(_ places: ClosedRange<Int>) -> (Double, Double) {
        let (first, last) = (places.lowerBound, places.upperBound)
        let from = first > 0 ? (x(first - 1) + x(first)) / 2 : x(first) - (chart.points.count > 1 ? (x(1) - x(0)) / 2 : Double(size.width) / 50)
        let end = chart.points.count - 1
        let through = last < end ? (x(last) + x(last + 1)) / 2 : x(last) + (end > 0 ? (x(end) - x(end - 1)) / 2 : Double(size.width) / 50)
        return (max(from, 0), min(through, Double(size.width)))
    }

    /// A shape on each point that tells something, and one on the last.
    func marks() -> HTML {
        chart.points.indices.filter { chart.points[$0].told != nil || $0 + 1 == chart.points.count }.map { place -> HTML in
            let point = chart.points[place]
            let y = Double(ChartedLines.head) + Double(ChartedLines.room) * (1 - share(point.value))
            return """
                <svg x="\(axis.place(point.day).text)%" y="\(y.text)" overflow="visible"><title>\(point.name): \(point.written)\
                \(point.told.map { ", " + $0.lowercasedFirst })</title>\(point.tone.shape(-5, -5))</svg>
                """
        }.joined()
    }
}
