import Glibc

/// Tells how long ago it was made, by a clock that nobody sets.
public struct Stopwatch: Sendable {
    private let start: Int

    public init() { start = Stopwatch.reading }

    public var nanoseconds: Int { Stopwatch.reading - start }

    private static var reading: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
}
