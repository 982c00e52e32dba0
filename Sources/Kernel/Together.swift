import Dispatch
import Foundation
import Synchronization

/// Two things made at once, where each is work for a millisecond or more.
public func together<A: Sendable, B: Sendable>(_ first: @Sendable () -> A, _ second: @Sendable () -> B) -> (A, B) {
    let a = Mutex<A?>(nil)
    let b = Mutex<B?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { index in
        if index == 0 {
            let made = first()
            a.withLock { $0 = made }
        } else {
            let made = second()
            b.withLock { $0 = made }
        }
    }
    // Both were made: only the compiler doesn't know.
    return (a.withLock(\.self) ?? first(), b.withLock(\.self) ?? second())
}

private let cores = ProcessInfo.processInfo.activeProcessorCount

extension Array where Element: Sendable {
    /// Each element made into another, on as many cores as there are; in the same order.
    ///
    /// - Parameter least: the fewest that are handed to a core at once. They are to be work for a tenth of a millisecond or more.
    public func mapTogether<Made: Sendable>(atLeast least: Int = 1, _ make: @Sendable (Element) -> Made) -> [Made] {
        // More pieces than cores, so that none waits long for the slowest.
        let pieces = Swift.min(count / least, 4 * cores)
        guard pieces > 1 else { return map(make) }
        let bounds = (0...pieces).map { $0 * count / pieces }
        let made = Mutex([[Made]](repeating: [], count: pieces))
        DispatchQueue.concurrentPerform(iterations: pieces) { piece in
            let own = self[bounds[piece]..<bounds[piece + 1]].map(make)
            made.withLock { $0[piece] = own }
        }
        return made.withLock { $0.flatMap(\.self) }
    }
}
