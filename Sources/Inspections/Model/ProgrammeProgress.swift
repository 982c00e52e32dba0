public import Kernel
public import People
public import Premises

/// A completed audit as the progress of a year counts it.
public struct ProgrammeAudit: Equatable, Sendable {
    public let premises: ID<Premises>
    public let officer: ID<Party>
    public let kind: AuditKind
    public let origin: AuditOrigin
    public let carriedOut: Day
    /// On site and besides; nil where nobody wrote them down.
    public let hours: Quantity?

    public init(premises: ID<Premises>, officer: ID<Party>, kind: AuditKind, origin: AuditOrigin, carriedOut: Day, hours: Quantity?) {
        (self.premises, self.officer, self.kind, self.origin, self.carriedOut, self.hours) = (premises, officer, kind, origin, carriedOut, hours)
    }
}

/// How far the programme of a year is on a day, month by month, against the plan that is worked by.
public struct ProgrammeProgress: Sendable {
    /// What was planned and done in one month; what was done is nil of months that have not begun.
    public struct Month: Equatable, Sendable {
        public let month: Day
        /// As the first plan that was adopted had it.
        public let first: Int
        /// As the plan in force has it.
        public let planned: Int
        public let counts: Counts?
        /// Hours that officers have for audits of any origin.
        public let hours: Hundredths
    }

    public struct Counts: Equatable, Sendable {
        /// Audits of the plan's premises, each premises once.
        public var done = 0
        /// Other audits of the programme's origins: of premises that are not in the plan, or audited again.
        public var beside = 0
        public var demand: [AuditOrigin: Int] = [:]
        public var followUps = 0
        /// The hours of all of them, as officers wrote them down.
        public var hours = Quantity(0)
        /// Audits whose hours nobody wrote down.
        public var withoutHours = 0

        public var arrived: Int { demand.values.reduce(0, +) }
    }

    /// Audits of an officer or of a band.
    public struct Line: Equatable, Sendable {
        public var planned = 0
        /// Planned for months that are over.
        public var due = 0
        public var done = 0
    }

    public let facts: ProgrammeFacts
    public let months: [Month]
    /// By the officer who the plan has for them; what another did counts for the plan's.
    public let officers: [ID<Party>: Line]
    public let bands: [AuditRisk: Line]
    /// The day of each audit of the plan that was done.
    public let done: [Day]
    public let forecast: ProgrammeForecast

    /// - Parameter first: the entries of the plan that was adopted first.
    public init(_ facts: ProgrammeFacts, inForce: [YearPlanEntry], first: [YearPlanEntry], audits: [ProgrammeAudit]) {
        let (programme, day) = (facts.programme, facts.day)
        let entries = Dictionary(inForce.filter { $0.officer != nil }.map { ($0.premises, $0) }, uniquingKeysWith: { first, _ in first })
        var counts = Dictionary(uniqueKeysWithValues: programme.months.filter { $0 <= day }.map { ($0, Counts()) })
        var (officers, bands, done, seen): ([ID<Party>: Line], [AuditRisk: Line], [Day], Set<ID<Premises>>) = ([:], [:], [], [])
        for entry in entries.values {
            guard let officer = entry.officer, let month = entry.month else { continue }
            let isDue = month.endOfMonth <= day
            officers[officer, default: Line()].planned += 1
            bands[entry.band, default: Line()].planned += 1
            if isDue { officers[officer, default: Line()].due += 1; bands[entry.band, default: Line()].due += 1 }
        }
        for audit in audits.sorted(by: { $0.carriedOut < $1.carriedOut }) where programme.contains(audit.carriedOut) && audit.carriedOut <= day {
            let month = audit.carriedOut.startOfMonth
            counts[month, default: Counts()].add(audit, entry: entries[audit.premises], isFirst: !seen.contains(audit.premises))
            guard audit.isOfProgramme, let entry = entries[audit.premises], seen.insert(audit.premises).inserted else { continue }
            done.append(audit.carriedOut)
            if let officer = entry.officer { officers[officer, default: Line()].done += 1 }
            bands[entry.band, default: Line()].done += 1
        }
        let (planned, planning) = (Self.byMonth(inForce), Self.byMonth(first))
        months = programme.months.map { month in
            Month(month: month, first: planning[month] ?? 0, planned: planned[month] ?? 0, counts: counts[month], hours: facts.hours(in: month))
        }
        (self.facts, self.officers, self.bands, self.done) = (facts, officers, bands, done)
        forecast = ProgrammeForecast(
            done: months.map { $0.month.endOfMonth <= day ? $0.counts?.done ?? 0 : nil }, soFar: done.count, planned: entries.count, months: programme.months)
    }

    private static func byMonth(_ entries: [YearPlanEntry]) -> [Day: Int] { entries.reduce(into: [:]) { counts, entry in if let month = entry.month { counts[month, default: 0] += 1 } } }

    /// What was planned until the end of months that are over.
    public var due: Int { months.filter { $0.month.endOfMonth <= facts.day }.reduce(0) { $0 + $1.planned } }
    public var planned: Int { months.reduce(0) { $0 + $1.planned } }
}

extension ProgrammeAudit {
    /// Whether it does what the year's plan asks for.
    var isOfProgramme: Bool { origin.isOfProgramme && (kind == .full || kind == .short) }
}

extension AuditOrigin {
    /// Whether the year's programme asked for it, rather than something that happened.
    var isOfProgramme: Bool { self == .programme || self == .theme || self == .lowRiskSample }
}

extension ProgrammeProgress.Counts {
    mutating func add(_ audit: ProgrammeAudit, entry: YearPlanEntry?, isFirst: Bool) {
        if let own = audit.hours { hours = Quantity(millionths: hours.millionths + own.millionths) } else { withoutHours += 1 }
        if audit.kind == .followUp { followUps += 1 } else if ProgrammeSetting.demandOrigins.contains(audit.origin) { demand[audit.origin, default: 0] += 1 } else if audit.isOfProgramme, entry != nil, isFirst { done += 1 } else { beside += 1 }
    }
}

extension ProgrammeFacts {
    /// Hours that all officers have for audits in a month.
    func hours(in month: Day) -> Hundredths {
        let basis = ProgrammeBasis(begins: programme.begins, officers: [], hours: [:], premises: [], targets: [], demandPercent: 0)
        guard let quarter = basis.quarter(of: month) else { return .zero }
        return capacities.reduce(.zero) { sum, one in
            sum + one.inBasis.hours(in: month...month.endOfMonth, of: basis.quarters[quarter], one.away[quarter])
        }
    }
}

extension OfficerCapacity {
    /// Their time alone, without what they are authorised for.
    var inBasis: ProgrammeOfficer {
        var officer = ProgrammeOfficer(name: "", fte: fte, away: away, auditPercent: auditPercent, kinds: [], base: place)
        (officer.from, officer.until) = (from, until)
        return officer
    }
}
