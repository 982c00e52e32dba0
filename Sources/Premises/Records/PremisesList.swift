public import Kernel
public import Storage

/// Which premises a list shows and in which order. Each order, and each choice with it, walks an index, so that a page of a million is
/// found as fast as one of ten.
public struct PremisesFilter: Hashable, Sendable {
    public enum Order: String, CaseIterable, Sendable { case name, reference, type }

    public var type: PremisesType?
    public var area: String?
    public var sleeping: Sleeping?
    /// Only those that this duty holder answers for on the day.
    public var holder: ID<DutyHolder>?
    /// Those that count as others now, in place of those that count.
    public var isMerged = false
    public var order = Order.name
    public var isDescending = false

    /// All that count, by name.
    public init() {}

    public var isNarrow: Bool { type != nil || area != nil || sleeping != nil || holder != nil || isMerged }

    /// `-type`, as it stands in an address.
    public var sort: String { (isDescending ? "-" : "") + order.rawValue }

    /// Whether it took up what was written: an order, turned round by a dash.
    public mutating func sort(by written: String) -> Bool {
        guard let order = Order(rawValue: String(written.hasPrefix("-") ? written.dropFirst() : written[...])) else { return false }
        (self.order, isDescending) = (order, written.hasPrefix("-"))
        return true
    }

    func condition(on day: Day) -> SQL {
        var sql: SQL = isMerged
            ? "merged_into IS NOT NULL AND merged_on <= \(day)" : "(merged_into IS NULL OR merged_on > \(day)) AND since_on <= \(day)"
        if let type { sql += " AND type = \(type)" }
        if let area { sql += " AND area = \(area)" }
        switch sleeping {
        case nil: break
        case .unknown: sql += " AND sleeping IS NULL"
        case .some(let known): sql += " AND sleeping = \(known == .yes)"
        }
        if let holder {
            sql += " AND id IN (SELECT premises FROM responsibility WHERE holder = \(holder) AND \(Responsibility.holding(on: day)))"
        }
        return sql
    }

    /// What follows premises in the order; where it is turned round once more, what is before them.
    func following(_ last: Premises, backwards: Bool) -> SQL {
        switch (order, isDescending != backwards) {
        case (.name, false): "(name_key, id) > (\(last.nameKey), \(last.id))"
        case (.name, true): "(name_key, id) < (\(last.nameKey), \(last.id))"
        case (.reference, false): "reference_key > \(last.reference.key)"
        case (.reference, true): "reference_key < \(last.reference.key)"
        case (.type, false): "(type, name_key, id) > (\(last.type), \(last.nameKey), \(last.id))"
        case (.type, true): "(type, name_key, id) < (\(last.type), \(last.nameKey), \(last.id))"
        }
    }

    func ordering(backwards: Bool) -> SQL {
        switch (order, isDescending != backwards) {
        case (.name, false): "ORDER BY name_key, id"
        case (.name, true): "ORDER BY name_key DESC, id DESC"
        case (.reference, false): "ORDER BY reference_key"
        case (.reference, true): "ORDER BY reference_key DESC"
        case (.type, false): "ORDER BY type, name_key, id"
        case (.type, true): "ORDER BY type DESC, name_key DESC, id DESC"
        }
    }
}

extension Session {
    /// A page of the list.
    ///
    /// - Parameters:
    ///   - last: the premises after which it begins; the first page when nil.
    ///   - backwards: what is before them instead, still in the list's order.
    public func premises(
        _ filter: PremisesFilter, on day: Day, after last: ID<Premises>? = nil, backwards: Bool = false, limit: Int
    ) throws -> [Premises] {
        var clause: SQL = try "WHERE \(filter.condition(on: day))\(few(by: day))"
        // One that is unknown begins the list anew.
        if let last, let premises = try find(last) { clause += " AND \(filter.following(premises, backwards: backwards))" }
        let found = try all(Premises.self, clause + " \(filter.ordering(backwards: backwards)) LIMIT \(limit)")
        return backwards ? found.reversed() : found
    }

    /// How many a list shows, counted no further than a limit.
    func count(_ filter: PremisesFilter, on day: Day, upTo limit: Int) throws -> Int {
        try value("SELECT COUNT(*) FROM (SELECT 1 FROM premises WHERE \(filter.condition(on: day))\(few(by: day)) LIMIT \(limit)) AS counted") ?? 0
    }

    /// Where few were on record by a day that is past, the list begins with those and does not walk through all that came later.
    private func few(by day: Day) throws -> SQL {
        let most = 5000
        guard try value("SELECT id FROM premises WHERE since_on > \(day) LIMIT 1", as: Int64.self) != nil,
              let count = try value("SELECT COUNT(*) FROM (SELECT 1 FROM premises WHERE since_on <= \(day) LIMIT \(most + 1)) AS counted", as: Int.self),
              count <= most else { return "" }
        return " AND id IN (SELECT id FROM premises WHERE since_on <= \(day))"
    }

    /// The areas that premises stand in, in order: so many at most. Each is found by one step in the index.
    func areas(limit: Int = 200) throws -> [String] {
        var (areas, last) = ([String](), "")
        while areas.count < limit, let next = try value("SELECT MIN(area) FROM premises WHERE area > \(last)", as: String?.self) ?? nil {
            areas.append(next)
            last = next
        }
        return areas
    }

    /// The names of those who answered for each of several premises on a day, what was merged into them included.
    func responsible(for premises: [Premises], on day: Day) throws -> [ID<Premises>: [String]] {
        var roots = Dictionary(uniqueKeysWithValues: premises.map { ($0.id, $0.id) })
        for merged in try merged(into: premises.map(\.id)) where merged.isMerged(on: day) {
            if let into = merged.mergedInto, let root = roots[into] { roots[merged.id] = root }
        }
        var names: [ID<Premises>: [String]] = [:]
        try each("""
            SELECT r.premises, h.name FROM responsibility r JOIN duty_holder h ON h.id = r.holder
            WHERE r.premises IN (\(list: roots.keys.sorted())) AND \(Responsibility.holding(on: day))
            AND r.capacity <> \(Capacity.otherControl) ORDER BY r.from_on, r.id
            """) { row in
            let (id, name): (ID<Premises>, String) = (try row.next(), try row.next())
            if let root = roots[id], names[root]?.contains(name) != true { names[root, default: []].append(name) }
        }
        return names
    }
}
