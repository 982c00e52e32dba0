public import Kernel
public import People
public import Premises

/// A fire safety audit of premises, from the day it is planned: who goes, what was found against each article, and what follows.
public struct Audit: Codable, Equatable, Sendable {
    public let id: ID<Audit>
    public var version: Int
    /// `A-2026-0012`, made when it is planned and never given to another.
    public let reference: Reference
    public let premises: ID<Premises>
    /// Who carries it out: a person or a post.
    public var officer: ID<Party>
    public var kind: AuditKind
    public var origin: AuditOrigin
    public var complexity: AuditComplexity
    /// How much is at stake there, as it was known when it was planned. Nil where nobody knows, which counts as the most.
    public var band: AuditRisk?
    /// The day it is planned for.
    public var planned: Day
    /// What whoever plans it tells the officer.
    public var brief: String?
    /// The audit whose demands it follows up.
    public let follows: ID<Audit>?
    /// The day from which it stands here.
    public let since: Day
    public var sheet: AuditSheet
    public var completed: Day?
    public var abandoned: Day?
    /// Why it was given up.
    public var abandoning: String?
    /// The day of the last correction after it was completed, and why. The journal has them all.
    public var corrected: Day?
    public var correction: String?
    /// What its outcome opened elsewhere: an enforcement case.
    public var opened: Subject?

    public init(
        id: ID<Audit>, version: Int = 1, reference: Reference, premises: ID<Premises>, officer: ID<Party>, kind: AuditKind, origin: AuditOrigin,
        complexity: AuditComplexity, band: AuditRisk? = nil, planned: Day, brief: String? = nil, follows: ID<Audit>? = nil, since: Day, sheet: AuditSheet = AuditSheet()
    ) {
        (self.id, self.version, self.reference, self.premises, self.officer) = (id, version, reference, premises, officer)
        (self.kind, self.origin, self.complexity, self.band) = (kind, origin, complexity, band)
        (self.planned, self.brief, self.follows, self.since, self.sheet) = (planned, brief, follows, since, sheet)
    }

    /// Where it stands on a day, from its days alone.
    public func state(on day: Day) -> AuditState {
        if let abandoned, abandoned <= day { return .abandoned }
        if let completed, completed <= day { return .completed }
        if let carriedOut = sheet.carriedOut, carriedOut <= day { return .underWay }
        return .planned
    }

    /// What was planned, under the names of its form.
    ///
    /// - Parameters:
    ///   - officer: the officer's name.
    ///   - premises: the reference of the premises.
    func entries(officer: String, premises: String) -> [String: [String]] {
        [
            "premises": premises, "officer": officer, "kind": kind.rawValue, "origin": origin.rawValue, "complexity": complexity.rawValue, "band": band?.rawValue ?? "",
            "planned": planned.iso, "brief": brief ?? "",
        ].mapValues { [$0] }
    }
}

/// Where an audit stands.
public enum AuditState: String, Codable, Sendable, CaseIterable {
    case planned
    case underWay = "under-way"
    case completed, abandoned

    public var words: String {
        switch self {
        case .planned: "Planned"
        case .underWay: "Under way"
        case .completed: "Completed"
        case .abandoned: "Abandoned"
        }
    }

    public var isOpen: Bool { self == .planned || self == .underWay }
}

/// What a person enters to plan an audit, or to plan it anew. The premises stay as they were.
public struct NewAudit: Sendable, Equatable {
    /// The reference of premises on record.
    public var premises: String
    /// The name of a person or post on record.
    public var officer: String
    public var kind: AuditKind
    public var origin: AuditOrigin
    public var complexity: AuditComplexity
    public var band: AuditRisk?
    public var planned: Day
    public var brief: String?

    public init(
        premises: String, officer: String, kind: AuditKind = .full, origin: AuditOrigin = .programme, complexity: AuditComplexity = .simple, band: AuditRisk? = nil,
        planned: Day, brief: String? = nil
    ) {
        (self.premises, self.officer, self.kind, self.origin) = (premises, officer, kind, origin)
        (self.complexity, self.band, self.planned, self.brief) = (complexity, band, planned, brief)
    }

    public init(reading fields: inout Fields) {
        premises = fields.line("premises", "The premises", atMost: 200)
        officer = fields.line("officer", "The officer", atMost: 200)
        kind = fields.choice("kind", "Kind", default: .full)
        origin = fields.choice("origin", "How it came", default: .programme)
        complexity = fields.choice("complexity", "Complexity", default: .simple)
        band = fields.optionalChoice("band", "Risk", of: AuditRisk.self)
        planned = fields.day("planned", "Planned for")
        brief = fields.optionalText("brief", "Brief", atMost: 4000)
    }
}
