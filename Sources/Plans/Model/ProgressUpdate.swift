public import Kernel

/// What an owner said about an action, speaking of a day.
public struct ProgressUpdate: Codable, Equatable, Sendable {
    public let id: ID<ProgressUpdate>
    public var version: Int
    public let plan: ID<Plan>
    public let action: ID<Action>
    public let asOf: Day
    public let narrative: String
    /// The colour the owner gives it, which stands beside the computed one.
    public let stated: Colour?
    /// When the owner expects it to be done.
    public let forecast: Day?
    /// Who said it: `person/3`, or `operator`.
    public let by: String

    public init(
        id: ID<ProgressUpdate>, version: Int = 1, plan: ID<Plan>, action: ID<Action>, asOf: Day, narrative: String,
        stated: Colour? = nil, forecast: Day? = nil, by: String
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.action = action
        self.asOf = asOf
        self.narrative = narrative
        self.stated = stated
        self.forecast = forecast
        self.by = by
    }
}

/// The owner says that the work is done, on a day. Whether anyone has verified it is another fact.
public struct Completion: Codable, Equatable, Sendable {
    public let id: ID<Completion>
    public var version: Int
    public let plan: ID<Plan>
    public let action: ID<Action>
    /// The day the work was done.
    public let on: Day
    public let narrative: String?
    public let by: String
    /// The day the action was reopened: it was not done after all.
    public var reopenedOn: Day?

    public init(
        id: ID<Completion>, version: Int = 1, plan: ID<Plan>, action: ID<Action>, on: Day, narrative: String? = nil,
        by: String, reopenedOn: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.action = action
        self.on = on
        self.narrative = narrative
        self.by = by
        self.reopenedOn = reopenedOn
    }

    public func holds(on day: Day) -> Bool { on <= day && reopenedOn.map { $0 > day } ?? true }
}

/// A finding or an action was taken out of its plan, for a reason. Nothing is ever deleted.
public struct Withdrawal: Codable, Equatable, Sendable {
    public let id: ID<Withdrawal>
    public var version: Int
    public let plan: ID<Plan>
    /// One of the two is set.
    public let finding: ID<Finding>?
    public let action: ID<Action>?
    public let on: Day
    public let because: String
    /// The day it was put back.
    public var restoredOn: Day?

    public init(
        id: ID<Withdrawal>, version: Int = 1, plan: ID<Plan>, finding: ID<Finding>? = nil, action: ID<Action>? = nil,
        on: Day, because: String, restoredOn: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.finding = finding
        self.action = action
        self.on = on
        self.because = because
        self.restoredOn = restoredOn
    }

    public func holds(on day: Day) -> Bool { on <= day && restoredOn.map { $0 > day } ?? true }
}
