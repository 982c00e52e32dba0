import Kernel

/// Words as claims compare them: what is counted as one of it is called, and the rest cut down to its stem.
enum ClaimWords {
    /// Words that stand between things.
    static let joints: Set = [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "and", "or", "but", "have", "has", "had", "having", "is", "are", "was", "were", "be", "been", "being",
        "that", "which", "who", "whom", "whose", "from", "now", "will", "still", "each", "so", "as", "it", "its", "their", "than", "not", "left", "fall", "falls", "between",
        "more", "further", "other", "others", "all", "both", "this", "these", "those", "out", "up", "we", "our", "they", "them", "us", "he", "she", "his", "her", "i", "you",
        "no", "none", "never", "without", "nor", "neither", "if", "when", "where", "while", "because", "since", "until", "after", "before", "into", "over", "under", "about",
        "through", "there", "also", "only", "then", "yet", "can", "could", "may", "should", "would", "must", "do", "does", "did", "such", "any", "every", "some", "per",
    ]
    /// Words that any sentence about a number may have, and that tell it from no other.
    private static let common: Set = [
        "take", "takes", "taken", "took", "taking", "place", "held", "hold", "holds", "happen", "happened", "occurred", "far", "total", "altogether", "today", "already", "so",
        "plan", "plans", "record", "records", "recorded", "paper", "report", "reported", "theirs", "nearly", "almost", "least", "most", "around", "number", "cost", "costs", "spent", "spend",
        "pounds", "sum", "sums", "one", "ones", "well", "just", "say", "said", "named",
    ]
    /// Days and other stretches of time are no things that records count.
    static let times: Set = [
        "day", "week", "month", "year", "hour", "minute", "quarter", "am", "pm", "o", "st", "nd", "rd", "th", "january", "february", "march", "april",
        "may", "june", "july", "august", "september", "october", "november", "december", "percent", "per",
    ]
    /// What is many without an s.
    static let many: Set = ["people", "staff", "men", "women", "children", "personnel", "crew", "police", "premises"]
    static let denials: Set = ["not", "never", "without", "no", "nor", "cannot"]
    static let denialsOfAll: Set = ["none", "neither", "nobody"]
    static let ahead: Set = ["will", "shall", "planned", "intend", "intends", "intended", "going", "scheduled", "promised"]
    /// The third of something is not the fourth.
    static let ordinals: Set = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "next"]
    /// After these a sentence goes on to something else.
    static let turns: Set = ["which", "because", "while", "although", "whereas", "whose"]

    /// The words of a text in small letters, in their order.
    static func all(_ text: some StringProtocol) -> [String] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "’" || $0 == "'") }.map { $0.lowercased() }
    }

    /// What words tell that tells one thing from another.
    static func stems(_ words: some Sequence<String>) -> Set<String> {
        Set(words.lazy.filter { !joints.contains($0) && !common.contains($0) && !times.contains(one($0)) && $0.first?.isNumber != true && !WrittenNumber.isWord($0) }.map(stem))
    }

    /// `webinar` for `webinars`, `policy` for `policies`.
    static func one(_ word: String) -> String {
        if word.utf8.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        if word.utf8.count > 4, ["sses", "shes", "ches", "xes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
        if word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("’s"), !word.hasSuffix("'s") { return String(word.dropLast()) }
        return word
    }

    static func isMany(_ word: String) -> Bool { many.contains(word) || one(word) != word }

    /// `train` for `trained`, `training` and `trains`; near enough to tell that two sentences speak of the same.
    static func stem(_ word: String) -> String {
        var stem = word
        for end in ["’s", "'s"] where stem.hasSuffix(end) { stem.removeLast(2) }
        stem = one(stem)
        for (end, keeps) in [("ing", 4), ("ied", 3), ("ed", 4), ("ion", 5), ("er", 5)] where stem.hasSuffix(end) && stem.count - end.count >= keeps - 1 {
            stem.removeLast(end.count)
            if end == "ied" { stem += "y" }
            break
        }
        if stem.count > 3, let last = stem.last, stem.dropLast().last == last, !"ls".contains(last) { stem.removeLast() }
        if stem.count > 3, stem.last == "e" { stem.removeLast() }
        return stem
    }

    /// The sentences of a paragraph: a stop, a space and a capital part two.
    static func sentences(_ text: String) -> [String] {
        var (sentences, start): ([String], String.Index) = ([], text.startIndex)
        var here = text.startIndex
        while let stop = text[here...].firstIndex(where: { ".!?\n".contains($0) }) {
            let after = text.index(after: stop)
            here = after
            guard after < text.endIndex else { break }
            let next = text.index(after: after)
            guard text[stop].isNewline || (text[after].isWhitespace && next < text.endIndex && (text[next].isUppercase || text[next].isNumber || text[next] == "£")) else { continue }
            sentences.append(String(text[start..<after].trimmed))
            start = after
        }
        let last = text[start...].trimmed
        return (last.isEmpty ? sentences : sentences + [String(last)]).filter { !$0.isEmpty }
    }
}
