internal import Kernel
internal import Logging
internal import Synchronization

/// One transaction as it is watched: when it was asked for, when it began, when it ended.
final class Turn: Sendable {
    enum Kind: Sendable { case read, write }

    private let watch: StoreWatch
    private let kind: Kind
    private let request = RequestID.current
    private let asked = Stopwatch()
    /// Nanoseconds from asking to beginning; nothing has begun while it is negative.
    private let waited = Atomic<Int>(-1)
    /// Nanoseconds for which nobody else could write; the commit may be shared with others and is not among them.
    private let held = Atomic<Int>(0)

    init(_ kind: Kind, _ watch: StoreWatch) {
        self.kind = kind
        self.watch = watch
    }

    /// The connection as the transaction's body sees it.
    func began(on connection: any Connection) -> any Connection {
        waited.store(asked.nanoseconds, ordering: .relaxed)
        return WatchedConnection(connection, watch, request: request)
    }

    /// The transaction's body has done its part.
    func bodyEnded() {
        held.store(asked.nanoseconds - waited.load(ordering: .relaxed), ordering: .relaxed)
    }

    func around<T>(_ body: () async throws -> T) async throws -> T {
        do {
            let result = try await body()
            end(failed: false)
            return result
        } catch {
            end(failed: true)
            throw error
        }
    }

    private func end(failed: Bool) {
        if failed { (kind == .read ? watch.failedReads : watch.failedWrites).add() }
        let waited = waited.load(ordering: .relaxed)
        guard waited >= 0 else { return }
        let took = asked.nanoseconds - waited
        switch kind {
        case .read: watch.reads.add(nanoseconds: took)
        case .write:
            watch.writes.add(nanoseconds: took)
            watch.waits.add(nanoseconds: waited)
            let held = held.load(ordering: .relaxed)
            if held > watch.slowNanoseconds {
                watch.tellSlow("A change kept other writers out for long", nanoseconds: held, request: request, ["waited": "\(waited / 1_000_000)"])
            }
        }
    }
}
