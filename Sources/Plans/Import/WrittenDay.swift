import Kernel

/// What a cell meant to hold a day says: a day plainly written, a day taken from a stretch of days, or a doubt.
///
/// The day comes first, as in Britain; quarters are those of the financial year, which starts on 1 April.
struct WrittenDay: Equatable {
    /// The day, where it is plain; nil wherever a person must be asked.
    var day: Day?
    var suggestion: Day?
    /// The kind of doubt, nil where there is none.
    var code: String?
    /// Completes “… of the cell”: what is doubtful.
    var reason = ""
    /// Said in a note: the day is the last of a month, a quarter or a range.
    var isLastOfStretch = false
    /// The document says that the action was done.
    var isDone = false
    /// A second, later day in the same cell.
    var second: Day?
    /// Words beside the day that were not read.
    var aside = ""
    /// A day and a month that lack their year.
    var yearless: (month: Int, day: Int?)?

    static func == (a: WrittenDay, b: WrittenDay) -> Bool {
        a.day == b.day && a.suggestion == b.suggestion && a.code == b.code && a.isDone == b.isDone && a.second == b.second
    }

    /// Whether a text is likely meant as a day, well written or not: for telling columns apart.
    static func looksLikeOne(_ text: String) -> Bool {
        guard !text.isLonger(than: 60) else { return false }
        let tokens = DayToken.cut(text)
        if DayExpression.all(in: tokens).found.contains(where: { if case .year = $0.shape { tokens.count == 1 } else { true } }) {
            return tokens.count <= 14
        }
        let words = Set(text.plainWords)
        return words.count <= 2 && !words.isDisjoint(with: DayWords.ongoing.union(DayWords.unknown).union(DayWords.soon))
    }

    /// No day fills more, whatever stands beside it: a longer cell is left to a person.
    static let mostCharacters = 500

    static func read(_ text: String) -> WrittenDay {
        let line = text.oneLine
        guard !line.isLonger(than: mostCharacters) else { return doubt("day-malformed", "it is too long to be a day") }
        var tokens = DayToken.cut(line)
        guard tokens.contains(where: { $0.kind != .mark }) else {
            return line.isEmpty ? doubt("day-not-given", "no day is given") : doubt("day-not-given", "it gives no day")
        }
        if let repaired = repaired(line) { return repaired }
        tokens = withoutTimes(tokens)
        let (found, spans) = DayExpression.all(in: tokens)
        var outside: [DayToken] = [], at = 0
        for span in spans {
            outside += tokens[at..<span.lowerBound]
            at = span.upperBound
        }
        outside += tokens[at...]
        let words = Set(outside.filter { $0.kind == .word }.map(\.text))
        var result: WrittenDay
        switch found.count {
        case 0: return withoutExpression(line, tokens: tokens, words: words)
        case 1:
            if case .year = found[0].shape, let reading = misspelt(line, tokens) { return reading }
            result = one(found[0])
            // “1 to 30 June 2021”
            let before = tokens[..<spans[0].lowerBound]
            if before.count == 2, before[0].kind == .number, before[0].text.count <= 2, before[1].isDash || before[1].text == "to", result.code == nil {
                result.isLastOfStretch = true
                return result
            }
        default: result = several(found, spans: spans, tokens: tokens, words: words)
        }
        if !words.isDisjoint(with: DayWords.done), words.isDisjoint(with: ["be", "not", "by", "to", "due"]) { result.isDone = true }
        guard result.code == nil, result.second == nil else { return result }
        if result.isDone, tokens[..<spans[0].lowerBound].contains(where: { DayWords.done.contains($0.text) }) {
            // “Completed 12 March 2021”
            result.code = "day-of-completion"
            result.suggestion = result.day
            result.reason = "it says when the action was done, and the day it was due may have been another"
            return result
        }
        let marked = outside.contains { $0.text == "?" }
        if marked || !words.isDisjoint(with: DayWords.unsure) {
            return doubt("day-vague", "the words beside the day make it uncertain", result.day, done: result.isDone)
        }
        if outside.contains(where: { $0.kind == .number }) {
            return doubt("day-malformed", "it holds figures besides a day", result.day, done: result.isDone)
        }
        if !words.subtracting(DayWords.harmless).subtracting(DayWords.done).isEmpty { result.aside = line }
        return result
    }

    private static func doubt(_ code: String, _ reason: String, _ suggestion: Day? = nil, done: Bool = false) -> WrittenDay {
        WrittenDay(suggestion: suggestion, code: code, reason: reason, isDone: done)
    }

    /// Drops `00:00:00` and the T before it.
    private static func withoutTimes(_ tokens: [DayToken]) -> [DayToken] {
        guard let colon = tokens.firstIndex(where: { $0.text == ":" }), colon >= 1, tokens[colon - 1].kind == .number,
              colon + 1 < tokens.count, tokens[colon + 1].kind == .number else { return tokens }
        var start = colon - 1, end = colon + 2
        while end + 1 < tokens.count, [":", "."].contains(tokens[end].text), tokens[end + 1].kind == .number { end += 2 }
        if end < tokens.count, tokens[end].text == "z" { end += 1 }
        if start > 0, tokens[start - 1].text == "t" { start -= 1 }
        return Array(tokens[..<start] + tokens[min(end, tokens.count)...])
    }

    // MARK: One expression

    static func one(_ expression: DayExpression) -> WrittenDay {
        switch expression.shape {
        case .serial(let serial):
            return WrittenDay(day: Day(number: serial - 25_569))
        case .full(let year, let month, let day):
            return full(year, month, day, expression)
        case .digits(let digits):
            let parts = digits.compactMap(\.wholeNumberValue)
            func number(_ range: Range<Int>) -> Int { parts[range].reduce(0) { $0 * 10 + $1 } }
            let guess = digits.count == 8
                ? Day(number(4..<8), number(2..<4), number(0..<2)) ?? Day(number(0..<4), number(4..<6), number(6..<8))
                : digits.count == 6 ? Day(2000 + number(4..<6), number(2..<4), number(0..<2)) : nil
            return doubt("day-malformed", "it is not written as a day is", guess.flatMap { (1990...2099).contains($0.parts.year) ? $0 : nil })
        case .dayAndMonth(let day, let month):
            var result = doubt("day-without-year", "the year is missing")
            result.yearless = (month, day)
            return result
        case .month(let month, nil):
            var result = doubt("day-without-year", "the year is missing")
            result.yearless = (month, nil)
            return result
        case .month(let month, let year?):
            guard let first = Day(year, month, 1) else { return doubt("day-impossible", "there is no such month") }
            if expression.isMalformed { return doubt("day-vague", "it can be read as a month and a year or as a day and a month", first.endOfMonth) }
            return stretch(from: first, to: first.endOfMonth, expression.part)
        case .quarter(let quarter, let financial?, _):
            return stretch(of: quarter, in: financial, expression.part)
        case .quarter(let quarter, nil, let plain?):
            let guess = stretch(of: quarter, in: plain, .end).day
            return doubt("day-vague", "it does not say whether the quarter is of the calendar year or of the financial year", guess)
        case .quarter(let quarter, nil, nil):
            var result = doubt("day-without-year", "the year of the quarter is missing")
            result.yearless = ([6, 9, 12, 3][quarter - 1], nil)
            return result
        case .financialYear(let year):
            let end = Day(year + 1, 3, 31)
            if expression.part == .end, let end { return WrittenDay(day: end, isLastOfStretch: true) }
            return doubt("day-vague", "it is a year, not a day", end)
        case .year(let year):
            return doubt("day-vague", "it is a year, not a day", Day(year, 12, 31))
        case .season(let season, let year):
            let last = DayWords.seasons[season]
            let guess = year.flatMap { year in last.flatMap { Day(year, $0.month, $0.day) } }
            return doubt("day-vague", "a season is not a day", guess)
        }
    }

    private static func full(_ year: Int, _ month: Int, _ day: Int, _ expression: DayExpression) -> WrittenDay {
        if let odd = expression.oddYear {
            var result = doubt("year-doubtful", "the year “\(odd)” is not a year")
            let guesses = odd.count == 5 || odd.count == 3 ? nearYears(odd) : []
            if guesses.count == 1, let only = guesses.first { result.suggestion = Day(only, month, day) }
            result.yearless = (month, day)
            return result
        }
        if let exact = Day(year, month, day) {
            if expression.isMalformed { return doubt("day-malformed", expression.isMisspelt ? "the month is misspelt" : "it is not written as a day is", exact) }
            return WrittenDay(day: exact)
        }
        if month > 12, (1...12).contains(day), let swapped = Day(year, day, month) {
            return doubt("day-month-first", "there is no month \(month); the month may have been written first", swapped)
        }
        if (1...12).contains(month), day > 28, day <= 31, let first = Day(year, month, 1) {
            return doubt("day-impossible", "\(Day.months[month - 1]) \(year) has only \(first.endOfMonth.parts.day) days", first.endOfMonth)
        }
        return doubt("day-impossible", "there is no such day")
    }

    /// Years of this century that are one figure away.
    private static func nearYears(_ odd: String) -> [Int] {
        (2010...2039).filter { DayWords.distance(Array(odd), Array(String($0))) == 1 }
    }

    private static func stretch(of quarter: Int, in year: Int, _ part: DayExpression.Part?) -> WrittenDay {
        let first = [Day(year, 4, 1), Day(year, 7, 1), Day(year, 10, 1), Day(year + 1, 1, 1)][quarter - 1]
        guard let first else { return doubt("day-impossible", "there is no such quarter") }
        return stretch(from: first, to: first.adding(months: 2).endOfMonth, part)
    }

    private static func stretch(from first: Day, to last: Day, _ part: DayExpression.Part?) -> WrittenDay {
        let days = first.days(until: last)
        return switch part {
        case nil, .end: WrittenDay(day: last, isLastOfStretch: true)
        case .start: doubt("day-vague", "the start of a stretch of days is not a day", first)
        case .early: doubt("day-vague", "“early” is not a day", first.adding(days: days / 3 - 1))
        case .middle: doubt("day-vague", "“mid” is not a day", first.adding(days: days <= 31 ? 14 : days / 2))
        case .late: doubt("day-vague", "“late” is not a day", last)
        }
    }

    // MARK: Several, or none

    private static func several(
        _ found: [DayExpression], spans: [Range<Int>], tokens: [DayToken], words: Set<String>
    ) -> WrittenDay {
        let between = tokens[spans[0].upperBound..<spans[1].lowerBound]
        let joined = between.count == 1 && between.allSatisfy { $0.isDash || ["to", "until", "through", "/"].contains($0.text) }
        if found.count == 2, joined, var range = ranged(found[0], found[1]) {
            if between.first?.text == "/", case .full = found[0].shape { range = doubt("day-two-dates", "it gives two days", range.day) }
            return range
        }
        let readings = found.map(one)
        guard let first = readings[0].day else {
            var result = readings[0]
            if result.suggestion == nil { result.suggestion = readings.compactMap(\.day).first }
            result.reason = "it holds more than one day, and \(result.reason)"
            return result
        }
        let second = readings[1].day ?? readings[1].suggestion
        // “31/03/2021, completed 28/03/2021”: the second day says when it was done.
        let done = between.contains { DayWords.done.contains($0.text) }
        if found.count == 2, done, !between.contains(where: { ["be", "to"].contains($0.text) }) { return WrittenDay(day: first, isDone: true, second: second) }
        // “was 31/03/21, now 30/06/21”
        let former: Set = ["was", "previously", "formerly"]
        let isSecondNow = between.contains { $0.text == "now" } || tokens[..<spans[0].lowerBound].contains { former.contains($0.text) }
        if isSecondNow || between.contains(where: { former.contains($0.text) }), let now = isSecondNow ? second : first {
            var result = doubt("day-two-dates", "it gives more than one day; the one that now holds is taken", now)
            result.day = now
            return result
        }
        var result = doubt("day-two-dates", "it gives more than one day; the first is taken as the day agreed", first)
        result.day = first
        result.second = second
        return result
    }

    /// `Jan – Mar 2022`, `1 to 30 June 2021`, `Q1 – Q3 2022/23`: the last day of the whole.
    private static func ranged(_ from: DayExpression, _ to: DayExpression) -> WrittenDay? {
        let end = one(to)
        guard let last = end.day else { return end.code == nil ? nil : end }
        switch (from.shape, to.shape) {
        case (.month(_, nil), _), (.dayAndMonth, _), (.quarter(_, nil, nil), _): break
        default: guard let start = one(from).day, start <= last else { return nil }
        }
        return WrittenDay(day: last, isLastOfStretch: true)
    }

    /// `end of Septmber 2022`: the day it would be with the month that was meant.
    private static func misspelt(_ line: String, _ tokens: [DayToken]) -> WrittenDay? {
        guard let month = tokens.first(where: { $0.kind == .word && DayWords.nearMonth($0.text) != nil }),
              let right = DayWords.nearMonth(month.text) else { return nil }
        let guess = read(line.lowercased().replacing(month.text, with: Day.months[right - 1].lowercased()))
        return doubt("day-malformed", "the month is misspelt", guess.day ?? guess.suggestion)
    }

    private static func withoutExpression(_ line: String, tokens: [DayToken], words: Set<String>) -> WrittenDay {
        let numbers = tokens.contains { $0.kind == .number }
        let all = Set(line.plainWords)
        if !numbers {
            let denied = !all.isDisjoint(with: ["not", "be", "incomplete", "partially", "partly", "nearly"])
            if !all.isDisjoint(with: DayWords.done), !denied { return doubt("day-not-given", "it says that the action is done and gives no day", done: true) }
            if !all.isDisjoint(with: DayWords.ongoing) || line.sameness.contains("on going") || line.sameness.contains("business as usual") {
                return doubt("day-not-given", "it says that the action goes on and gives no day")
            }
            if !all.isDisjoint(with: DayWords.soon) { return doubt("day-vague", "it says only that the action is pressing") }
        }
        if numbers, let reading = misspelt(line, tokens) { return reading }
        if numbers, !all.isDisjoint(with: ["day", "days", "week", "weeks", "month", "months", "year", "years"]) {
            return doubt("day-vague", "it counts from a day that is not given")
        }
        return numbers ? doubt("day-malformed", "it can't be read as a day") : doubt("day-not-given", "it gives no day")
    }

    /// With letters that stand for figures put right: `O1/O9/2O21`, `3l/12/2021`.
    private static func repaired(_ line: String) -> WrittenDay? {
        guard line.count <= 20, line.contains(where: \.isNumber), line.contains(where: { "oOlIi|".contains($0) }) else { return nil }
        let right = String(line.map { "oO".contains($0) ? "0" : "lIi|".contains($0) ? "1" : $0 })
        guard right.allSatisfy({ !$0.isLetter }) else { return nil }
        let guess = read(right)
        return guess.day.map { doubt("day-malformed", "letters stand where figures should", $0) }
    }
}
