/// How long something took, each time: how often it was within each of a few limits, and how much it was in all.
public final class Durations: Sendable {
    /// In seconds, each with those above it counted apart; what is longer than all is counted last.
    public static let limits = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]
    private static let nanoseconds = limits.map { Int($0 * 1e9) }

    private let within: [Tally] = (0...limits.count).map { _ in Tally() }
    private let total = Tally()

    public init() {}

    public func add(nanoseconds: Int) {
        var place = 0
        while place < Durations.nanoseconds.count, nanoseconds > Durations.nanoseconds[place] { place += 1 }
        within[place].add()
        total.add(nanoseconds)
    }

    /// How many were within each limit and not within the one before; last, how many were longer than all.
    var counts: [Int] { within.map(\.value) }
    var seconds: Double { Double(total.value) / 1e9 }
    public var count: Int { counts.reduce(0, +) }
}
