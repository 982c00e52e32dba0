import Kernel

/// Days written in figures, or with a month's name after the day.
extension DayExpression {
    /// `31/05/2021`, `2021-03-31`, `31 March 2022`, `44286`.
    static func numbers(_ tokens: [DayToken], _ at: Int) -> DayExpression? {
        guard tokens[at].kind == .number else { return nil }
        if let expression = dayThenMonthName(tokens, at) { return expression }
        // Numbers with marks between them.
        var parts = [tokens[at].text], marks: [String] = []
        var i = at + 1, odd = false
        while parts.count < 3, i < tokens.count {
            var j = i, run = ""
            while j < tokens.count, tokens[j].kind == .mark, "/.-\\,".contains(tokens[j].text) { run += tokens[j].text; j += 1 }
            guard j < tokens.count, tokens[j].kind == .number else { break }
            if run.isEmpty {
                // “31 03 2022”
                guard tokens[j].spaceBefore, tokens[j].text.count <= 2 || (parts.count == 2 && tokens[j].text.count == 4),
                      parts.allSatisfy({ $0.count <= 2 }) else { break }
            } else if run == "-", tokens[i].spaceBefore, tokens[j].spaceBefore {
                // A dash with room about it stands between two days, unless the day is written so throughout.
                let throughout = parts.count == 1 ? (j + 2 < tokens.count && tokens[j + 1].isDash && tokens[j + 1].spaceBefore && tokens[j + 2].kind == .number)
                    : marks.last == "-"
                guard throughout else { break }
            } else if run == ",", tokens[j].spaceBefore { break }
            if run.count > 1 || run.contains("\\") || run.contains(",") || (marks.last.map { $0 != run } ?? false) { odd = true }
            marks.append(run)
            parts.append(tokens[j].text)
            i = j + 1
        }
        return shaped(parts, marks: marks, odd: odd, next: i)
    }

    private static func dayThenMonthName(_ tokens: [DayToken], _ at: Int) -> DayExpression? {
        guard let day = Int(tokens[at].text), tokens[at].text.count <= 2 else { return nil }
        let (i, spacedDash) = afterMarks(tokens, at + 1)
        guard !spacedDash, i < tokens.count, tokens[i].kind == .word else { return nil }
        let exact = DayWords.month(tokens[i].text)
        guard let month = exact ?? DayWords.nearMonth(tokens[i].text) else { return nil }
        let (j, dash) = afterMarks(tokens, i + 1)
        if !dash, j < tokens.count, tokens[j].kind == .number {
            let followedByMonth = j + 1 < tokens.count && tokens[j + 1].kind == .word && DayWords.month(tokens[j + 1].text) != nil
            if let number = year(tokens[j]), !(followedByMonth && tokens[j].text.count == 2) {
                return DayExpression(shape: .full(number, month, day), isMalformed: exact == nil, isMisspelt: exact == nil, next: j + 1)
            }
            if !followedByMonth, tokens[j].text.count == 3 || tokens[j].text.count == 5 {
                return DayExpression(shape: .full(Int(tokens[j].text) ?? 0, month, day), oddYear: tokens[j].text, next: j + 1)
            }
        }
        return DayExpression(shape: .dayAndMonth(day, month), isMalformed: exact == nil, isMisspelt: exact == nil, next: i + 1)
    }

    private static func shaped(_ parts: [String], marks: [String], odd: Bool, next: Int) -> DayExpression? {
        let values = parts.compactMap { Int($0) }
        guard values.count == parts.count else { return nil }
        switch parts.count {
        case 3:
            if parts[0].count == 4 {
                return DayExpression(shape: .full(values[0], values[1], values[2]), isMalformed: odd, next: next)
            }
            guard parts[0].count <= 2, parts[1].count <= 2 else { return DayExpression(shape: .digits(parts.joined()), isMalformed: true, next: next) }
            switch parts[2].count {
            case 2: return DayExpression(shape: .full(2000 + values[2], values[1], values[0]), isMalformed: odd, next: next)
            case 4: return DayExpression(shape: .full(values[2], values[1], values[0]), isMalformed: odd, next: next)
            default: return DayExpression(shape: .full(values[2], values[1], values[0]), isMalformed: odd, oddYear: parts[2], next: next)
            }
        case 2:
            let serial = marks[0] == "." && parts[0].count == 5 && (30_000...60_000).contains(values[0])
            if serial { return DayExpression(shape: .serial(values[0]), next: next) }
            if parts[0].count == 4, parts[1].count <= 2, (1...12).contains(values[1]), values[0] >= 1990, values[0] < 2100 {
                return DayExpression(shape: .month(values[1], values[0]), isMalformed: odd, next: next)
            }
            if parts[1].count == 4, parts[0].count <= 2, (1...12).contains(values[0]) {
                return DayExpression(shape: .month(values[0], values[1]), isMalformed: odd, next: next)
            }
            if parts[0].count <= 2, parts[1].count <= 2 {
                if (1...12).contains(values[0]), values[1] > 12, parts[1].count == 2 {
                    return DayExpression(shape: .month(values[0], 2000 + values[1]), isMalformed: true, next: next)
                }
                guard (1...12).contains(values[1]), (1...31).contains(values[0]) else { return nil }
                return DayExpression(shape: .dayAndMonth(values[0], values[1]), isMalformed: odd, next: next)
            }
            // A mark left out: 31/122021, 3112/2021.
            let joined = parts.joined()
            return joined.count == 8 || joined.count == 6 ? DayExpression(shape: .digits(joined), isMalformed: true, next: next) : nil
        default:
            if parts[0].count == 5, (30_000...60_000).contains(values[0]) { return DayExpression(shape: .serial(values[0]), next: next) }
            if parts[0].count == 4, (1990..<2100).contains(values[0]) { return DayExpression(shape: .year(values[0]), next: next) }
            if parts[0].count == 8 || parts[0].count == 6 { return DayExpression(shape: .digits(parts[0]), isMalformed: true, next: next) }
            return nil
        }
    }
}
