extension StringProtocol {
    /// Whether a heading is that of a column for what is missing: `Gap`, `Gaps identified`.
    var saysGap: Bool { plainWords.contains { $0 == "gap" || $0 == "gaps" } }
}

extension Heading {
    var saysGap: Bool { text.saysGap }
}
