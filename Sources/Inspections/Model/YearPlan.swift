public import Kernel
public import People
public import Premises

/// Who audits which premises in which month of a year, as it was allotted once. It never changes: what is allotted anew is another edition.
public struct YearPlan: Codable, Equatable, Sendable {
    public let id: ID<YearPlan>
    public var version: Int
    public let programme: ID<Programme>
    /// 1, 2 and so on within its programme.
    public let number: Int
    /// The first day that it plans; what was before that is taken over as it was.
    public let from: Day
    public let content: YearPlanContent
    /// What is allotted and what is left out, in the order of premises.
    public var entries: [YearPlanEntry]
    public let made: Day
    /// Who made it, as the journal names them.
    public let by: String

    public init(
        id: ID<YearPlan>, version: Int = 1, programme: ID<Programme>, number: Int, from: Day, content: YearPlanContent, entries: [YearPlanEntry], made: Day, by: String
    ) {
        (self.id, self.version, self.programme, self.number, self.from) = (id, version, programme, number, from)
        (self.content, self.entries, self.made, self.by) = (content, entries, made, by)
    }

    public var allotted: [YearPlanEntry] { entries.filter { $0.officer != nil } }
    public var left: [YearPlanEntry] { entries.filter { $0.left != nil } }
}

/// What a plan of a year was made of, and how near it is to the best.
public struct YearPlanContent: Codable, Equatable, Sendable {
    public let setting: ProgrammeSetting
    /// The edition of the risk method.
    public let method: String
    /// `CBC 2.10.8`
    public let solver: String
    /// Whether none of those thought of is better.
    public let isBest: Bool
    /// By how many per cent of what its audits are worth another could be better, at the most; nil where nobody knows.
    public let gap: Hundredths?
    public let targets: [AuditProgramme.TargetReached]
    public let officers: [OfficerHours]

    public struct OfficerHours: Codable, Equatable, Sendable {
        public let officer: ID<Party>
        /// For each quarter, the hours free for the programme and those allotted.
        public let free: [Hundredths]
        public let planned: [Hundredths]
    }

    /// `None of those thought of is better.`
    public var nearness: String {
        if isBest { return "None of those thought of is better." }
        return gap.map { "Another may be better by \($0.plain)% at the most." } ?? "The time was up, and nobody knows by how much another may be better."
    }
}

/// One premises in the plan of a year: to be audited by somebody in a month, or left out.
public struct YearPlanEntry: Codable, Equatable, Sendable {
    public typealias Left = AuditProgramme.LeftOut.Reason

    public let premises: ID<Premises>
    public let kind: AuditKind
    public let complexity: AuditComplexity
    public let band: AuditRisk
    public let why: Why
    /// The title of the theme it is audited for.
    public let theme: String?
    public let officer: ID<Party>?
    /// The first day of the month.
    public let month: Day?
    /// Why nobody audits it; nil where somebody does.
    public let left: Left?

    /// Why premises are in the programme of a year.
    public enum Why: String, Codable, Sendable, CaseIterable {
        case due, theme, sample, target

        public var words: String {
            switch self {
            case .due: "Due by the method"
            case .theme: "Theme"
            case .sample: "Random sample"
            case .target: "For a target"
            }
        }

        var origin: AuditOrigin {
            switch self {
            case .due, .target: .programme
            case .theme: .theme
            case .sample: .lowRiskSample
            }
        }
    }

    public init(
        premises: ID<Premises>, kind: AuditKind, complexity: AuditComplexity, band: AuditRisk, why: Why, theme: String? = nil, officer: ID<Party>? = nil, month: Day? = nil, left: Left? = nil
    ) {
        (self.premises, self.kind, self.complexity, self.band, self.why) = (premises, kind, complexity, band, why)
        (self.theme, self.officer, self.month, self.left) = (theme, officer, month, left)
    }
}

extension AuditProgramme.LeftOut.Reason {
    public var words: String { self == .noHours ? "No hours left" : "Nobody authorised" }
}

/// That the plan of a year was adopted: from then on it is what is worked by.
public struct YearPlanAdoption: Codable, Equatable, Sendable {
    public let id: ID<YearPlanAdoption>
    public var version: Int
    public let programme: ID<Programme>
    public let plan: ID<YearPlan>
    public let on: Day
    public let by: String

    public init(id: ID<YearPlanAdoption>, version: Int = 1, programme: ID<Programme>, plan: ID<YearPlan>, on: Day, by: String) {
        (self.id, self.version, self.programme, self.plan, self.on, self.by) = (id, version, programme, plan, on, by)
    }
}

/// That the audits of one month were planned, as the adopted plan had them.
public struct PlannedMonth: Codable, Equatable, Sendable {
    public let id: ID<PlannedMonth>
    public var version: Int
    public let programme: ID<Programme>
    public let plan: ID<YearPlan>
    /// Its first day.
    public let month: Day
    public let on: Day
    public let by: String
    public var audits: [ID<Audit>]

    public init(id: ID<PlannedMonth>, version: Int = 1, programme: ID<Programme>, plan: ID<YearPlan>, month: Day, on: Day, by: String, audits: [ID<Audit>]) {
        (self.id, self.version, self.programme, self.plan, self.month) = (id, version, programme, plan, month)
        (self.on, self.by, self.audits) = (on, by, audits)
    }
}
