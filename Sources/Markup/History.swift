public import Kernel

/// One thing that happened, as the journal tells it.
public struct HistoryEntry: Sendable {
    /// The instant or the day, in words.
    public let when: HTML
    public let who: String
    /// What happened, as a sentence or as prose.
    public let words: HTML
    /// What it said then, or why; shown under the sentence.
    public let detail: HTML?

    public init(_ moment: Moment, _ who: String, _ words: HTML, detail: HTML? = nil) {
        self.init(when: "\(moment)", who, words, detail: detail)
    }

    /// One that speaks of a day rather than an instant.
    public init(day: Day, _ who: String, _ words: HTML, detail: HTML? = nil) {
        self.init(when: "\(day)", who, words, detail: detail)
    }

    private init(when: HTML, _ who: String, _ words: HTML, detail: HTML?) {
        self.when = when
        self.who = who
        self.words = words
        self.detail = detail
    }
}

/// What happened, in the order given.
public func history(_ entries: [HistoryEntry]) -> HTML {
    let items = entries.map { entry -> HTML in
        let detail: HTML? = entry.detail.map { "<div class=\"detail\">\($0)</div>" }
        return """
            <li><div class="what">\(entry.words)</div><p class="when">\(entry.when)<span class="who">\(entry.who)</span></p>\(detail)</li>
            """
    }
    return "<ol class=\"history\">\(items)</ol>"
}
