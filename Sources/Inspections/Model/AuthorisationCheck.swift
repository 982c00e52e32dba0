public import Kernel

/// What an audit asks of whoever carries it out.
public struct AuthorisationDemand: Equatable, Sendable {
    public var kind: AuditKind
    public var complexity: AuditComplexity
    /// Nil where nobody knows, which counts as the most.
    public var band: AuditRisk?
    public var sleeping: Bool

    public init(kind: AuditKind, complexity: AuditComplexity, band: AuditRisk?, sleeping: Bool) {
        (self.kind, self.complexity, self.band, self.sleeping) = (kind, complexity, band, sleeping)
    }
}

extension AuthorisationLevel {
    /// Every reason why an audit goes beyond it, each in a sentence; none where it is allowed.
    public func whyNot(_ demand: AuthorisationDemand) -> [String] {
        var reasons: [String] = []
        if !kinds.contains(demand.kind) { reasons.append("\(name) does not go as far as this kind: \(demand.kind.words.lowercased()).") }
        if demand.complexity > complexity { reasons.append("\(name) goes as far as \(complexity.words.lowercased()) premises, and these are \(demand.complexity.words.lowercased()).") }
        let risk = demand.band ?? .veryHigh
        if risk > band {
            let what = demand.band.map { "that of these is \($0.words.lowercased())" } ?? "that of these is not known, which counts as very high"
            reasons.append("\(name) goes as far as \(band.words.lowercased()) risk, and \(what).")
        }
        if demand.sleeping, !sleeping { reasons.append("\(name) leaves out premises in which people sleep, and people sleep in these.") }
        return reasons
    }

    public func allows(_ demand: AuthorisationDemand) -> Bool { whyNot(demand).isEmpty }
}

/// The authorisations of one officer with the wordings of the levels that there are.
public struct OfficerAuthorisations: Sendable {
    public let officer: String
    public let held: [Authorisation]
    public let levels: [AuthorisationLevel]

    public init(officer: String, held: [Authorisation], levels: [AuthorisationLevel]) { (self.officer, self.held, self.levels) = (officer, held, levels) }

    /// The levels that they have on a day, as they are worded then.
    public func levels(on day: Day) -> [AuthorisationLevel] {
        let codes = Set(held.filter { $0.holds(on: day) }.map(\.level))
        return levels.filter { codes.contains($0.code) && $0.stands(on: day) }
    }

    /// Every reason why they may not carry out an audit on a day, by the level that comes nearest to it; none where they may.
    public func whyNot(_ demand: AuthorisationDemand, on day: Day) -> [String] {
        let standing = levels(on: day)
        guard !standing.isEmpty else {
            let lapsed = held.compactMap(\.until).filter { $0 < day }.max()
            return ["\(officer) has no authorisation on \(day)\(lapsed.map { ": the last ended on \($0)" } ?? "")."]
        }
        return standing.map { $0.whyNot(demand) }.min { $0.count < $1.count } ?? []
    }
}
