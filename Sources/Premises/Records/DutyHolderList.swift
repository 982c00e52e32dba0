public import Kernel
public import Storage

/// Which duty holders a list shows, by name.
public struct DutyHolderFilter: Hashable, Sendable {
    public var kind: DutyHolder.Kind?
    /// What the name begins with, in small or capital letters.
    public var name: String?

    public init() {}

    public var isNarrow: Bool { kind != nil || name != nil }

    func condition() -> SQL {
        var sql: SQL = "1 = 1"
        if let kind { sql += " AND kind = \(kind)" }
        if let name = name?.lowercased() { sql += " AND name_key >= \(name) AND name_key < \(name + "\u{10FFFF}")" }
        return sql
    }
}

extension Session {
    /// A page of the list of duty holders, by name.
    ///
    /// - Parameters:
    ///   - last: the one after which it begins; the first page when nil.
    ///   - backwards: what is before them instead, still by name.
    public func dutyHolders(
        _ filter: DutyHolderFilter, after last: ID<DutyHolder>? = nil, backwards: Bool = false, limit: Int
    ) throws -> [DutyHolder] {
        var clause: SQL = "WHERE \(filter.condition())"
        if let last, let holder = try find(last) {
            clause += backwards
                ? " AND (name_key, id) < (\(holder.nameKey), \(holder.id))" : " AND (name_key, id) > (\(holder.nameKey), \(holder.id))"
        }
        clause += backwards ? " ORDER BY name_key DESC, id DESC LIMIT \(limit)" : " ORDER BY name_key, id LIMIT \(limit)"
        let found = try all(DutyHolder.self, clause)
        return backwards ? found.reversed() : found
    }

    /// How many a list shows, counted no further than a limit.
    func count(_ filter: DutyHolderFilter, upTo limit: Int) throws -> Int {
        try value("SELECT COUNT(*) FROM (SELECT 1 FROM duty_holder WHERE \(filter.condition()) LIMIT \(limit)) AS counted") ?? 0
    }
}
