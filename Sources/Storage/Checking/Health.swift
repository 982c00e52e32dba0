internal import Synchronization

/// What is known of the database's file since the program started.
public enum Health: Hashable, Sendable {
    case sound
    /// It is too large to be read through before the first answer; that is being done beside the work.
    case unknown
    case damaged(String)
}

extension Store {
    public var lastHealth: Health { health.withLock { $0 } }

    /// Reads the whole file through by the engine's own quick check, where that was not done at the start.
    public func lookThrough() async throws -> Health {
        guard lastHealth == .unknown else { return lastHealth }
        let damage = try await read { try $0.damage() }
        let found: Health = damage.first.map { .damaged($0) } ?? .sound
        health.withLock { $0 = found }
        return found
    }
}
