public import Kernel
public import Premises
public import Storage

extension Session {
    /// Hands over what was found of compliance by a day, under the number of the premises at which it was found, by premises and then by day.
    ///
    /// This is the one place from which the risk method learns of it: what was noted by hand, and the worst of what each completed audit found.
    ///
    /// - Parameter premises: the only ones to look for; all when nil.
    func eachKnownCompliance(by day: Day, of premises: [ID<Premises>]? = nil, _ body: (ID<Premises>, KnownCompliance) throws -> Void) throws {
        let known: SQL = """
            SELECT premises, level, found_on, 0 AS source, id FROM noted_compliance WHERE found_on <= \(day) AND struck IS NULL
            UNION ALL SELECT audit.premises, MAX(audit_finding.level), audit.carried_out_on, 1, audit.id FROM audit JOIN audit_finding ON audit_finding.audit = audit.id
            WHERE audit.completed_on <= \(day) GROUP BY audit.id, audit.premises, audit.carried_out_on
            """
        var narrowed: SQL = ""
        if let premises { narrowed = "WHERE premises IN (\(list: premises))" }
        try each("SELECT premises, level, found_on FROM (\(known)) known \(narrowed) ORDER BY premises, found_on, source, id") { row in
            let (premises, level, found): (ID<Premises>, Int, Day) = (try row.next(), try row.next(), try row.next())
            if let known = KnownCompliance(level: level, on: found) { try body(premises, known) }
        }
    }

    /// What is known of premises on a day, by the risk method: their own and that of what counted as them.
    public func riskFacts(of premises: Premises, on day: Day) throws -> RiskFacts {
        let numbers = try numbers(of: premises, on: day)
        var latest: KnownCompliance?
        try eachKnownCompliance(by: day, of: numbers) { _, known in if latest.map({ $0.on <= known.on }) ?? true { latest = known } }
        let markers = try all(PremisesMarker.self, "WHERE premises IN (\(list: numbers)) ORDER BY premises, since_on, id").filter { $0.holds(on: day) }.map(\.marker)
        return RiskFacts(
            type: premises.type, storeys: premises.storeys, height: premises.height, sleeping: premises.sleeping, compliance: latest, markers: markers.withoutRepeats)
    }

    /// The numbers that premises were known by on a day: their own, and those of what counted as them by then.
    private func numbers(of premises: Premises, on day: Day) throws -> [ID<Premises>] {
        let merged = try merged(into: [premises.id]).filter { $0.isMerged(on: day) }
        var (known, next) = (Set([premises.id]), merged)
        repeat {
            next = merged.filter { !known.contains($0.id) && $0.mergedInto.map(known.contains) ?? false }
            known.formUnion(next.map(\.id))
        } while !next.isEmpty
        return known.sorted()
    }
}

extension [String] {
    /// Each once, in the order in which it first stands there.
    var withoutRepeats: [String] {
        var met: Set<String> = []
        return filter { met.insert($0).inserted }
    }
}
