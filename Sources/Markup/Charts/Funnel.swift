import Kernel

/// Shares of very different numbers of cases, each against what chance allows for so many: what a funnel plot draws.
public struct Funnel: Sendable, Hashable {
    /// Somebody’s share, with the number of cases that it rests on.
    public struct Point: Sendable, Hashable {
        public let name: String
        public let cases: Int
        /// From 0 to 1.
        public let share: Double
        public let tone: Tone
        /// What it tells; nil of one that tells nothing but its share.
        public let told: String?

        public init(_ name: String, cases: Int, share: Double, tone: Tone, told: String? = nil) {
            (self.name, self.cases, self.share) = (name, cases, share)
            (self.tone, self.told) = (tone, told)
        }
    }

    /// What chance allows for so many cases.
    public struct Limits: Sendable, Hashable {
        public let cases: Int
        public let inner: ClosedRange<Double>
        public let outer: ClosedRange<Double>

        public init(_ cases: Int, inner: ClosedRange<Double>, outer: ClosedRange<Double>) { (self.cases, self.inner, self.outer) = (cases, inner, outer) }
    }

    public let points: [Point]
    /// Of all together, from 0 to 1.
    public let share: Double
    /// The fewest cases first.
    public let limits: [Limits]
    /// What it shows, in a sentence.
    public let words: String

    public init(_ points: [Point], share: Double, limits: [Limits], words: String) {
        (self.points, self.share, self.limits, self.words) = (points, share, limits, words)
    }
}

/// Each share over the number of its cases, between the limits of chance; a shape on each, with its name where it tells something. Nothing where there are no
/// points. Its figures belong in a table beside it.
public func funnelPlot(_ funnel: Funnel) -> HTML {
    guard let lines = FunnelLines(funnel, width: 100, height: 100) else { return .empty }
    let (head, room) = (FunnelLines.head, FunnelLines.room)
    return """
        <figure class="burnup"><p class="words">\(funnel.words)</p>\
        <svg width="100%" height="\(head + room + 30)" role="img" aria-label="\(funnel.words)"><title>\(funnel.words)</title>\
        <svg y="\(head)" width="100%" height="\(room)" viewBox="0 0 100 100" preserveAspectRatio="none">\(lines.paths)</svg>\(lines.frame)\(lines.marks)</svg>\
        <ul class="keys"><li class="due">Limits of chance, 95 and 99.8 in 100</li></ul></figure>
        """
}

/// The same for paper; nil where there are no points.
public func drawing(of funnel: Funnel, on sheet: PrintedSheet = .upright) -> Drawing? {
    guard let lines = FunnelLines(funnel, width: sheet.width, height: FunnelLines.room) else { return nil }
    let height = FunnelLines.head + FunnelLines.room + 30
    return Drawing(width: sheet.width, height: height, words: funnel.words, """
        <svg width="\(sheet.width)" height="\(height)"><svg class="lines" y="\(FunnelLines.head)" width="\(sheet.width)" height="\(FunnelLines.room)" overflow="visible">\
        \(lines.paths)</svg>\(lines.frame)\(lines.marks)</svg>
        """)
}

/// The parts of the drawing, for a page and for paper alike.
private struct FunnelLines {
    /// Where the drawing starts under the top, and how high it is, in pixels; the numbers of cases stand under it.
    static let head = 12
    static let room = 180

    private let funnel: Funnel
    /// The limits as far as the drawing reaches.
    private let limits: [Funnel.Limits]
    private let size: (width: Int, height: Int)
    /// How many cases the drawing is wide, and which share it is high.
    private let (most, top): (Int, Double)

    init?(_ funnel: Funnel, width: Int, height: Int) {
        guard let largest = funnel.points.map(\.cases).max(), largest > 0 else { return nil }
        self.funnel = funnel
        size = (width, height)
        let most = largest + max(1, largest / 10)
        self.most = most
        limits = funnel.limits.filter { $0.cases <= most }
        // Limits of few cases reach far above what anybody has, so they don’t decide how high it is.
        let own = (funnel.points.map(\.share).max() ?? 0, limits.last?.outer.upperBound ?? 0)
        top = min(1, max(max(own.0, own.1) * 1.15, 0.05))
    }

    private func x(_ cases: Int) -> Double { percent(cases, of: most) }
    private func y(_ share: Double) -> Double { 1 - min(max(share / top, 0), 1) }

    /// The limits, and the share of all.
    var paths: HTML {
        func place(_ cases: Int, _ share: Double) -> String { "\((x(cases) * Double(size.width) / 100).text) \((y(share) * Double(size.height)).text)" }
        func line(_ share: (Funnel.Limits) -> Double) -> String { "M" + limits.map { place($0.cases, share($0)) }.joined(separator: "L") }
        let (up, down) = (limits.map { place($0.cases, $0.inner.upperBound) }, limits.reversed().map { place($0.cases, $0.inner.lowerBound) })
        let band: HTML = limits.isEmpty ? .empty : """
            <path class="area" d="M\((up + down).joined(separator: "L"))z"/><path class="due" d="\(line(\.outer.upperBound))"/><path class="due" d="\(line(\.outer.lowerBound))"/>
            """
        let mean = (y(funnel.share) * Double(size.height)).text
        return "\(band)<line class=\"base\" x1=\"0\" x2=\"\(size.width)\" y1=\"\(mean)\" y2=\"\(mean)\" vector-effect=\"non-scaling-stroke\"/>"
    }

    /// The round shares at the side and the round numbers of cases at the foot.
    var frame: HTML {
        let steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5]
        let step = steps.first { top / $0 <= 5 } ?? 0.5
        let shares = stride(from: 1.0, through: (top / step).rounded(.down), by: 1).map { count -> HTML in
            let height = (Double(FunnelLines.head) + y(count * step) * Double(FunnelLines.room)).text
            return "<line class=\"level\" x1=\"0\" x2=\"100%\" y1=\"\(height)\" y2=\"\(height)\"/><text class=\"figure\" x=\"0\" y=\"\(height)\" dy=\"13\">\(percent(count * step))</text>"
        }
        let foot = FunnelLines.head + FunnelLines.room
        let gap = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500].first { most / $0 <= 5 } ?? max(1, most / 5)
        let numbers = stride(from: gap, through: most, by: gap).map { cases -> HTML in
            "<text class=\"major after\" x=\"\(x(cases).text)%\" y=\"\(foot + 18)\">\(cases)</text>"
        }
        return "\(shares)<line class=\"base\" x1=\"0\" x2=\"100%\" y1=\"\(foot)\" y2=\"\(foot)\"/>\(numbers)"
    }

    var marks: HTML {
        funnel.points.map { point -> HTML in
            let height = (Double(FunnelLines.head) + y(point.share) * Double(FunnelLines.room)).text
            let isRight = x(point.cases) > 55
            let name: HTML = point.told == nil ? .empty : "<text class=\"name\(isRight ? " after" : "")\" x=\"\(isRight ? -9 : 9)\" y=\"4\">\(point.name)</text>"
            return """
                <svg x="\(x(point.cases).text)%" y="\(height)" overflow="visible"><title>\(point.name): \(percent(point.share)) of \(point.cases)\
                \(point.told.map { ", " + $0.lowercasedFirst } ?? "")</title>\(point.tone.shape(-5, -5))\(name)</svg>
                """
        }.joined()
    }
}
