import Kernel

/// A run of days laid from left to right, with the marks that suit its length: weeks, months, quarters or years.
struct Axis {
    let from: Day
    let through: Day
    let marks: [Mark]

    struct Mark {
        let day: Day
        let words: String
        /// The year, where it starts or the axis does.
        let year: String?
    }

    /// The axis that shows all these days with a little room on both sides.
    init(showing days: [Day], atLeast shortest: Int = 28) {
        let first = days.min() ?? Day(number: 0)
        let last = max(days.max() ?? first, first.adding(days: shortest))
        let room = max(2, first.days(until: last) / 40)
        from = first.adding(days: -room)
        through = last.adding(days: room)
        marks = Axis.marks(from, through)
    }

    /// How far along a day stands, in percent.
    func place(_ day: Day) -> Double {
        min(max(percent(from.days(until: day), of: from.days(until: through)), 0), 100)
    }

    private static func marks(_ from: Day, _ through: Day) -> [Mark] {
        let length = from.days(until: through)
        let days: [Day] = switch length {
        case ...75: weeks(from, through)
        case ...560: months(from, through, every: 1)
        case ...1300: months(from, through, every: 3)
        case ...2600: months(from, through, every: 6)
        case ...6600: months(from, through, every: 12)
        default: months(from, through, every: 12 * max(2, length / 365 / 12))
        }
        return days.enumerated().map { index, day in
            let (year, month, date) = day.parts
            let name = String(Day.months[month - 1].prefix(3))
            if length > 2600 { return Mark(day: day, words: "\(year)", year: nil) }
            let starts = index > 0 && days[index - 1].parts.year != year
            // The first year is left out where the next follows so soon that the two would touch.
            let leads = index == 0 && !days.dropFirst().prefix(2).contains { $0.parts.year != year }
            return Mark(
                day: day, words: length <= 75 ? "\(date) \(name)" : name,
                year: starts || leads || (index == 0 && days.count < 4) ? "\(year)" : nil)
        }
    }

    private static func weeks(_ from: Day, _ through: Day) -> [Day] {
        let monday = from.adding(days: (8 - from.weekday) % 7)
        return stride(from: monday.number, through: through.number, by: 7).map(Day.init(number:))
    }

    private static func months(_ from: Day, _ through: Day, every step: Int) -> [Day] {
        let (year, month, _) = from.parts
        // Marks stand on multiples of the step, counted from year 0, so January is always one of them.
        let count = year * 12 + month - 1
        var next = count / step * step
        var days: [Day] = []
        while let day = Day(next / 12, next % 12 + 1, 1), day <= through {
            if day >= from { days.append(day) }
            next += step
        }
        return days
    }
}

/// The lines and words of an axis, of which none touches another. Every second word is left out on a phone.
///
/// - Parameters:
///   - y: the foot of the words; a year stands above its month.
///   - rules: from where to where the upright lines run, as SVG lengths.
///   - width: how wide it is drawn, in pixels; nil on a page, which may be a narrow one.
func drawn(_ axis: Axis, wordsAt y: Int, rules: (from: String, through: String), width: Int? = nil) -> HTML {
    var (years, words) = (Row(width: width ?? 280), Row(width: width ?? 280))
    return axis.marks.enumerated().map { index, mark -> HTML in
        let place = axis.place(mark.day)
        let look = index % 2 == 0 ? "major" : "minor"
        let year = mark.year.flatMap { years.placed($0, at: place, bold: true) }.map { written(mark.year, "year", place, $0, y - 15) }
        // A page hides every second word where it is narrow, so only one that stands before its line is in another's way there.
        let word = words.placed(mark.words, at: place, isCrowded: width != nil).map { written(mark.words, look, place, $0, y) }
        return "<line class=\"rule\" x1=\"\(place.text)%\" x2=\"\(place.text)%\" y1=\"\(rules.from)\" y2=\"\(rules.through)\"/>\(year)\(word)"
    }.joined()
}

private func written(_ words: String?, _ look: String, _ place: Double, _ isAfter: Bool, _ y: Int) -> HTML {
    "<text class=\"\(look)\(isAfter ? " after" : "")\" x=\"\(place.text)%\" dx=\"\(isAfter ? -4 : 4)\" y=\"\(y)\">\(words)</text>"
}

/// Words beside each other, from the left.
private struct Row {
    let width: Int
    private var end = -100.0

    init(width: Int) { self.width = width }

    /// Whether the words stand before their place, for want of room behind it; nil where they have no room at all.
    ///
    /// - Parameter isCrowded: whether words behind their place may be in the way of each other, too.
    mutating func placed(_ words: String, at place: Double, bold: Bool = false, isCrowded: Bool = true) -> Bool? {
        let (at, long) = (place * Double(width) / 100, Letters.width(words, size: 12, bold: bold))
        let isAfter = at + 4 + long > Double(width)
        let start = isAfter ? at - 4 - long : at + 4
        guard start >= end + 3 || (!isCrowded && !isAfter) else { return nil }
        end = start + long
        return isAfter
    }
}
