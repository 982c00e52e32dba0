import Kernel

/// One day, or stretch of days, as somebody wrote it, with what is wrong with it.
struct DayExpression {
    enum Shape: Equatable {
        case full(Int, Int, Int)
        case dayAndMonth(Int, Int)
        case month(Int, Int?)
        case quarter(Int, financialYear: Int?, plainYear: Int?)
        case financialYear(Int)
        case year(Int)
        case season(String, Int?)
        case serial(Int)
        case digits(String)
    }
    enum Part { case start, early, middle, late, end }

    private static let partWords: [String: Part] = [
        "end": .end, "mid": .middle, "middle": .middle, "early": .early, "late": .late, "start": .start, "beginning": .start, "begin": .start,
    ]

    var shape: Shape
    var part: Part?
    /// Marks doubled, mixed or left out.
    var isMalformed = false
    var isMisspelt = false
    /// A year with some other number of figures than two or four.
    var oddYear: String?
    /// Where it ends in the tokens.
    var next: Int

    /// Every expression in the tokens, in order, and the words outside them.
    static func all(in tokens: [DayToken]) -> (found: [DayExpression], spans: [Range<Int>]) {
        var found: [DayExpression] = [], spans: [Range<Int>] = []
        var at = 0
        while at < tokens.count {
            if let expression = read(tokens, at) {
                spans.append(at..<expression.next)
                found.append(expression)
                at = expression.next
            } else { at += 1 }
        }
        return (found, spans)
    }

    private static func read(_ tokens: [DayToken], _ at: Int) -> DayExpression? {
        var start = at
        var part: Part?
        func word(_ i: Int) -> String? { i < tokens.count && tokens[i].kind == .word ? tokens[i].text : nil }
        func skipSmall(_ i: Int) -> Int {
            var i = i
            while i < tokens.count, ["of", "the", "in"].contains(tokens[i].text) || tokens[i].isDash { i += 1 }
            return i
        }
        if let first = word(at) {
            if let found = partWords[first] {
                part = found
                start = skipSmall(at + 1)
            } else if first == "last", word(at + 1) == "day" {
                part = .end
                start = skipSmall(at + 2)
            }
        }
        guard start < tokens.count else { return nil }
        guard var expression = quarter(tokens, start) ?? financialYear(tokens, start) ?? byWord(tokens, start) ?? numbers(tokens, start)
        else { return nil }
        // “end 31 March”, “start 2022-01-01”: only a stretch of days has parts.
        if let part {
            switch expression.shape {
            case .month, .quarter, .financialYear, .year, .season: expression.part = part
            default: return nil
            }
        }
        return expression
    }

    static func year(_ token: DayToken) -> Int? {
        guard token.kind == .number, let number = Int(token.text) else { return nil }
        if token.text.count == 2 { return 2000 + number }
        return token.text.count == 4 ? number : nil
    }

    /// `2022/23`, `22-23`, `2022/2023` at a place; how many tokens it takes.
    private static func yearPair(_ tokens: [DayToken], _ at: Int) -> (year: Int, next: Int)? {
        guard at + 2 < tokens.count, tokens[at + 1].text == "/" || tokens[at + 1].isDash,
              let first = year(tokens[at]), let second = year(tokens[at + 2]), second == first + 1 || (second - 2000) == (first + 1) % 100,
              !(at + 4 < tokens.count && tokens[at + 4].kind == .number && tokens[at + 3].kind == .mark
                && (["/", "."].contains(tokens[at + 3].text) || (tokens[at + 3].isDash && tokens[at + 1].isDash)))
        else { return nil }
        return (first, at + 3)
    }

    private static func quarter(_ tokens: [DayToken], _ at: Int) -> DayExpression? {
        var i = at
        var quarter: Int?
        if tokens[i].kind == .word, DayWords.quarterWords.contains(tokens[i].text), i + 1 < tokens.count, tokens[i + 1].kind == .number {
            quarter = Int(tokens[i + 1].text)
            i += 2
        } else if i + 1 < tokens.count, tokens[i + 1].kind == .word, DayWords.quarterWords.contains(tokens[i + 1].text) {
            quarter = tokens[i].kind == .number && tokens[i].text.count == 1 ? Int(tokens[i].text) : DayWords.ordinals[tokens[i].text]
            i += 2
        } else if let pair = yearPair(tokens, i), pair.next + 1 < tokens.count, tokens[pair.next].text == "q" || tokens[pair.next].text == "quarter",
                  let number = Int(tokens[pair.next + 1].text), (1...4).contains(number) {
            return DayExpression(shape: .quarter(number, financialYear: pair.year, plainYear: nil), next: pair.next + 2)
        }
        guard let quarter, (1...4).contains(quarter) else { return nil }
        var j = i
        while j < tokens.count, ["(", ",", "of", "fy", "-", "/", "financial", "year", "the", "in"].contains(tokens[j].text) { j += 1 }
        let saysFinancial = tokens[i..<j].contains { ["fy", "financial"].contains($0.text) }
        if j < tokens.count {
            if let pair = yearPair(tokens, j) {
                let close = pair.next < tokens.count && tokens[pair.next].text == ")" ? 1 : 0
                return DayExpression(shape: .quarter(quarter, financialYear: pair.year, plainYear: nil), next: pair.next + close)
            }
            if let number = year(tokens[j]), tokens[j].text.count == 4 || saysFinancial || number >= 2015,
               !(j + 1 < tokens.count && tokens[j + 1].kind == .word && DayWords.quarterWords.contains(tokens[j + 1].text)),
               !(j + 1 < tokens.count && ["/", "."].contains(tokens[j + 1].text)) {
                return DayExpression(shape: .quarter(quarter, financialYear: nil, plainYear: number), next: j + 1)
            }
        }
        return DayExpression(shape: .quarter(quarter, financialYear: nil, plainYear: nil), next: i)
    }

    private static func financialYear(_ tokens: [DayToken], _ at: Int) -> DayExpression? {
        var i = at
        var named = false
        while i < tokens.count, ["fy", "financial", "year"].contains(tokens[i].text) { named = true; i += 1 }
        guard i < tokens.count else { return nil }
        if let pair = yearPair(tokens, i) {
            // “05/06” is a day and a month; “22/23” can't be.
            guard named || tokens[i].text.count == 4 || pair.year > 2012 else { return nil }
            return DayExpression(shape: .financialYear(pair.year), next: pair.next)
        }
        if named, let number = year(tokens[i]), !(i + 1 < tokens.count && ["/", ".", "-"].contains(tokens[i + 1].text)) {
            return DayExpression(shape: .year(number), next: i + 1)
        }
        return nil
    }

    /// `March 2022`, `March 31, 2022`, `Spring 2022`.
    private static func byWord(_ tokens: [DayToken], _ at: Int) -> DayExpression? {
        guard tokens[at].kind == .word else { return nil }
        if DayWords.seasons[tokens[at].text] != nil {
            if at + 1 < tokens.count, let number = year(tokens[at + 1]) {
                return DayExpression(shape: .season(tokens[at].text, number), next: at + 2)
            }
            return DayExpression(shape: .season(tokens[at].text, nil), next: at + 1)
        }
        guard let month = DayWords.month(tokens[at].text) else { return nil }
        let (i, spacedDash) = afterMarks(tokens, at + 1)
        if !spacedDash, i < tokens.count, tokens[i].kind == .number {
            if let number = year(tokens[i]), tokens[i].text.count == 4 {
                // “March 2022/23” is left to a person.
                return DayExpression(shape: .month(month, number), next: i + 1)
            }
            if let day = Int(tokens[i].text), tokens[i].text.count <= 2 {
                let (j, dash) = afterMarks(tokens, i + 1)
                if !dash, j < tokens.count, tokens[j].kind == .number, tokens[j].text.count == 4, let number = Int(tokens[j].text), (1...31).contains(day) {
                    return DayExpression(shape: .full(number, month, day), next: j + 1)
                }
                let followedByMonth = i + 1 < tokens.count && DayWords.month(tokens[i + 1].text) != nil
                // Day first: so two figures after a month are its year.
                if tokens[i].text.count == 2, day >= 18, !followedByMonth { return DayExpression(shape: .month(month, 2000 + day), next: i + 1) }
                if !followedByMonth { return DayExpression(shape: .dayAndMonth(day, month), isMalformed: true, next: i + 1) }
            }
        }
        return DayExpression(shape: .month(month, nil), next: at + 1)
    }

    /// Past commas, dots, slashes and dashes; whether a dash with space beside it was among them.
    static func afterMarks(_ tokens: [DayToken], _ at: Int) -> (Int, Bool) {
        var i = at, spaced = false
        while i < tokens.count, tokens[i].kind == .mark, ",./-".contains(tokens[i].text) || tokens[i].text == "of" {
            if tokens[i].isDash, tokens[i].spaceBefore, i + 1 < tokens.count, tokens[i + 1].spaceBefore { spaced = true }
            i += 1
        }
        if i < tokens.count, tokens[i].text == "of" { i += 1 }
        return (i, spaced)
    }
}
