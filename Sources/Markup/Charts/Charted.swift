public import Kernel

/// A run of figures with what is expected of them: what a control chart draws.
public struct Charted: Sendable, Hashable, Codable {
    /// One figure in its place.
    public struct Point: Sendable, Hashable, Codable {
        /// The last day of what it was measured over.
        public let day: Day
        /// `March 2026`
        public let name: String
        public let value: Double
        /// As a person writes it: `92.4%`.
        public let written: String
        public let tone: Tone
        /// What it tells; nil of one that tells nothing but its value.
        public let told: String?

        public init(_ day: Day, _ name: String, _ value: Double, written: String, tone: Tone, told: String? = nil) {
            (self.day, self.name, self.value) = (day, name, value)
            (self.written, self.tone, self.told) = (written, tone, told)
        }
    }

    /// Points that share a mean and limits.
    public struct Stretch: Sendable, Hashable, Codable {
        public let places: ClosedRange<Int>
        public let mean: Double
        public let limits: ClosedRange<Double>?

        public init(_ places: ClosedRange<Int>, mean: Double, limits: ClosedRange<Double>?) { (self.places, self.mean, self.limits) = (places, mean, limits) }
    }

    /// The earliest first.
    public let points: [Point]
    public let stretches: [Stretch]
    /// What is to be reached at each point, where anything is.
    public let targets: [Double?]
    /// Below which nothing can be: limits are drawn no lower.
    public let floor: Double?
    /// What it shows, in a sentence.
    public let words: String

    public init(_ points: [Point], stretches: [Stretch], targets: [Double?] = [], floor: Double? = nil, words: String) {
        (self.points, self.stretches, self.floor, self.words) = (points, stretches, floor, words)
        self.targets = targets.count == points.count ? targets : points.map { _ in nil }
    }

    /// The same with its words changed.
    public func mapped(_ change: (String) -> String) -> Charted {
        Charted(
            points.map { Point($0.day, change($0.name), $0.value, written: change($0.written), tone: $0.tone, told: $0.told.map(change)) }, stretches: stretches, targets: targets,
            floor: floor, words: change(words))
    }

    var hasTarget: Bool { targets.contains { $0 != nil } }
}

/// The figures of a run as a control chart: their line over the band between the limits, the mean, the target, and a shape on each point that tells
/// something. Nothing where there are no points. Its figures belong in a table beside it.
public func controlChart(_ chart: Charted) -> HTML {
    guard let lines = ChartedLines(chart, width: 100, height: 100) else { return .empty }
    let (head, room) = (ChartedLines.head, ChartedLines.room)
    let meanings = lines.told.map { point -> HTML in "<li>\(tag(point.told ?? "", point.tone))</li>" }
    return """
        <figure class="burnup"><p class="words">\(chart.words)</p>\
        <svg width="100%" height="\(head + room + 50)" role="img" aria-label="\(chart.words)"><title>\(chart.words)</title>\(lines.frame())\
        <svg y="\(head)" width="100%" height="\(room)" viewBox="0 0 100 100" preserveAspectRatio="none">\(lines.paths)</svg>\(lines.figures)\(lines.marks())</svg>\
        <ul class="keys"><li class="done">Figure</li>\(chart.hasTarget ? "<li class=\"due\">Target</li>" as HTML : .empty)</ul>\
        \(meanings.isEmpty ? .empty : "<ul class=\"legend\">\(meanings)</ul>" as HTML)</figure>
        """
}

/// The same run as a small line without words, with a shape on its last point, for a cell of a table that says the rest.
public func sparkline(_ chart: Charted, width: Int = 120, height: Int = 32) -> HTML {
    guard let lines = ChartedLines(chart, width: width - 10, height: height - 10), let last = chart.points.indices.last else { return .empty }
    let (x, y) = (Int(lines.x(last)), Int(lines.y(chart.points[last].value)))
    return """
        <figure class="burnup"><svg width="\(width)" height="\(height)" role="img" aria-label="\(chart.words)"><title>\(chart.words)</title>\
        <svg x="5" y="5" width="\(width - 10)" height="\(height - 10)" overflow="visible">\(lines.paths)\(chart.points[last].tone.shape(x - 5, y - 5))</svg></svg></figure>
        """
}

/// The same for paper; nil where there are no points.
public func drawing(of chart: Charted, on sheet: PrintedSheet = .upright) -> Drawing? {
    guard let lines = ChartedLines(chart, width: sheet.width, height: ChartedLines.room) else { return nil }
    let y = ChartedLines.head + ChartedLines.room + 52
    var items: [(mark: (Int, Int) -> HTML, words: String)] = [(mark: { dashed("done", $0, $1) }, words: "Figure")]
    if chart.hasTarget { items.append((mark: { dashed("due", $0, $1) }, words: "Target")) }
    for point in lines.told { items.append((mark: { x, y in point.tone.shape(x, y + 1) }, words: point.told ?? "")) }
    let keys = keyed(items, y: y, width: sheet.width)
    return Drawing(width: sheet.width, height: y + keys.height, words: chart.words, """
        <svg width="\(sheet.width)" height="\(y - 8)">\(lines.frame(sheet.width))\
        <svg class="lines" y="\(ChartedLines.head)" width="\(sheet.width)" height="\(ChartedLines.room)" overflow="visible">\(lines.paths)</svg>\(lines.figures)\(lines.marks())</svg>\(keys.marks)
        """)
}

private func dashed(_ look: HTML, _ x: Int, _ y: Int) -> HTML { "<g class=\"lines\"><path class=\"\(look)\" d=\"M\(x - 4) \(y + 6)h16\"/></g>" }
