public import Kernel
public import Premises
public import Storage

/// Premises of the whole stock with what is known of them.
public struct StockItem: Sendable {
    public let id: ID<Premises>
    public let reference: String
    public let name: String
    public let area: String?
    public let facts: RiskFacts
}

/// What is known of all premises that counted on a day, read piece by piece: what was found and what was put is read once, the premises by their number.
public struct RiskStock {
    /// What is read once: what was merged by the day, with what it counts as at last, what was found, and what was put.
    struct Known: Sendable {
        var roots: [ID<Premises>: ID<Premises>] = [:]
        var compliance: [ID<Premises>: KnownCompliance] = [:]
        var markers: [ID<Premises>: [String]] = [:]

        var count: Int { roots.count + compliance.count + markers.count }
    }

    private let session: Session
    private let day: Day
    let known: Known

    /// With what was read before, from the same state of the records.
    init(_ session: Session, on day: Day, _ known: Known) { (self.session, self.day, self.known) = (session, day, known) }

    public init(_ session: Session, on day: Day) throws {
        (self.session, self.day) = (session, day)
        let roots = try Self.roots(session, on: day)
        var (compliance, markers) = ([ID<Premises>: KnownCompliance](), [ID<Premises>: [String]]())
        try session.eachKnownCompliance(by: day) { id, known in
            let own = roots[id] ?? id
            if let other = compliance[own], other.on > known.on { return }
            compliance[own] = known
        }
        try session.each("SELECT premises, marker FROM premises_marker WHERE since_on <= \(day) AND (ended_on IS NULL OR ended_on > \(day)) ORDER BY premises, since_on, id") { row in
            let (id, marker): (ID<Premises>, String) = (try row.next(), try row.next())
            let own = roots[id] ?? id
            if markers[own]?.contains(marker) != true { markers[own, default: []].append(marker) }
        }
        known = Known(roots: roots, compliance: compliance, markers: markers)
    }

    private static func roots(_ session: Session, on day: Day) throws -> [ID<Premises>: ID<Premises>] {
        var merged: [ID<Premises>: ID<Premises>] = [:]
        try session.each("SELECT id, merged_into FROM premises WHERE merged_into IS NOT NULL AND merged_on <= \(day)") { row in
            let (id, into): (ID<Premises>, ID<Premises>) = (try row.next(), try row.next())
            merged[id] = into
        }
        return Dictionary(uniqueKeysWithValues: merged.keys.map { start -> (ID<Premises>, ID<Premises>) in
            var (id, steps) = (start, 0)
            while let into = merged[id], steps < merged.count { (id, steps) = (into, steps + 1) }
            return (start, id)
        })
    }

    /// The premises that these counted as on the day.
    func root(of id: ID<Premises>) -> ID<Premises> { known.roots[id] ?? id }

    /// Only what the arithmetic needs, for sums over all.
    public func eachFacts(_ body: (ID<Premises>, RiskFacts) throws -> Void) throws {
        try pieces("id, type, storeys, height, sleeping") { row in
            let id: ID<Premises> = try row.next()
            try body(id, try facts(id, &row))
            return id
        }
    }

    public func each(_ body: (StockItem) throws -> Void) throws {
        try pieces("id, reference, name, area, type, storeys, height, sleeping") { row in
            let (id, reference, name, area): (ID<Premises>, String, String, String?) = (try row.next(), try row.next(), try row.next(), try row.next())
            try body(StockItem(id: id, reference: reference, name: name, area: area, facts: try facts(id, &row)))
            return id
        }
    }

    /// Some of them by their numbers. Neither engine takes very many values in one statement.
    func items(_ ids: [ID<Premises>]) throws -> [ID<Premises>: StockItem] {
        var found: [ID<Premises>: StockItem] = [:]
        for start in stride(from: 0, to: ids.count, by: 5000) {
            try session.each("""
                SELECT id, reference, name, area, type, storeys, height, sleeping FROM premises WHERE id IN (\(list: Array(ids[start..<min(start + 5000, ids.count)])))
                """) { row in
                let (id, reference, name, area): (ID<Premises>, String, String, String?) = (try row.next(), try row.next(), try row.next(), try row.next())
                found[id] = StockItem(id: id, reference: reference, name: name, area: area, facts: try facts(id, &row))
            }
        }
        return found
    }

    private func facts(_ id: ID<Premises>, _ row: inout Row) throws -> RiskFacts {
        let (type, storeys, height, sleeping): (PremisesType, Int?, Int64?, Bool?) = (try row.next(), try row.next(), try row.next(), try row.next())
        return RiskFacts(type: type, storeys: storeys, height: height.map { Hundredths($0) }, sleeping: sleeping, compliance: known.compliance[id], markers: known.markers[id] ?? [])
    }

    /// PostgreSQL fetches an answer whole, so all are asked for in pieces.
    private func pieces(_ columns: SQL, _ body: (inout Row) throws -> ID<Premises>) throws {
        let size = 20_000
        var last = ID<Premises>(0)
        while true {
            var count = 0
            try session.each("""
                SELECT \(columns) FROM premises WHERE id > \(last) AND since_on <= \(day) AND (merged_into IS NULL OR merged_on > \(day)) ORDER BY id LIMIT \(size)
                """) { row in
                last = try body(&row)
                count += 1
            }
            guard count == size else { return }
        }
    }
}
