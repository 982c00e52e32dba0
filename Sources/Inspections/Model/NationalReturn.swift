public import Kernel

/// What the national return counts of one kind of premises, or of all.
///
/// Only audits part into satisfactory and unsatisfactory. The other numbers overlap with these and with each other, so nothing here adds them up.
public struct ReturnCounts: Equatable, Sendable {
    public var audits = 0
    public var satisfactory = 0
    public var unsatisfactory = 0
    /// Audits after which deficiencies were notified without a notice.
    public var informal = 0
    /// Audits after which a notice of any kind was to follow.
    public var formal = 0
    public var enforcement = 0
    public var prohibition = 0
    public var alterations = 0
    /// Follow-ups that found satisfactory what the audit before had found unsatisfactory.
    public var madeSatisfactory = 0
    public var hours = Quantity(0)

    public init() {}

    /// As a publication has them.
    public init(
        audits: Int, satisfactory: Int, unsatisfactory: Int, informal: Int = 0, formal: Int = 0, enforcement: Int = 0, prohibition: Int = 0, alterations: Int = 0,
        madeSatisfactory: Int = 0, hours: Quantity = Quantity(0)
    ) {
        (self.audits, self.satisfactory, self.unsatisfactory, self.informal, self.formal) = (audits, satisfactory, unsatisfactory, informal, formal)
        (self.enforcement, self.prohibition, self.alterations, self.madeSatisfactory, self.hours) = (enforcement, prohibition, alterations, madeSatisfactory, hours)
    }

    /// Of the audits, how many were satisfactory.
    public var satisfactoryRate: ReturnRate { ReturnRate(satisfactory, of: audits) }
    public var unsatisfactoryRate: ReturnRate { ReturnRate(unsatisfactory, of: audits) }
    public var informalRate: ReturnRate { ReturnRate(informal, of: audits) }
    public var formalRate: ReturnRate { ReturnRate(formal, of: audits) }

    /// How many audits stand under more than one of satisfactory, informal and formal, at the least.
    public var overlap: Int { max(0, satisfactory + informal + formal - audits) }

    mutating func count(_ audit: ReturnedAudit) {
        audits += 1
        if audit.result == .satisfactory { satisfactory += 1 } else { unsatisfactory += 1 }
        if audit.outcomes.contains(where: \.isInformal) { informal += 1 }
        if audit.outcomes.contains(where: \.isFormal) { formal += 1 }
        if audit.outcomes.contains(.enforcementNotice) { enforcement += 1 }
        if audit.outcomes.contains(.prohibitionNotice) { prohibition += 1 }
        if audit.outcomes.contains(.alterationsNotice) { alterations += 1 }
        if audit.madeSatisfactory { madeSatisfactory += 1 }
        hours = Quantity(millionths: hours.millionths + audit.hours.millionths)
    }
}

/// A part of a whole, never without the whole.
public struct ReturnRate: Equatable, Sendable {
    public let part: Int
    public let whole: Int

    public init(_ part: Int, of whole: Int) { (self.part, self.whole) = (part, whole) }

    /// In tenths of one per cent, rounded half up; nil where there is no whole.
    public var tenths: Int? { whole > 0 ? (part * 2000 + whole) / (2 * whole) : nil }

    /// `63.4%`; nil where there is no whole.
    public var words: String? { tenths.map { "\($0 / 10).\($0 % 10)%" } }

    /// `63.4% (31,976 of 50,424)`
    public var withDenominator: String { words.map { "\($0) (\(grouped(part)) of \(grouped(whole)))" } ?? "None of none" }
}

/// What the return needs of one completed audit.
public struct ReturnedAudit: Sendable, Equatable {
    public let type: PremisesType
    public let completed: Day
    public let result: AuditResult
    public let outcomes: [AuditOutcome]
    public let hours: Quantity
    public let madeSatisfactory: Bool

    public init(type: PremisesType, completed: Day, result: AuditResult, outcomes: [AuditOutcome], hours: Quantity, madeSatisfactory: Bool = false) {
        (self.type, self.completed, self.result, self.outcomes) = (type, completed, result, outcomes)
        (self.hours, self.madeSatisfactory) = (hours, madeSatisfactory)
    }
}

/// The year of a return: it ends on 31 March.
public struct ReturnYear: Equatable, Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The calendar year in which it ends.
    public let ending: Int

    public init(ending: Int) { self.ending = ending }

    /// The one that a day falls in.
    public init(of day: Day) { ending = day.parts.month > 3 ? day.parts.year + 1 : day.parts.year }

    /// Reads the year in which it ends, `2026`, or `2025/26`.
    public init?(_ written: some StringProtocol) {
        let parts = String(written.trimmed).split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first), (2006...2198).contains(year) else { return nil }
        if parts.count == 1 { ending = year } else {
            guard parts.count == 2, parts[1] == padded((year + 1) % 100, to: 2) else { return nil }
            ending = year + 1
        }
    }

    public var from: Day { Day(ending - 1, 4, 1) ?? Day(number: 0) }
    public var through: Day { Day(ending, 3, 31) ?? Day(number: 0) }
    public func contains(_ day: Day) -> Bool { from <= day && day <= through }

    /// `2025/26`
    public var description: String { "\(ending - 1)/\(padded(ending % 100, to: 2))" }

    public static func < (a: ReturnYear, b: ReturnYear) -> Bool { a.ending < b.ending }
}

/// The national return of audits for one year, by the 17 kinds of premises and in all, as far as audits were completed by a day.
public struct NationalReturn: Sendable, Equatable {
    public let year: ReturnYear
    public let day: Day
    /// Every kind, in the order of the return; one without audits has noughts.
    public let rows: [(type: PremisesType, counts: ReturnCounts)]
    public let total: ReturnCounts

    public init(_ audits: [ReturnedAudit], year: ReturnYear, on day: Day) {
        let counted = audits.filter { year.contains($0.completed) && $0.completed <= day }
        let byType = Dictionary(grouping: counted, by: \.type)
        func sum(_ audits: [ReturnedAudit]) -> ReturnCounts { audits.reduce(into: ReturnCounts()) { $0.count($1) } }
        (self.year, self.day) = (year, day)
        rows = PremisesType.allCases.map { ($0, sum(byType[$0] ?? [])) }
        total = sum(counted)
    }

    /// Whether the year was over by the day.
    public var isWhole: Bool { day >= year.through }

    public static func == (a: NationalReturn, b: NationalReturn) -> Bool {
        a.year == b.year && a.day == b.day && a.total == b.total && a.rows.map(\.counts) == b.rows.map(\.counts)
    }
}
