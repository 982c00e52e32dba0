/// A day of the calendar, with no clock and no zone: the day something was due, done or agreed.
///
/// Written `YYYY-MM-DD` wherever it is stored or sent, and `28 February 2021` wherever it is read.
public struct Day: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    public let number: Int

    /// The day that so many days after 1 January 1970 is; before it when negative.
    public init(number: Int) { self.number = number }

    /// The day with these parts in the Gregorian calendar, or nil when there is no such day.
    public init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
              day <= Day.length(ofMonth: month, in: year) else { return nil }
        // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads exactly `YYYY-MM-DD`.
    public init?(iso text: some StringProtocol) {
        // Every day that a database or a body holds comes through here, so its bytes are read where they lie.
        let read = text.utf8.withContiguousStorageIfAvailable { Day(bytes: $0) }
            ?? Array(text.utf8).withUnsafeBufferPointer { Day(bytes: $0) }
        guard let read else { return nil }
        self = read
    }

    init?(bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
              let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10]) else { return nil }
        self.init(year, month, day)
    }

    /// Year, month from 1 and day of the month from 1.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    public func adding(days: Int) -> Day { Day(number: number + days) }

    /// The days that people enter: whatever a service promises, decides or is told of lies among them.
    public static let entered: ClosedRange<Day> = Day(number: -25_567)...Day(number: 84_005)

    /// The same day of the month so many months on, or the last of that month where it is shorter.
    public func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let count = year * 12 + (month - 1) + months
        let (y, m) = (count / 12, count % 12 + 1)
        return Day(y, m, min(day, Day.length(ofMonth: m, in: y))) ?? self
    }

    /// Days from this one to another: positive when the other is later.
    public func days(until other: Day) -> Int { other.number - number }

    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    public var startOfMonth: Day { adding(days: 1 - parts.day) }
    public var endOfMonth: Day {
        let (year, month, day) = parts
        return adding(days: Day.length(ofMonth: month, in: year) - day)
    }

    /// Months from the one of this day to that of another: 1 from 31 January to 1 February.
    public func months(until other: Day) -> Int {
        let (here, there) = (parts, other.parts)
        return (there.year - here.year) * 12 + there.month - here.month
    }

    public static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }
}

extension Day: CustomStringConvertible {
    /// `2021-02-28`
    public var iso: String {
        let (year, month, day) = parts
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }

    /// `28 February 2021`
    public var description: String {
        let (year, month, day) = parts
        return "\(day) \(Day.months[month - 1]) \(year)"
    }

    /// `28 Feb 2021`, where room is short.
    public var short: String {
        let (year, month, day) = parts
        return "\(day) \(Day.months[month - 1].prefix(3)) \(year)"
    }

    public static let months = [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ]
}

extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a day (YYYY-MM-DD)")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}

/// The number that digits from 0 to 9 write; nil when anything else is among them.
func digits(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var sum = 0
    for byte in bytes {
        guard (48...57).contains(byte) else { return nil }
        sum = sum * 10 + Int(byte - 48)
    }
    return sum
}

/// The number with noughts before it up to a width.
public func padded(_ number: Int, to width: Int) -> String {
    var digits = String(number)
    while digits.utf8.count < width { digits = "0" + digits }
    return digits
}
