public import Kernel

/// Where a person's work is done: the one way to write.
///
///     try await desk.write(by: actor, because: reason) { work in try plans.complete(…, work) }
public struct Desk: Sendable {
    public let store: Store
    public let clock: Clock

    public init(_ store: Store, clock: Clock = .system) {
        self.store = store
        self.clock = clock
    }

    /// Opens one transaction. All that `body` records is kept together with its journal entries, or nothing is.
    @discardableResult
    public func write<T: Sendable>(
        by actor: Actor, because reason: String? = nil, _ body: @escaping @Sendable (Work) throws -> T
    ) async throws -> T {
        let moment = clock.now
        return try await store.write { session in
            try body(Work(session: session, actor: actor, moment: moment, reason: reason?.printable))
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        try await store.read(body)
    }
}
