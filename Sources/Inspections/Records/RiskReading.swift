public import Kernel
public import Premises
public import Storage

extension Session {
    /// An edition of the risk method by its number.
    ///
    /// - Throws: `risk-edition-not-found`
    public func riskEdition(_ id: ID<RiskEdition>) throws -> RiskEdition { try first(RiskEdition.self, "WHERE id = \(id)", or: Refusal.noEdition("\(id)")) }

    /// An edition by what its cover says, or by its number.
    ///
    /// - Throws: `risk-edition-not-found`
    public func riskEdition(named name: String) throws -> RiskEdition {
        if let found = try first(RiskEdition.self, "WHERE edition_key = \(name.lowercased())") { return found }
        guard let number = Int64(name) else { throw Refusal.noEdition(name) }
        return try riskEdition(ID(number))
    }

    /// All editions that were here by a day, as they were recorded.
    public func riskEditions(on day: Day) throws -> [RiskEdition] { try all(RiskEdition.self, "WHERE since_on <= \(day) OR adopted_on <= \(day) ORDER BY id") }

    /// The edition by which premises are scored on a day; nil where none was adopted.
    public func riskEdition(inForceOn day: Day) throws -> RiskEdition? { try all(RiskEdition.self, "WHERE adopted_on <= \(day) ORDER BY id").inForce(on: day) }

    /// The same, for what can’t be done without one.
    ///
    /// - Throws: `no-risk-method`
    public func riskMethodInForce(on day: Day) throws -> RiskEdition {
        guard let edition = try riskEdition(inForceOn: day) else {
            throw Refusal.missing("no-risk-method", "No edition of the risk method was adopted by \(day), so premises have no score. A manager drafts one and adopts it.")
        }
        return edition
    }

    /// The markers that any edition has, each once, as the latest edition has it.
    public func markerKinds() throws -> [RiskMarkerKind] {
        var (kinds, met) = ([RiskMarkerKind](), Set<String>())
        for edition in try all(RiskEdition.self, "ORDER BY id DESC") { kinds += edition.method.markers.filter { met.insert($0.code).inserted } }
        return kinds
    }

    /// The markers that were ever put on premises, and on what was merged into them, as they were put.
    public func markers(of premises: Premises) throws -> [PremisesMarker] {
        try all(PremisesMarker.self, "WHERE premises IN (\(list: numbers(of: premises))) ORDER BY since_on, id")
    }

    /// - Throws: `marker-not-found`
    func marker(_ id: ID<PremisesMarker>, of premises: Premises) throws -> PremisesMarker {
        try first(
            PremisesMarker.self, "WHERE id = \(id) AND premises IN (\(list: numbers(of: premises)))",
            or: Refusal.missing("marker-not-found", "\(premises.name) has no marker of the number \(id)."))
    }

    /// What was noted of premises, and of what was merged into them, the latest first; what is struck out too.
    public func notedCompliance(of premises: Premises) throws -> [NotedCompliance] {
        try all(NotedCompliance.self, "WHERE premises IN (\(list: numbers(of: premises))) ORDER BY found_on DESC, id DESC")
    }

    /// - Throws: `noted-compliance-not-found`
    func notedCompliance(_ id: ID<NotedCompliance>, of premises: Premises) throws -> NotedCompliance {
        try first(
            NotedCompliance.self, "WHERE id = \(id) AND premises IN (\(list: numbers(of: premises)))",
            or: Refusal.missing("noted-compliance-not-found", "Nothing is noted of \(premises.name) under the number \(id)."))
    }
}

extension Refusal {
    fileprivate static func noEdition(_ name: String) -> Refusal {
        .missing("risk-edition-not-found", "There is no edition “\(name.prefix(60))” of the risk method. The list of methods shows those there are.")
    }
}
