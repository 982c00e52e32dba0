import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// Each element made into another, on as many cores as there are; in the same order. For work that takes a millisecond or more.
    public func mapTogether<Made: Sendable>(_ make: @Sendable (Element) -> Made) -> [Made] {
        guard count > 1 else { return map(make) }
        let made = Mutex<[Int: Made]>([:])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            let one = make(self[index])
            made.withLock { $0[index] = one }
        }
        return made.withLock { found in indices.compactMap { found[$0] } }
    }
}
