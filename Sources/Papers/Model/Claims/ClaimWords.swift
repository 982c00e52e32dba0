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

    /// Words that tell nothing apart: those between things, those of any sentence, and stretches of time.
    private static let idle = joints.union(common).union(times).union(times.map { $0 + "s" })

    /// The words of a text in small letters, in their order. Bytes are looked at, since texts are many: what is not of English is part of a word,
    /// but for the marks of U+2000 to U+203F and of Latin-1.
    static func all(_ text: some StringProtocol) -> [String] {
        var (words, word): ([String], [UInt8]) = ([], [])
        func end() {
            guard !word.isEmpty else { return }
            words.append(String(decoding: word, as: UTF8.self).lowercased())
            word.removeAll(keepingCapacity: true)
        }
        var bytes = text.utf8.makeIterator()
        while let byte = bytes.next() {
            switch byte {
            case _ where byte.isLetter || byte.isFigure || byte == 0x27: word.append(byte)
            case 0xC2:
                _ = bytes.next()
                end()
            case 0xE2:
                guard let second = bytes.next(), let third = bytes.next() else { break }
                if second == 0x80, third != 0x99 { end() } else { word += [byte, second, third] }
            case 0x80...: word.append(byte)
            default: end()
            }
        }
        end()
        return words
    }

    /// What words tell that tells one thing from another.
    static func stems(_ words: some Sequence<String>) -> Set<String> {
        var stems: Set<String> = []
        for word in words where !idle.contains(word) && word.utf8.first?.isFigure != true && !WrittenNumber.isWord(word) { stems.insert(stem(word)) }
        return stems
    }

    /// `webinar` for `webinars`, `policy` for `policies`.
    static func one(_ word: String) -> String {
        if word.utf8.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
        if word.utf8.count > 4, ["sses", "shes", "ches", "xes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
        if word.utf8.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("’s"), !word.hasSuffix("'s") { return String(word.dropLast()) }
        return word
    }

    static func isMany(_ word: String) -> Bool { many.contains(word) || one(word) != word }

    private static let ends = [("ing", 4), ("ied", 3), ("ed", 4), ("ion", 5), ("er", 5)]

    /// `train` for `trained`, `training` and `trains`; near enough to tell that two sentences speak of the same.
    static func stem(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        var stem = word
        for end in ["’s", "'s"] where stem.hasSuffix(end) { stem.removeLast(2) }
        stem = one(stem)
        for (end, keeps) in ends where stem.hasSuffix(end) && stem.utf8.count - end.utf8.count >= keeps - 1 {
            stem.removeLast(end.count)
            if end == "ied" { stem += "y" }
            break
        }
        if stem.count > 3, let last = stem.last, stem.dropLast().last == last, !"ls".contains(last) { stem.removeLast() }
        if stem.count > 3, stem.last == "e" { stem.removeLast() }
        return stem
    }

    /// The sentences of a paragraph: a stop, a space and a capital, a figure or a pound part two.
    static func sentences(_ text: String) -> [String] {
        let bytes = text.utf8
        var (sentences, start): ([String], String.Index) = ([], text.startIndex)
        func end(at here: String.Index) {
            let sentence = text[start..<here].trimmed
            if !sentence.isEmpty { sentences.append(String(sentence)) }
            start = here
        }
        var here = bytes.startIndex
        while here < bytes.endIndex {
            let byte = bytes[here]
            here = bytes.index(after: here)
            if byte == 10 { end(at: here) }
            guard [0x2E, 0x21, 0x3F].contains(byte), here < bytes.endIndex, bytes[here] == 0x20 else { continue }
            let next = bytes.index(after: here)
            guard next < bytes.endIndex, (65...90).contains(bytes[next]) || bytes[next].isFigure || bytes[next] == 0xC2 else { continue }
            end(at: here)
        }
        end(at: bytes.endIndex)
        return sentences
    }
}
