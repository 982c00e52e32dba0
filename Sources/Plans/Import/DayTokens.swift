import Kernel

/// The text of a cell cut into numbers, words and marks, for reading days.
struct DayToken: Equatable {
    enum Kind { case number, word, mark }
    let kind: Kind
    let text: String
    let spaceBefore: Bool

    var isDash: Bool { kind == .mark && (text == "-" || text == "–") }

    static func cut(_ text: String) -> [DayToken] {
        var tokens: [DayToken] = []
        var current = "", kind = Kind.mark, space = false, spaceAtStart = false
        func kindOf(_ character: Character) -> Kind { character.isNumber ? .number : character.isLetter ? .word : .mark }
        func flush() {
            if !current.isEmpty { tokens.append(DayToken(kind: kind, text: current, spaceBefore: spaceAtStart)) }
            current = ""
        }
        for character in text.lowercased() {
            if character.isWhitespace { flush(); space = true; continue }
            if "'’‘`".contains(character) { flush(); continue }
            let dash: Character = "‐‑‒–—−".contains(character) ? "-" : character
            let next = kindOf(dash)
            if next != kind || next == .mark { flush() }
            if current.isEmpty { kind = next; spaceAtStart = space; space = false }
            current.append(dash)
        }
        flush()
        return joinedOrdinals(tokens)
    }

    /// Drops the letters of `31st` and names of weekdays.
    private static func joinedOrdinals(_ tokens: [DayToken]) -> [DayToken] {
        let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        var result: [DayToken] = []
        for token in tokens {
            if token.kind == .word {
                if ["st", "nd", "rd", "th"].contains(token.text), result.last?.kind == .number { continue }
                if token.text.count >= 3, weekdays.contains(where: { $0.hasPrefix(token.text) && (token.text.count <= 5 || $0 == token.text) }) { continue }
            }
            result.append(token)
        }
        return result
    }
}

/// The words that days are written with.
enum DayWords {
    private static let monthNames = Day.months.map { $0.lowercased() }
    private static let monthLetters = monthNames.map { Array($0) }

    /// By whole name and by first three letters.
    private static let monthNumbers: [String: Int] = monthNames.enumerated().reduce(into: ["sept": 9]) { numbers, month in
        numbers[month.element] = month.offset + 1
        numbers[String(month.element.prefix(3))] = month.offset + 1
    }

    static func month(_ word: String) -> Int? { monthNumbers[word] }

    /// A month misspelt: `Febuary`, `Septmber`.
    static func nearMonth(_ word: String) -> Int? {
        guard word.count >= 4, month(word) == nil else { return nil }
        let letters = Array(word), most = letters.count >= 6 ? 2 : 1
        let near = monthLetters.indices.filter { abs(monthLetters[$0].count - letters.count) <= most && distance(letters, monthLetters[$0]) <= most }
        return near.count == 1 ? near.first.map { $0 + 1 } : nil
    }

    static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for i in a.indices {
            var previous = row[0]
            row[0] = i + 1
            for j in b.indices {
                let cost = a[i] == b[j] ? previous : min(previous, row[j], row[j + 1]) + 1
                previous = row[j + 1]
                row[j + 1] = cost
            }
        }
        return row[b.count]
    }

    static let done: Set = ["complete", "completed", "done", "closed", "delivered", "achieved", "implemented", "finished", "discharged"]
    static let ongoing: Set = ["ongoing", "continuous", "continual", "continuing", "rolling", "bau", "perpetual"]
    static let unknown: Set = ["tbc", "tba", "tbd", "tbx", "na", "none", "nil", "unknown", "various", "pending", "awaited", "unassigned"]
    static let soon: Set = ["asap", "immediate", "immediately", "now", "urgent"]
    static let seasons: [String: (month: Int, day: Int)] = [
        "spring": (5, 31), "summer": (8, 31), "autumn": (11, 30), "winter": (12, 31), "christmas": (12, 25), "xmas": (12, 25),
    ]
    static let quarterWords: Set = ["quarter", "qtr", "qtrs", "quarters", "q"]
    static let ordinals = ["first": 1, "second": 2, "third": 3, "fourth": 4]
    /// Words that may stand beside a day without changing it.
    static let harmless: Set = [
        "by", "before", "on", "due", "target", "deadline", "latest", "no", "later", "than", "the", "of", "for", "date", "delivery",
        "until", "in", "at", "to", "be", "complete", "completed", "completion", "close", "day", "and", "fy", "financial", "year", "pm", "am",
        "month", "original", "originally",
    ]
    /// Words that make a day less than certain.
    static let unsure: Set = [
        "tbc", "tba", "tbd", "approx", "approximately", "circa", "about", "around", "provisional", "provisionally", "possibly", "maybe",
        "or", "after", "from", "onwards", "commencing", "start", "starting", "starts", "not", "earliest", "est", "estimated", "subject",
        "c", "aim", "hopefully", "likely", "started", "unless", "review", "reviewed", "within", "since", "following", "post", "pending",
        "week", "w", "first", "second", "half", "third",
    ]
}
