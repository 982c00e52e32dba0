import Foundation

/// An instant, to the millisecond. Written in UTC as `2021-02-28T09:15:00.000Z`.
public struct Moment: Hashable, Comparable, Sendable {
    /// Milliseconds since 1 January 1970, 00:00 UTC.
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

    public func adding(seconds: Int) -> Moment { Moment(milliseconds: milliseconds + Int64(seconds) * 1000) }

    public func seconds(until other: Moment) -> Int { Int((other.milliseconds - milliseconds) / 1000) }
}

extension Moment: CustomStringConvertible {
    public var iso: String {
        let (day, inDay) = Moment.split(milliseconds)
        let (seconds, thousandths) = (inDay / 1000, inDay % 1000)
        let (hour, minute, second) = (padded(seconds / 3600, to: 2), padded(seconds / 60 % 60, to: 2), padded(seconds % 60, to: 2))
        return "\(day.iso)T\(hour):\(minute):\(second).\(padded(thousandths, to: 3))Z"
    }

    public var description: String { iso }

    /// Reads what `iso` writes; thousandths may be left out.
    public init?(iso text: some StringProtocol) {
        // Every instant that a database holds comes through here, so its bytes are read where they lie.
        let read = text.utf8.withContiguousStorageIfAvailable { Moment(bytes: $0) }
            ?? Array(text.utf8).withUnsafeBufferPointer { Moment(bytes: $0) }
        guard let read else { return nil }
        self = read
    }

    private init?(bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 20 || bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
              bytes[16] == UInt8(ascii: ":"), bytes[bytes.count - 1] == UInt8(ascii: "Z"),
              bytes.count == 20 || bytes[19] == UInt8(ascii: "."),
              let day = Day(bytes: UnsafeBufferPointer(rebasing: bytes[..<10])),
              let hour = digits(bytes[11..<13]), let minute = digits(bytes[14..<16]), let second = digits(bytes[17..<19]),
              let thousandths = bytes.count == 20 ? 0 : digits(bytes[20..<23]),
              hour < 24, minute < 60, second < 60 else { return nil }
        let seconds = hour * 3600 + minute * 60 + second
        self.init(milliseconds: Int64(day.number) * 86_400_000 + Int64(seconds * 1000 + thousandths))
    }

    private static func split(_ milliseconds: Int64) -> (day: Day, milliseconds: Int) {
        let number = Int((Double(milliseconds) / 86_400_000).rounded(.down))
        return (Day(number: number), Int(milliseconds - Int64(number) * 86_400_000))
    }
}

extension Moment {
    /// The day it was in Britain.
    public var day: Day { Moment.split(inBritain).day }

    /// `28 February 2021, 09:15`, as a clock in Britain showed it.
    public var inWords: String {
        let (day, inDay) = Moment.split(inBritain)
        return "\(day), \(padded(inDay / 3_600_000, to: 2)):\(padded(inDay / 60_000 % 60, to: 2))"
    }

    /// So many hours into a day in Britain. Used where a story is told day by day.
    public static func inBritain(_ day: Day, hour: Int, minute: Int = 0) -> Moment {
        let local = Moment(milliseconds: Int64(day.number) * 86_400_000 + Int64((hour * 60 + minute) * 60_000))
        return local.adding(seconds: -offset(local))
    }

    private var inBritain: Int64 { milliseconds + Int64(Moment.offset(self)) * 1000 }

    private static func offset(_ moment: Moment) -> Int {
        britain.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000))
    }

    /// The zone comes with Foundation's own data, so a machine without zone files has it too.
    private static let britain = TimeZone(identifier: "Europe/London") ?? .gmt
}

extension Moment: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let moment = Moment(iso: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not an instant in UTC")
        }
        self = moment
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
