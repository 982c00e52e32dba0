import Kernel

/// A number with what it counts, somewhere in a paper's words: `four webinars`.
struct Claim: Equatable {
    let hundredths: Int
    /// As it was written: `Four webinars`.
    let words: String
    /// The words that may be what is counted, in their order, as one of each is called.
    let nouns: [String]
    /// The other words of the same part of the sentence.
    let about: Set<String>
    /// The paragraph or point it stands in.
    let line: String

    /// Days and other stretches of time are no things that records count.
    private static let times: Set = [
        "day", "week", "month", "year", "hour", "minute", "quarter", "am", "pm", "o", "st", "nd", "rd", "th", "january", "february", "march", "april",
        "may", "june", "july", "august", "september", "october", "november", "december", "percent", "per",
    ]
    private static let joints: Set = [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or", "but", "have", "has", "had", "is", "are", "was", "were", "be", "been",
        "that", "which", "who", "from", "now", "will", "still", "each", "so", "as", "it", "its", "their", "than", "not", "left", "fall", "falls", "between",
        "more", "further", "other", "others", "all", "both", "this", "these", "those", "out", "up",
    ]
    private static let orders: Set = ["appendix", "item", "section", "paragraph", "page", "action", "actions", "finding", "findings", "question", "part", "table", "figure", "meeting"]

    /// Every claim of a paragraph or a point.
    static func all(in line: String) -> [Claim] {
        let numbers = WrittenNumber.all(in: line)
        return numbers.enumerated().compactMap { index, number in
            let ends = index + 1 < numbers.count ? numbers[index + 1].range.lowerBound : line.endIndex
            let rest = line[number.range.upperBound..<ends]
            // What follows a full stop or a semicolon is another sentence.
            let clause = rest.prefix { !".;:!?()“”".contains($0) }
            return claim(number, String(clause), isFirst: number.range.lowerBound == line.startIndex, in: line)
        }
    }

    private static func claim(_ number: WrittenNumber, _ clause: String, isFirst: Bool, in line: String) -> Claim? {
        let words = clause.split { !($0.isLetter || $0.isNumber || $0 == "’" || $0 == "'") }.map(String.init)
        guard let first = words.first, clause.first == " " else { return nil }
        // No word that orders things is longer than this, and a line may be very long.
        let near = line[..<number.range.lowerBound].suffix(40)
        let before = near.split { !$0.isLetter }.last?.lowercased() ?? ""
        // `action 3` and `Appendix 1` name one thing; `2.1 Publish the rota` at the head of a point does too.
        if orders.contains(before), !near.hasSuffix(", ") { return nil }
        if isFirst, number.hundredths % 100 != 0, first.first?.isUppercase == true { return nil }
        let nouns = words.prefix(4).map { one($0.lowercased()) }.prefix { !joints.contains($0) }
        guard let noun = nouns.first, !times.contains(noun), !nouns.dropFirst().prefix(1).contains(where: times.contains) else { return nil }
        let end = clause.range(ofWord: words[nouns.count - 1], after: nouns.count - 1, words)
        return Claim(
            hundredths: number.hundredths, words: String(line[number.range]) + clause[..<end], nouns: Array(nouns),
            about: Set(words.map { $0.lowercased() }), line: line)
    }

    /// `webinar` for `webinars`, `policy` for `policies`.
    static func one(_ word: String) -> String {
        if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        if word.count > 4, ["sses", "shes", "ches", "xes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
        if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us") { return String(word.dropLast()) }
        return word
    }
}

extension String {
    /// Where the last of so many words ends.
    fileprivate func range(ofWord word: String, after count: Int, _ words: [String]) -> Index {
        var start = startIndex
        for word in words.prefix(count + 1) {
            guard let found = self[start...].firstRange(of: word) else { break }
            start = found.upperBound
        }
        return start
    }
}
