public import Kernel

/// Working days in England and Wales: Monday to Friday, bank holidays left out.
extension Day {
    public var isWorkingDay: Bool { weekday < 6 && BankHoliday.on(self) == nil }

    /// So many working days after this one, which is not counted itself; this one for none.
    public func adding(workingDays count: Int) -> Day {
        var (day, left) = (self, count)
        while left > 0 {
            day = day.adding(days: 1)
            if day.isWorkingDay { left -= 1 }
        }
        return day
    }
}

extension StatutoryPeriod.Length {
    /// The last day of so long a time after a day.
    public func end(after day: Day) -> Day {
        switch self {
        case .days(let days): day.adding(days: days)
        case .workingDays(let days): day.adding(workingDays: days)
        // A period of years ends on the day of the same date, or on the last of its month where there is none.
        case .years(let years): day.adding(months: 12 * years)
        }
    }

    /// `14 days`, `5 working days`
    public var words: String {
        switch self {
        case .days(let days): counted(days, "day")
        case .workingDays(let days): counted(days, "working day")
        case .years(let years): counted(years, "year")
        }
    }

    /// The same with what was left out on the way: `5 working days (weekends, Good Friday and Easter Monday left out)`.
    public func words(after day: Day) -> String {
        guard case .workingDays = self else { return words }
        let passed = Set((day.number...end(after: day).number).dropFirst().map(Day.init(number:)))
        let holidays = Set(passed.map(\.parts.year)).sorted().flatMap(BankHoliday.all(in:)).filter { passed.contains($0.day) }
        let left = (passed.contains { $0.weekday > 5 } ? ["weekends"] : []) + holidays.map(\.name)
        return left.isEmpty ? words : "\(words) (\(listed(left)) left out)"
    }
}
