public import Kernel
import Premises

/// One premises in a plan of a year as a list shows it: who goes when, and how it stands on a day.
public struct AllotmentLine: Sendable {
    public let entry: YearPlanEntry
    /// The reference of the premises.
    public let reference: String
    public let name: String
    public let type: PremisesType
    public let officer: String?
    public let standing: AllotmentStanding
    /// The reference of the audit that was made of it, and its day.
    public let audit: String?
    public let day: Day?
}

/// How a part of a plan stands on a day.
public enum AllotmentStanding: String, Codable, Sendable, CaseIterable {
    case done, planned
    /// Its month is over.
    case late
    case toCome = "to-come"
    case left

    public var words: String {
        switch self {
        case .done: "Done"
        case .planned: "Audit planned"
        case .late: "Late"
        case .toCome: "To come"
        case .left: "Left out"
        }
    }
}

/// Which parts of a plan are shown and in which order, as the address says.
public struct AllotmentFilter: Sendable, Equatable {
    enum Order: String, CaseIterable, Sendable { case premises, officer, month, band, standing }

    public var whose: String?
    public var standing: AllotmentStanding?
    public var officer: String?
    public var month: Day?
    public var band: AuditRisk?
    public var why: YearPlanEntry.Why?
    public var type: PremisesType?
    public var words: String?
    public var sort: String?

    public init() {}

    var isNarrow: Bool { whose != nil || standing != nil || officer != nil || month != nil || band != nil || why != nil || type != nil || words != nil }

    /// - Parameter own: whether an officer’s part is one’s own.
    func shown(_ lines: [AllotmentLine], own: (YearPlanEntry) -> Bool = { _ in true }) -> [AllotmentLine] {
        let kept = lines.filter { (whose == nil || own($0.entry)) && keeps($0) }
        let order = sort.flatMap { Order(rawValue: $0.hasPrefix("-") ? String($0.dropFirst()) : $0) }
        let sorted: [AllotmentLine] = switch order {
        case nil, .month: kept.stablySorted { $0.entry.month?.number ?? .max }
        case .premises: kept.stablySorted { $0.name.lowercased() }
        case .officer: kept.stablySorted { $0.officer?.lowercased() ?? "~" }
        case .band: kept.stablySorted { line in -(AuditRisk.allCases.firstIndex(of: line.entry.band) ?? 0) }
        case .standing: kept.stablySorted { line in AllotmentStanding.allCases.firstIndex(of: line.standing) ?? 0 }
        }
        return order != nil && sort?.hasPrefix("-") == true ? sorted.reversed() : sorted
    }

    private func keeps(_ line: AllotmentLine) -> Bool {
        if let standing, line.standing != standing { return false }
        if let officer, line.officer?.lowercased() != officer.lowercased() { return false }
        if let month, line.entry.month != month { return false }
        if let band, line.entry.band != band { return false }
        if let why, line.entry.why != why { return false }
        if let type, line.type != type { return false }
        return words.map { [line.reference, line.name, line.officer ?? "", line.entry.theme ?? "", line.audit ?? ""].joined(separator: " ").holds(words: $0) } ?? true
    }
}
