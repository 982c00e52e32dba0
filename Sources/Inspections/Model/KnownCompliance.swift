public import Kernel

/// How far the fire safety law was complied with at premises when they were last looked at.
public struct KnownCompliance: Hashable, Sendable {
    /// From 1, the best, to 5, the poorest.
    public let level: Int
    /// The day on which it was found.
    public let on: Day

    public static let levels = 1...5
    /// The levels at which an audit counts as having found premises poor.
    public static let poor = 4...5

    public init?(level: Int, on: Day) {
        guard Self.levels.contains(level) else { return nil }
        (self.level, self.on) = (level, on)
    }

    public var isPoor: Bool { Self.poor.contains(level) }
}
