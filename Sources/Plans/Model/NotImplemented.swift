public import Kernel

/// An action, or a finding with all that is open of it, is closed without being done: somebody decided so, and says why.
public struct NotImplemented: Codable, Equatable, Sendable {
    public let id: ID<NotImplemented>
    public var version: Int
    public let plan: ID<Plan>
    /// One of the two is set.
    public let finding: ID<Finding>?
    public let action: ID<Action>?
    public let on: Day
    public let because: String
    /// Who decided it.
    public let by: String
    /// The day it was reopened: it is wanted after all.
    public var reopenedOn: Day?
    public var reopenedBecause: String?

    public init(
        id: ID<NotImplemented>, version: Int = 1, plan: ID<Plan>, finding: ID<Finding>? = nil, action: ID<Action>? = nil, on: Day,
        because: String, by: String, reopenedOn: Day? = nil, reopenedBecause: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.finding = finding
        self.action = action
        self.on = on
        self.because = because
        self.by = by
        self.reopenedOn = reopenedOn
        self.reopenedBecause = reopenedBecause
    }

    public func holds(on day: Day) -> Bool { on <= day && reopenedOn.map { $0 > day } ?? true }
}
