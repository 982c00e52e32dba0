import Kernel

/// How a row of a newer document stands against the plan.
public enum Change: String, Sendable, CaseIterable {
    case added, changed, gone, same

    var tone: Tone {
        switch self {
        case .added: .green
        case .changed: .amber
        case .gone: .red
        case .same: .grey
        }
    }

    var words: String { rawValue.capitalisedFirst }
}

/// One difference: what it is about, and each part that changed as it was and as it would be.
public struct Difference: Sendable {
    public let change: Change
    public let reference: String
    public let words: HTML
    public let parts: [(label: String, was: String?, now: String?)]
    /// The box by which it is taken, where it can be.
    public let take: HTML?

    public init(
        _ change: Change, _ reference: String, _ words: HTML,
        parts: [(label: String, was: String?, now: String?)] = [], take: HTML? = nil
    ) {
        self.change = change
        self.reference = reference
        self.words = words
        self.parts = parts
        self.take = take
    }
}

/// The differences between a plan and a newer document, one under the other.
public func differences(_ all: [Difference]) -> HTML {
    "<ol class=\"differences\">\(all.map(item))</ol>"
}

private func item(_ difference: Difference) -> HTML {
    let parts = difference.parts.map { part -> HTML in
        let was: HTML? = part.was.map { "<del><span class=\"unseen\">was </span>\($0)</del> " }
        let now: HTML? = part.now.map { "<ins><span class=\"unseen\">now </span>\($0)</ins>" }
        return "<div><dt>\(part.label)</dt><dd>\(was)\(now)</dd></div>"
    }
    let list: HTML? = parts.isEmpty ? nil : "<dl class=\"facts\">\(parts)</dl>"
    return """
        <li class="\(difference.change.rawValue)">\(tag(difference.change.words, difference.change.tone))\
        <div class="what"><p><span class="ref">\(difference.reference)</span> \(difference.words)</p>\(list)</div>\(difference.take)</li>
        """
}
