/// Text as a person typed it: a blank line parts paragraphs, and a line break stays one.
public func prose(_ text: String) -> HTML {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        if line.allSatisfy(\.isWhitespace) {
            if paragraphs.last?.isEmpty == false { paragraphs.append([]) }
        } else {
            paragraphs[paragraphs.count - 1].append(line)
        }
    }
    return paragraphs.filter { !$0.isEmpty }.map { lines -> HTML in
        "<p>\(lines.map { "\($0)" as HTML }.joined(by: "<br>"))</p>"
    }.joined()
}

/// Words that stand for something missing: `Nobody named`.
public func quiet(_ words: HTML) -> HTML { "<span class=\"quiet-text\">\(words)</span>" }

/// A line beside the matter, in smaller letters.
public func small(_ words: HTML) -> HTML { "<p class=\"small\">\(words)</p>" }

/// A page in two parts: the matter, and what is told about it beside or, on a phone, under it.
public func beside(_ matter: HTML, _ aside: HTML) -> HTML {
    "<div class=\"beside\"><div>\(matter)</div><div>\(aside)</div></div>"
}

/// Counts large enough to read across a table, each a link to just those.
public func tiles(_ shares: [Share]) -> HTML {
    let items = shares.map { share -> HTML in
        let inside: HTML = "<span class=\"count\">\(share.count)</span> <span class=\"words\">\(share.words)</span>"
        let tone = share.tone.rawValue
        guard let link = share.link else { return "<li><span class=\"tile \(tone)\">\(inside)</span></li>" }
        return "<li><a class=\"tile \(tone)\" href=\"\(link)\">\(inside)</a></li>"
    }
    return "<ul class=\"tiles\">\(items)</ul>"
}
