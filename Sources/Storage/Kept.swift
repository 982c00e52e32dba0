internal import Synchronization

/// What was made from the data, kept in memory for those who ask next, within bounds: the longest unused goes first.
///
/// A value is given out only to somebody whose own snapshot has the mark under which it was made, so none is ever stale,
/// whichever process wrote meanwhile.
public final class Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Place {
        var value: Value
        var mark: JournalMark
        let version: Int?
        let cost: Int
        var used: UInt64
    }

    private struct Shelf {
        var places: [Key: Place] = [:]
        var cost = 0
        var turn: UInt64 = 0

        mutating func use(_ key: Key) -> Value? {
            turn += 1
            places[key]?.used = turn
            return places[key]?.value
        }

        mutating func remove(_ key: Key) {
            if let place = places.removeValue(forKey: key) { cost -= place.cost }
        }
    }

    private let most: Int
    private let shelf = Mutex(Shelf())

    /// - Parameter most: the most that all values may cost together, in bytes or in whatever `keep` is told.
    public init(most: Int) { self.most = most }

    public func value(_ key: Key, at mark: JournalMark) -> Value? {
        shelf.withLock { shelf -> Value? in
            guard shelf.places[key]?.mark == mark else { return nil }
            return shelf.use(key)
        }
    }

    /// A value made from the same version of what it shows, though the journal has grown by other things: it is good
    /// under the new mark as well.
    public func value(_ key: Key, ofVersion version: Int, at mark: JournalMark) -> Value? {
        shelf.withLock { shelf -> Value? in
            guard let place = shelf.places[key], place.version == version else { return nil }
            if place.mark.size < mark.size { shelf.places[key]?.mark = mark }
            return shelf.use(key)
        }
    }

    /// - Parameter version: of what the value shows; nil when that is told by the mark alone.
    public func keep(_ value: Value, for key: Key, version: Int? = nil, cost: Int, at mark: JournalMark) {
        guard cost <= most / 4 else { return }
        shelf.withLock { shelf in
            // A reader of an older snapshot may come late.
            if let place = shelf.places[key], place.mark.size > mark.size { return }
            shelf.remove(key)
            shelf.turn += 1
            shelf.places[key] = Place(value: value, mark: mark, version: version, cost: cost, used: shelf.turn)
            shelf.cost += cost
            while shelf.cost > most, let oldest = shelf.places.min(by: { $0.value.used < $1.value.used }) {
                shelf.remove(oldest.key)
            }
        }
    }

    /// What all values cost together.
    public var cost: Int { shelf.withLock { $0.cost } }
}
