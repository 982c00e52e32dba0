import Kernel
public import Storage
import Synchronization

/// The entries of other services' last good copies in memory: a copy is read again only when its source has changed.
public final class HarvestedCopies: Sendable {
    private let copies = Mutex<[ID<HarvestSource>: (version: Int, entries: [PublicEntry])]>([:])

    public init() {}

    /// All of them, source by source.
    public func entries(_ session: Session) throws -> [PublicEntry] {
        let known = copies.withLock { $0 }
        let sources = try session.all(HarvestSource.self, "WHERE removed_on IS NULL ORDER BY id")
        let read = try sources.map { source in
            if let copy = known[source.id], copy.version == source.version { return (source.id, copy) }
            return (source.id, (version: source.version, entries: try session.harvestedEntries(of: source)))
        }
        copies.withLock { $0 = Dictionary(uniqueKeysWithValues: read) }
        return read.flatMap(\.1.entries)
    }
}
