import Kernel

/// A time of the day as a clock in Britain shows it, kept and sent as `09:30`.
public struct ClockTime: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
    /// Minutes after midnight.
    private let minutes: Int

    /// Reads `HH:MM`, or `H:MM` as people write it.
    public init?(rawValue written: String) {
        let parts = written.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
              let hour = ClockTime.number(parts[0]), let minute = ClockTime.number(parts[1]), hour < 24, minute < 60 else { return nil }
        minutes = hour * 60 + minute
    }

    public var rawValue: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    public var description: String { rawValue }

    /// Digits alone: what else reads as a number, such as `+9`, is no part of a time.
    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}

extension Fields {
    mutating func optionalTime(_ name: String, _ label: String) -> ClockTime? {
        let text = written(name)
        guard !text.isEmpty else { return nil }
        if let time = ClockTime(rawValue: text) { return time }
        refuse(name, "\(label) “\(text.prefix(40))” is not a time. Write it as 14:00.")
        return nil
    }
}
