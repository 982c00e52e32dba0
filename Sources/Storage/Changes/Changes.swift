internal import Synchronization

/// Tells whoever listens how many entries the journal has, each time there are more: by this process's own changes, and on
/// PostgreSQL by those of every other server and command too.
public final class Changes: Sendable {
    private struct State {
        var size: Int64 = 0
        var listeners: [Int: AsyncStream<Int64>.Continuation] = [:]
        var lastNumber = 0
        var isOver = false
    }

    private let state = Mutex(State())

    /// The journal's size as it was last heard; 0 when nothing was heard yet.
    public var size: Int64 { state.withLock { $0.size } }

    /// The sizes from now on. Whoever is slow hears the newest alone, which says all that those before it did.
    public var stream: AsyncStream<Int64> {
        let (stream, continuation) = AsyncStream.makeStream(of: Int64.self, bufferingPolicy: .bufferingNewest(1))
        let number: Int? = state.withLock { state in
            guard !state.isOver else { return nil }
            state.lastNumber += 1
            state.listeners[state.lastNumber] = continuation
            return state.lastNumber
        }
        guard let number else {
            continuation.finish()
            return stream
        }
        continuation.onTermination = { [weak self] _ in self?.leave(number) }
        return stream
    }

    func tell(_ size: Int64) {
        let listeners = state.withLock { state -> [AsyncStream<Int64>.Continuation] in
            guard size > state.size else { return [] }
            state.size = size
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.yield(size) }
    }

    /// Ends every stream, so that the program can stop.
    public func end() {
        let listeners = state.withLock { state in
            state.isOver = true
            defer { state.listeners = [:] }
            return Array(state.listeners.values)
        }
        for listener in listeners { listener.finish() }
    }

    private func leave(_ number: Int) {
        // What leaves the list is let go of outside the lock.
        _ = state.withLock { $0.listeners.removeValue(forKey: number) }
    }
}
