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
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }.joined(separator: ":")
        return "\(day.iso)T\(clock).\(padded(thousandths, to: 3))Z"
    }

    public var description: String { iso }

    /// Reads what `iso` writes; thousandths may be left out.
    public init?(iso text: some StringProtocol) {
        let text = String(text)
        guard text.utf8.count == 20 || text.utf8.count == 24, text.utf8.allSatisfy({ $0 < 128 }), text.hasSuffix("Z"),
              let day = Day(iso: text.prefix(10)), text.dropFirst(10).first == "T" else { return nil }
        let clock = text.dropFirst(11).dropLast()
        let halves = clock.split(separator: ".", omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: ":", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 2, 2], halves.count <= 2 else { return nil }
        let numbers = (parts + halves.dropFirst()).compactMap { $0.allSatisfy(\.isNumber) ? Int($0) : nil }
        guard numbers.count == parts.count + halves.count - 1,
              numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
        let seconds = numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
        self.init(milliseconds: Int64(day.number) * 86_400_000 + Int64(seconds * 1000 + (numbers.count == 4 ? numbers[3] : 0)))
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
