public import Kernel

/// Where a person's work is done: the one way to write.
///
///     try await desk.write(by: actor, because: reason) { work in try plans.complete(…, work) }
public struct Desk: Sendable {
    public let store: Store
    public let clock: Clock
    /// What claims can rest on.
    public let figures: Figures

    public init(_ store: Store, clock: Clock = .system, figures: Figures = Figures()) {
        self.store = store
        self.clock = clock
        self.figures = figures
    }

    /// Opens one transaction. All that `body` records is kept together with its journal entries, or nothing is.
    @discardableResult
    public func write<T: Sendable>(
        by actor: Actor, because reason: String? = nil, _ body: @escaping @Sendable (Work) throws -> T
    ) async throws -> T {
        let moment = clock.now
        return try await store.write { [figures] session in
            (session.figures, session.today) = (figures, moment.day)
            return try body(Work(session: session, actor: actor, moment: moment, reason: reason?.printable))
        }
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (Session) throws -> T) async throws -> T {
        let today = clock.today
        return try await store.read { [figures] session in
            (session.figures, session.today) = (figures, today)
            return try body(session)
        }
    }
}
