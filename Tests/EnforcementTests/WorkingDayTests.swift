import Enforcement
import Kernel
import Testing

/// Working days and bank holidays of England and Wales.
@Suite struct `Working days` {
    /// Every holiday of years in which one was moved, added or put off, from the list that GOV.UK and the `holidays` package give.
    @Test(arguments: [
        (1995, "01-02 04-14 04-17 05-08 05-29 08-28 12-25 12-26"), (1999, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28 12-31"),
        (2002, "01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26"), (2011, "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27"),
        (2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26"), (2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28"),
        (2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28"), (2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"),
        (2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"), (2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"),
        (2038, "01-01 04-23 04-26 05-03 05-31 08-30 12-27 12-28"), (1977, ""),
    ])
    func `leave out the holidays of a year`(_ year: Int, _ days: String) {
        #expect(BankHoliday.all(in: year).map { $0.day.iso.dropFirst(5) } == days.split(separator: " "))
    }

    @Test(arguments: [
        ("2026-04-01", 1, "2026-04-02"), ("2026-04-02", 1, "2026-04-07"), ("2026-04-02", 0, "2026-04-02"), ("2024-02-28", 2, "2024-03-01"),
        ("2021-12-24", 1, "2021-12-29"), ("2022-09-16", 1, "2022-09-20"), ("2026-11-28", 1, "2026-11-30"), ("2026-12-24", 3, "2026-12-31"),
    ])
    func `are counted past weekends and holidays`(_ from: String, _ count: Int, _ through: String) {
        #expect(Day(iso: from)!.adding(workingDays: count) == Day(iso: through)!)
    }

    @Test func `are told with what was left out`() {
        let length = StatutoryPeriod.Length.workingDays(5)
        #expect(length.words == "5 working days")
        #expect(length.words(after: Day(2026, 4, 1)!) == "5 working days (weekends, Good Friday and Easter Monday left out)")
        #expect(StatutoryPeriod.Length.workingDays(1).words(after: Day(2026, 4, 1)!) == "1 working day")
        #expect(BankHoliday.on(Day(2026, 12, 28)!)?.words == "Boxing Day, 28 December 2026 instead of 26 December 2026")
        let period = StatutoryPeriod(rule: .appeal, length: length, since: Day(2020, 1, 1)!, provision: "our policy")
        #expect(period.end(after: Day(2026, 4, 1)!) == Day(2026, 4, 10)!)
        #expect(period.words(after: Day(2026, 4, 1)!).contains("Easter Monday"))
    }

    /// What must hold of any day, for every day of forty years.
    @Test func `keep the order of days and never end on a day off`() {
        for number in Day(1990, 1, 1)!.number...Day(2030, 12, 31)!.number {
            let day = Day(number: number)
            let (one, five) = (day.adding(workingDays: 1), day.adding(workingDays: 5))
            #expect(one.isWorkingDay && five.isWorkingDay && day < one && one < five, "\(day)")
            #expect((day.number + 1...five.number).count { Day(number: $0).isWorkingDay } == 5 && day.adding(days: 1).adding(workingDays: 5) >= five, "\(day)")
            #expect(day.days(until: five) <= 14, "\(day)")
        }
    }

    @Test func `have eight holidays or more a year, none on a weekend and none twice, and Easter on a Sunday in its bounds`() {
        for year in BankHoliday.years {
            let days = BankHoliday.all(in: year).map(\.day)
            #expect(days.count >= 8 && Set(days).count == days.count && days.allSatisfy { $0.weekday < 6 }, "\(year)")
            let easter = Day.easter(year)!
            #expect(easter.weekday == 7 && (Day(year, 3, 22)!...Day(year, 4, 25)!).contains(easter), "\(year)")
        }
    }
}
