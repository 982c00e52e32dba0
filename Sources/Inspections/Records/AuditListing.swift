import Kernel
import People
import Premises
import Storage

/// Some audits in an order, known by their numbers until their page is read.
struct AuditListing {
    let ids: [ID<Audit>]
    fileprivate let session: Session
    fileprivate let neighbours: AuditNeighbours

    /// What is recorded about some of them, in their order.
    func facts(_ some: some Collection<ID<Audit>>) throws -> [AuditFacts] {
        // A statement has room for so many numbers.
        let some = Array(some)
        return try stride(from: 0, to: some.count, by: 5_000).flatMap { start in
            let piece = some[start..<min(start + 5_000, some.count)]
            let found = Dictionary(uniqueKeysWithValues: try session.auditFacts(numbered: Array(piece), neighbours).map { ($0.audit.id, $0) })
            return piece.compactMap { found[$0] }
        }
    }

    var all: [AuditFacts] { get throws { try facts(ids) } }
}

extension Session {
    /// The audits asked for that were there on a day, in the order asked for; else the latest first.
    ///
    /// - Parameter own: the parties whose audits are one's own.
    func audits(_ filter: AuditFilter, own: Set<ID<Party>>, on day: Day, _ neighbours: AuditNeighbours = .none) throws -> AuditListing {
        let clause = "FROM audit WHERE \(try filter.condition(own: own, on: day, self)) \(filter.ordering(on: day))" as SQL
        guard let words = filter.words else { return AuditListing(ids: try column("SELECT id \(clause)"), session: self, neighbours: neighbours) }
        let places = Dictionary(uniqueKeysWithValues: try all(Premises.self, "WHERE id IN (SELECT premises FROM audit WHERE \(filter.condition(own: own, on: day, self)))").map {
            ($0.id, "\($0.line) \($0.reference.text)")
        })
        let names = try Parties(self).names()
        var ids: [ID<Audit>] = []
        try each("SELECT id, reference, premises, officer \(clause)") { row in
            let (id, reference, premises, officer): (ID<Audit>, Reference, ID<Premises>, ID<Party>) = (try row.next(), try row.next(), try row.next(), try row.next())
            if [reference.text, places[premises] ?? "", names[officer] ?? ""].joined(separator: " ").holds(words: words) { ids.append(id) }
        }
        return AuditListing(ids: ids, session: self, neighbours: neighbours)
    }

    /// The officers of all audits by name, and the offices that they, or whoever held their posts, were ever in.
    func auditOfficersAndOffices() throws -> (officers: [String], offices: [String]) {
        let officers: [String] = try column("SELECT name FROM party WHERE id IN (SELECT officer FROM audit) ORDER BY name")
        let offices: [String] = try column("""
            SELECT DISTINCT name FROM party WHERE id IN (SELECT team FROM membership WHERE person IN (SELECT officer FROM audit)
                OR person IN (SELECT person FROM holding WHERE post IN (SELECT officer FROM audit))) ORDER BY name
            """)
        return (officers, offices)
    }
}

extension AuditFilter {
    /// The day on which it was carried out, or is planned for.
    private static let day: SQL = "COALESCE(carried_out_on, planned_on)"

    private static func isIn(_ state: AuditState, on day: Day) -> SQL {
        let isOpen: SQL = "((abandoned_on IS NULL OR abandoned_on > \(day)) AND (completed_on IS NULL OR completed_on > \(day)))"
        return switch state {
        case .abandoned: "(abandoned_on IS NOT NULL AND abandoned_on <= \(day))"
        case .completed: "(completed_on IS NOT NULL AND completed_on <= \(day))"
        case .underWay: "(\(isOpen) AND carried_out_on IS NOT NULL AND carried_out_on <= \(day))"
        case .planned: "(\(isOpen) AND (carried_out_on IS NULL OR carried_out_on > \(day)))"
        }
    }

    /// What is asked of an audit, but for words.
    func condition(own: Set<ID<Party>>, on day: Day, _ session: Session) throws -> SQL {
        var sql: SQL = "since_on <= \(day)"
        if whose != nil { sql += " AND officer IN (\(list: own.sorted()))" }
        if let state {
            sql += state == Self.openWord
                ? " AND (\(Self.isIn(.planned, on: day)) OR \(Self.isIn(.underWay, on: day)))" : AuditState(rawValue: state).map { " AND \(Self.isIn($0, on: day))" } ?? ""
        }
        if let kind { sql += " AND kind = \(kind)" }
        if let result { sql += " AND \(Self.isIn(.completed, on: day)) AND result = \(result)" }
        if let outcome { sql += " AND \(Self.isIn(.completed, on: day)) AND id IN (SELECT audit FROM audit_outcome WHERE outcome = \(outcome))" }
        if let type { sql += " AND premises IN (SELECT id FROM premises WHERE type = \(type))" }
        if let officer { sql += " AND officer IN (SELECT id FROM party WHERE key = \(Party.key(officer)))" }
        if let office {
            sql += """
                 AND EXISTS (SELECT 1 FROM membership m WHERE m.team IN (SELECT id FROM party WHERE kind = \(PartyKind.team) AND name = \(office))
                    AND m.from_on <= \(Self.day) AND (m.through_on IS NULL OR m.through_on >= \(Self.day))
                    AND (m.person = audit.officer OR m.person IN (SELECT h.person FROM holding h WHERE h.post = audit.officer
                        AND h.from_on <= \(Self.day) AND (h.through_on IS NULL OR h.through_on >= \(Self.day)))))
                """
        }
        return sql
    }

    func ordering(on day: Day) -> SQL {
        let (up, down): (SQL, SQL) = isReversed && order != nil ? ("DESC", "ASC") : ("ASC", "DESC")
        let latest: SQL = "\(Self.day) \(down), id \(down)"
        return switch order {
        case nil: "ORDER BY \(latest)"
        case .reference: "ORDER BY id \(up)"
        case .premises: "ORDER BY (SELECT p.name_key FROM premises p WHERE p.id = audit.premises) \(up), \(latest)"
        case .officer: "ORDER BY (SELECT o.key FROM party o WHERE o.id = audit.officer) \(up), \(latest)"
        case .day: "ORDER BY \(Self.day) \(up), \(latest)"
        case .next: "ORDER BY CASE WHEN \(Self.isIn(.completed, on: day)) THEN COALESCE(next_due_on, '9999-12-31') ELSE '9999-12-31' END \(up), \(latest)"
        case .state:
            """
            ORDER BY CASE WHEN \(Self.isIn(.planned, on: day)) THEN \(Self.place(of: .planned)) WHEN \(Self.isIn(.underWay, on: day)) THEN \(Self.place(of: .underWay))
                WHEN \(Self.isIn(.completed, on: day)) THEN \(Self.place(of: .completed)) ELSE \(Self.place(of: .abandoned)) END \(up), \(latest)
            """
        }
    }

    private static func place(of state: AuditState) -> Int { AuditState.allCases.firstIndex(of: state) ?? 0 }
}
