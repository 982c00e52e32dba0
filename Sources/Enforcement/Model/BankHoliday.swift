public import Kernel

/// A bank or public holiday of England and Wales, on the day on which it was or is kept.
///
/// Days by rule: Schedule 1 of the Banking and Financial Dealings Act 1971 (Easter Monday, the last Mondays in May and August, Boxing Day and its
/// substitutes), with New Year's Day and the first Monday in May, which are proclaimed each year, and Good Friday and Christmas Day, which are holidays
/// by custom. Days by proclamation are listed below. All of 1978 to 2040 were compared with version 0.109 of the `holidays` package of PyPI, and agree.
public struct BankHoliday: Hashable, Sendable {
    public let day: Day
    public let name: String
    /// The day that it falls on by its name, where another is kept in its place.
    public let insteadOf: Day?

    init(_ day: Day, _ name: String, insteadOf: Day? = nil) { (self.day, self.name, self.insteadOf) = (day, name, insteadOf) }

    /// `Good Friday, 3 April 2026`; `Boxing Day, 28 December 2026 instead of 26 December 2026`
    public var words: String { "\(name), \(day)" + (insteadOf.map { " instead of \($0)" } ?? "") }
}

extension BankHoliday {
    /// The years for which holidays are known. From 1978 the first Monday in May was one; what will be proclaimed for a year to come nobody knows.
    public static let years = 1978...2199

    /// Those of a year, by day; none for a year before they are known.
    public static func all(in year: Int) -> [BankHoliday] {
        guard years.contains(year), let easter = Day.easter(year) else { return [] }
        var days = proclaimed.filter { $0.day.parts.year == year }
        days.append(BankHoliday(easter.adding(days: -2), "Good Friday"))
        days.append(BankHoliday(easter.adding(days: 1), "Easter Monday"))
        days += mondays(year) + fixed(year)
        return days.sorted { $0.day < $1.day }
    }

    /// The holiday that a day is; nil where it is none.
    public static func on(_ day: Day) -> BankHoliday? { known[day] }

    /// Those of all years, worked out once: working days are counted for every entry of the register.
    private static let known = Dictionary(years.flatMap(all(in:)).map { ($0.day, $0) }) { first, _ in first }

    /// Days for one occasion, each by a proclamation of its own.
    private static let proclaimed: [BankHoliday] = [
        (1981, 7, 29, "The royal wedding"), (1999, 12, 31, "Millennium eve"), (2002, 6, 3, "The Golden Jubilee"), (2011, 4, 29, "The royal wedding"),
        (2012, 6, 5, "The Diamond Jubilee"), (2022, 6, 3, "The Platinum Jubilee"), (2022, 9, 19, "The state funeral of Queen Elizabeth II"),
        (2023, 5, 8, "The coronation of King Charles III"),
    ].compactMap { year, month, day, name in Day(year, month, day).map { BankHoliday($0, name) } }

    /// Mondays that were moved to another day of their year.
    private static let moved: [Day: Day] = Dictionary(uniqueKeysWithValues: [
        ((1995, 5, 1), (1995, 5, 8)), ((2020, 5, 4), (2020, 5, 8)), ((2002, 5, 27), (2002, 6, 4)), ((2012, 5, 28), (2012, 6, 4)), ((2022, 5, 30), (2022, 6, 2)),
    ].compactMap { from, to in
        guard let from = Day(from.0, from.1, from.2), let to = Day(to.0, to.1, to.2) else { return nil }
        return (from, to)
    })

    private static func mondays(_ year: Int) -> [BankHoliday] {
        guard let may = Day(year, 5, 1), let june = Day(year, 5, 31), let august = Day(year, 8, 31) else { return [] }
        return [
            (may.adding(days: (8 - may.weekday) % 7), "Early May bank holiday"), (june.adding(days: 1 - june.weekday), "Spring bank holiday"),
            (august.adding(days: 1 - august.weekday), "Summer bank holiday"),
        ].map { monday, name in
            moved[monday].map { BankHoliday($0, name, insteadOf: monday) } ?? BankHoliday(monday, name)
        }
    }

    /// Days of a date: on a weekend the next day that is neither a weekend nor a holiday is kept in its place.
    private static func fixed(_ year: Int) -> [BankHoliday] {
        guard let first = Day(year, 1, 1), let christmas = Day(year, 12, 25) else { return [] }
        let boxing = christmas.adding(days: 1)
        var kept: [BankHoliday] = []
        // A day that is kept on its own date comes before one that needs another.
        for (day, name) in [(first, "New Year’s Day"), (christmas, "Christmas Day"), (boxing, "Boxing Day")].stablySorted(by: { $0.0.weekday > 5 ? 1 : 0 }) {
            var on = day
            while on.weekday > 5 || kept.contains(where: { $0.day == on }) { on = on.adding(days: 1) }
            kept.append(BankHoliday(on, name, insteadOf: on == day ? nil : day))
        }
        return kept
    }
}

extension Day {
    /// Easter Sunday of a year of the Gregorian calendar: the anonymous algorithm that Nature printed in 1876.
    public static func easter(_ year: Int) -> Day? {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
        let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
        let shift = (golden + 11 * moon + 22 * sunday) / 451
        let count = moon + sunday - 7 * shift + 114
        return Day(year, count / 31, count % 31 + 1)
    }
}
