import Kernel

/// What the other days of a document say about one of them: which years are likely, and which day stands nearby.
struct DueDays {
    /// The plain days of the document, by row; the suggested ones where no day is plain.
    private let known: [(row: Int, day: Day)]
    private let middleYear: Int?
    private let count: Int

    /// - Parameter readings: of every cell with a day, with the row it stands in.
    init(_ readings: [(row: Int, reading: WrittenDay)]) {
        let plain = readings.compactMap { row, reading in reading.code == nil ? reading.day.map { (row: row, day: $0) } : nil }
        let guessed = readings.compactMap { row, reading in reading.suggestion.map { (row: row, day: $0) } }
        let years = (plain + guessed).map(\.day.parts.year).sorted()
        count = years.count
        let middle = years.isEmpty ? nil : years[years.count / 2]
        middleYear = middle
        known = (plain.isEmpty ? guessed : plain).filter { one in middle.map { abs(one.day.parts.year - $0) <= 6 } ?? true }
    }

    /// The reading of one cell, judged beside the others.
    func judged(_ reading: WrittenDay, row: Int) -> WrittenDay {
        var reading = reading
        if let (month, day) = reading.yearless, reading.suggestion == nil { reading.suggestion = nearest(month: month, day: day, row: row) }
        if let day = reading.day, reading.code == nil, isOutlying(day) {
            reading.day = nil
            reading.code = "year-doubtful"
            reading.reason = middleYear.map { "the year \(day.parts.year) is far from the document's other days, most of them about \($0)" }
                ?? "the year \(day.parts.year) is not likely"
            reading.suggestion = likelier(day)
        }
        if let suggestion = reading.suggestion, isOutlying(suggestion) { reading.suggestion = likelier(suggestion) }
        return reading
    }

    private func isOutlying(_ day: Day) -> Bool {
        let year = day.parts.year
        guard (1995...2060).contains(year) else { return true }
        guard let middleYear, count >= 3 else { return false }
        return abs(year - middleYear) > 6
    }

    /// The same day in a year that differs by figures changed over, or else in the usual year.
    private func likelier(_ day: Day) -> Day? {
        guard let middleYear else { return nil }
        let (year, month, ofMonth) = day.parts
        let figures = String(year).sorted()
        let swapped = (middleYear - 2...middleYear + 2).filter { String($0).sorted() == figures }
        return Day(swapped.count == 1 ? swapped[0] : middleYear, month, ofMonth)
    }

    private func nearest(month: Int, day: Int?, row: Int) -> Day? {
        guard let beside = known.min(by: { abs($0.row - row) < abs($1.row - row) })?.day else { return nil }
        let year = beside.parts.year
        let choices = (year - 1...year + 1).compactMap { year -> Day? in
            guard let first = Day(year, month, 1) else { return nil }
            guard let day else { return first.endOfMonth }
            return Day(year, month, day)
        }
        return choices.min { abs($0.days(until: beside)) < abs($1.days(until: beside)) }
    }
}
