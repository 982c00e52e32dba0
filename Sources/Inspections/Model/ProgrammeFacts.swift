public import Kernel
public import People

/// A programme on a day with all that is recorded about it.
public struct ProgrammeFacts: Sendable {
    public let programme: Programme
    public let day: Day
    /// By the officers' names.
    public let capacities: [OfficerCapacity]
    /// Those that were made by the day, the first first; without their entries.
    public let plans: [YearPlan]
    public let adoptions: [YearPlanAdoption]
    public let months: [PlannedMonth]
    /// The one that is looked at, with its entries; nil while none was made.
    public let plan: YearPlan?
    public let names: [ID<Party>: String]
    /// Who made and adopted them, as people know them.
    public let makers: [String: String]
    /// The last day on which an officer is authorised; without one where no end is set.
    public let authorisedUntil: [ID<Party>: Day]

    public func adoption(of plan: YearPlan) -> YearPlanAdoption? { adoptions.first { $0.plan == plan.id } }

    /// The one that is worked by: the latest that was adopted.
    public var inForce: YearPlan? { plans.last { adoption(of: $0) != nil } }

    public func standing(of plan: YearPlan) -> YearPlanStanding {
        guard adoption(of: plan) != nil else { return plan.number < (plans.last?.number ?? 0) ? .overtaken : .draft }
        return plan.id == inForce?.id ? .adopted : .replaced
    }

    /// How many audits of a month were planned already, by the months' own records.
    public func planned(in month: Day) -> Int { months.filter { $0.month == month }.reduce(0) { $0 + $1.audits.count } }
    public func wasPlanned(_ month: Day) -> Bool { months.contains { $0.month == month } }
}

/// Where a plan of a year stands.
public enum YearPlanStanding: String, Codable, Sendable, CaseIterable {
    case draft
    /// A later one was made before anybody adopted it.
    case overtaken
    case adopted
    /// It was adopted, and another after it.
    case replaced

    public var words: String {
        switch self {
        case .draft: "Draft"
        case .overtaken: "Overtaken"
        case .adopted: "Adopted"
        case .replaced: "Replaced"
        }
    }
}
