import Synchronization

/// A number that many threads add to, without waiting for each other.
public final class Tally: Sendable {
    private let count = Atomic<Int>(0)

    public init() {}

    public func add(_ number: Int = 1) { count.add(number, ordering: .relaxed) }

    public var value: Int { count.load(ordering: .relaxed) }
}
