/// Tells how long ago it was made, by a clock that nobody sets.
public struct Stopwatch: Sendable {
    private let start = ContinuousClock.now

    public init() {}

    public var nanoseconds: Int {
        let parts = start.duration(to: .now).components
        return Int(parts.seconds) * 1_000_000_000 + Int(parts.attoseconds / 1_000_000_000)
    }
}
