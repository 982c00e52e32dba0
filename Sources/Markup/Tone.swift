/// The five colours a standing may have. A colour never stands alone: it has a shape and a word beside it.
public enum Tone: String, Sendable, Codable, CaseIterable {
    case blue, green, amber, red, grey
}

/// A standing in its shape, its words and its colour.
public func tag(_ words: String, _ tone: Tone) -> HTML {
    "<span class=\"tag \(tone.rawValue)\">\(words)</span>"
}

/// A standing with the sentence that says why under it.
public func tag(_ words: String, _ tone: Tone, why: HTML) -> HTML {
    "\(tag(words, tone)) <span class=\"why\">\(why)</span>"
}
