import Foundation

/// Work that keeps a processor busy for seconds, done on threads of its own, so that nobody else's page waits for it.
enum Aside {
    /// Two at a time; who comes after them waits for a turn.
    private static let queue: OperationQueue = {
        let queue = OperationQueue()
        queue.name = "reading documents"
        queue.maxConcurrentOperationCount = 2
        return queue
    }()

    static func run<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { waiting in
            queue.addOperation { waiting.resume(with: Result { try body() }) }
        }
    }
}
