import Kernel
import Testing

struct DayTests {
    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2021-02-28", 18_686), ("2100-03-01", 47_541),
    ])
    func `a day is its number and its text`(text: String, number: Int) throws {
        let day = try #require(Day(iso: text))
        #expect(day.number == number)
        #expect(Day(number: number).iso == text)
    }

    @Test func `every day of four centuries survives the round trip`() {
        for number in -10_000...140_000 {
            let day = Day(number: number)
            let (y, m, d) = day.parts
            #expect(Day(y, m, d) == day)
        }
    }

    @Test(arguments: ["2021-02-29", "2021-13-01", "2021-00-10", "21-01-01", "2021-1-1", "2021/01/01", "", "2021-01-0x", "+021-01-01", "２０２１-01-01"])
    func `what is not a day is not read as one`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `a day is read out of the middle of a longer text too`() {
        let line = "due 2021-02-28, done 2021-03-01"
        #expect(Day(iso: line.dropFirst(4).prefix(10)) == Day(2021, 2, 28))
        #expect(Day(iso: line.suffix(10)) == Day(2021, 3, 1))
        #expect(Day(iso: line.suffix(11)) == nil)
    }

    @Test func `a month on from the last day is the last day`() throws {
        #expect(try #require(Day(2024, 1, 31)).adding(months: 1) == Day(2024, 2, 29))
        #expect(try #require(Day(2023, 1, 31)).adding(months: 1) == Day(2023, 2, 28))
        #expect(try #require(Day(2023, 3, 31)).adding(months: -1) == Day(2023, 2, 28))
        #expect(try #require(Day(2023, 1, 15)).adding(months: -1) == Day(2022, 12, 15))
    }

    @Test func `the last month there is has an end too`() throws {
        let last = try #require(Day(9999, 12, 31))
        #expect(last.startOfMonth.endOfMonth == last)
        #expect(try #require(Day(2024, 2, 10)).endOfMonth == Day(2024, 2, 29))
        #expect(try #require(Day(2023, 12, 31)).months(until: #require(Day(2024, 2, 1))) == 2)
        #expect(last.months(until: try #require(Day(9998, 12, 1))) == -12)
    }

    @Test func `a day is told in words`() throws {
        let day = try #require(Day(2021, 2, 28))
        #expect("\(day)" == "28 February 2021")
        #expect(day.weekday == 7)
        #expect(day.endOfMonth == day)
    }
}

struct MomentTests {
    @Test func `a moment is written in utc and told as a clock in britain showed it`() throws {
        let summer = try #require(Moment(iso: "2026-07-01T23:30:00.000Z"))
        #expect(summer.day == Day(2026, 7, 2))
        #expect(summer.inWords == "2 July 2026, 00:30")
        let winter = try #require(Moment(iso: "2026-01-01T23:30:00Z"))
        #expect(winter.day == Day(2026, 1, 1))
        #expect(winter.iso == "2026-01-01T23:30:00.000Z")
    }

    @Test func `the hour that summer time skips is read as one hour later`() throws {
        let day = try #require(Day(2026, 3, 29))
        #expect(Moment.inBritain(day, hour: 12).iso == "2026-03-29T11:00:00.000Z")
        #expect(Moment.inBritain(day.adding(days: -1), hour: 12).iso == "2026-03-28T12:00:00.000Z")
    }

    @Test(arguments: ["2026-01-01", "2026-01-01T25:00:00Z", "2026-01-01T10:00:00", "2026-01-01T10:00:00.00Z", "2026-01-01T1:000:00Z"])
    func `what is not an instant is not read as one`(text: String) {
        #expect(Moment(iso: text) == nil)
    }
}

struct ReferenceTests {
    @Test(arguments: ["R2", "2.1", "peer-review_2021", "a"])
    func `letters digits dots and dashes make a reference`(text: String) throws {
        #expect(try Reference(text).text == text)
    }

    @Test(arguments: ["", "-a", ".a", "a b", "a/b", "é", "a\u{0}", String(repeating: "a", count: 41)])
    func `anything else does not`(text: String) {
        #expect(throws: Refusal.self) { try Reference(text) }
    }

    @Test func `case does not tell two references apart`() throws {
        #expect(try Reference("R2") == Reference("r2"))
    }
}

struct WordsTests {
    @Test func `numbers stand in sentences`() {
        #expect(counted(0, "day") == "no days")
        #expect(counted(1, "day") == "1 day")
        #expect(counted(2, "query", "queries") == "2 queries")
        #expect(listed([]) == "")
        #expect(listed(["a", "b", "c"]) == "a, b and c")
    }
}
