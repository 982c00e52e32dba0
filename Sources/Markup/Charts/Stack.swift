import Kernel

/// A part of a whole, counted: `3 late`, in red.
public struct Share: Sendable, Hashable, Codable {
    public let count: Int
    /// What these are, as it follows their number: `late`, `on track`.
    public let words: String
    public let tone: Tone
    /// Where just these are shown.
    public let link: Link?

    public init(_ count: Int, _ words: String, _ tone: Tone, link: Link? = nil) {
        self.count = count
        self.words = words
        self.tone = tone
        self.link = link
    }
}

/// The shares of a whole as one bar, each as long as its count, in the order given.
public func stack(_ shares: [Share], of noun: String = "action") -> HTML {
    let shares = shares.filter { $0.count > 0 }
    return """
        <svg class="stack" width="100%" height="14" role="img" aria-label="\(words(of: shares, of: noun))">\(bars(shares))</svg>
        """
}

/// The parts of the bar, of which none is empty, across the whole of what they are drawn on.
///
/// - Parameter looks: the classes of what lies over each other in a part.
func bars(_ shares: [Share], _ looks: [String] = ["fill"]) -> HTML {
    let total = shares.reduce(0) { $0 + $1.count }
    var start = 0
    let parts = shares.map { share -> HTML in
        let (from, through) = (percent(start, of: total), percent(start + share.count, of: total))
        start += share.count
        return looks.map { "<rect class=\"\($0) \(share.tone.rawValue)\" x=\"\(from.text)%\" width=\"\((through - from).text)%\" height=\"100%\"/>" as HTML }.joined()
    }
    // The gaps between parts are drawn over them, so that they are as wide at any width.
    var edge = 0
    let gaps = shares.dropLast().map { share -> HTML in
        edge += share.count
        let at = percent(edge, of: total).text
        return "<line class=\"gap\" x1=\"\(at)%\" x2=\"\(at)%\" y1=\"0\" y2=\"100%\"/>"
    }
    return "\(parts)\(gaps)"
}

/// What the bar shows: `1 done and 3 late, of 4 actions`.
public func words(of shares: [Share], of noun: String = "action") -> String {
    let shares = shares.filter { $0.count > 0 }
    guard !shares.isEmpty else { return "No \(noun)s" }
    return listed(shares.map { "\($0.count) \($0.words)" }) + ", of " + counted(shares.reduce(0) { $0 + $1.count }, noun)
}

/// The same shares in words: each a tag, and a link to just these where there is one.
public func legend(_ shares: [Share]) -> HTML {
    let items = shares.map { share -> HTML in
        let label = tag("\(share.count) \(share.words)", share.tone)
        guard let link = share.link else { return "<li>\(label)</li>" }
        return "<li><a href=\"\(link)\">\(label)</a></li>"
    }
    return "<ul class=\"legend\">\(items)</ul>"
}

func percent(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) * 100 / Double(whole) }

extension Double {
    /// With two decimals at most, and never as an exponent: what an SVG attribute takes.
    var text: String { decimal(self, places: 2) }
}
