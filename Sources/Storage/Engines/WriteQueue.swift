internal import Kernel
internal import Synchronization

/// Those who want to write, in the order in which they came. One thread serves them, a group at a time.
final class WriteQueue: Sendable {
    /// A change that waits for its turn.
    struct Writer: Sendable {
        let number: Int
        /// Does the work, and gives what tells the writer that it is kept.
        let work: @Sendable (any Connection) throws -> Answer
        let refuse: @Sendable (any Error) -> Void
    }

    typealias Answer = @Sendable () -> Void

    private struct Line {
        var waiting: [Writer] = []
        var lastNumber = 0
        /// Whether the thread was called and has not yet found the line empty.
        var isServed = false
    }

    private let line = Mutex(Line())

    /// Waits in line until `body` has run and what it did is kept. Whoever is cancelled while waiting leaves the line;
    /// whoever's turn has begun is answered as if nobody had cancelled.
    /// - Parameter callThread: sees to it that the engine's thread serves a group; called when it was not called yet.
    func write<T: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> T, callThread: () -> Void
    ) async throws -> T {
        let number = line.withLock { line in
            line.lastNumber += 1
            return line.lastNumber
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<T, any Error>) in
                let isFirst = join(Writer(number: number) { connection in
                    let result = try body(connection)
                    return { continuation.resume(returning: result) }
                } refuse: { continuation.resume(throwing: $0) })
                // Whoever was cancelled just before joining was not in the line to be taken out of it.
                if Task.isCancelled { leave(number) }
                if isFirst { callThread() }
            }
        } onCancel: {
            leave(number)
        }
    }

    var count: Int { line.withLock { $0.waiting.count } }
    var lastNumber: Int { line.withLock { $0.lastNumber } }

    func next() -> Writer? {
        line.withLock { $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }
    }

    /// Tells those who have waited, up to a number, that nothing could be written.
    func refuse(upTo number: Int, _ error: any Error) {
        let refused = line.withLock { line in
            let refused = line.waiting.filter { $0.number <= number }
            line.waiting.removeAll { $0.number <= number }
            return refused
        }
        for writer in refused { writer.refuse(error) }
    }

    /// A group has ended: whether the thread must be called for another.
    func isStillWanted() -> Bool {
        line.withLock { line in
            line.isServed = !line.waiting.isEmpty
            return line.isServed
        }
    }

    /// The thread is gone: there is nobody to call for those who wait, nor for those who come later.
    func close() {
        let left = line.withLock { line in
            defer { line.waiting = [] }
            line.isServed = false
            return line.waiting
        }
        for writer in left { writer.refuse(CancellationError()) }
    }

    private func join(_ writer: Writer) -> Bool {
        line.withLock { line in
            defer { line.isServed = true }
            line.waiting.append(writer)
            return !line.isServed
        }
    }

    private func leave(_ number: Int) {
        let gone = line.withLock { line in
            line.waiting.firstIndex { $0.number == number }.map { line.waiting.remove(at: $0) }
        }
        gone?.refuse(CancellationError())
    }
}
