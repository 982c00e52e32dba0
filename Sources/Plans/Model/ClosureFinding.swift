public import Kernel
public import People

/// What is said of one finding at the closing of its plan, where it is not what is said of the whole.
public struct ClosureFinding: Codable, Equatable, Sendable {
    public let id: ID<ClosureFinding>
    public var version: Int
    public let plan: ID<Plan>
    public let closure: ID<PlanClosure>
    public let finding: ID<Finding>
    /// What may still go wrong with it; nil where what is said of the plan holds.
    public let residualRisk: String?
    /// Who looks after it; nil where whoever looks after the plan does.
    public let onwardOwner: ID<Party>?
    /// The day on which they look at it again; nil where it is the plan's.
    public let reviewOn: Day?

    public init(
        id: ID<ClosureFinding>, version: Int = 1, plan: ID<Plan>, closure: ID<PlanClosure>, finding: ID<Finding>, residualRisk: String? = nil,
        onwardOwner: ID<Party>? = nil, reviewOn: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.closure = closure
        self.finding = finding
        self.residualRisk = residualRisk
        self.onwardOwner = onwardOwner
        self.reviewOn = reviewOn
    }
}

/// Somebody looked again at what a closed plan left behind, and perhaps said when it is looked at next.
public struct ClosureLook: Codable, Equatable, Sendable {
    public let id: ID<ClosureLook>
    public var version: Int
    public let plan: ID<Plan>
    public let closure: ID<PlanClosure>
    /// The finding that was looked at; nil for all that have no review day of their own.
    public let finding: ID<Finding>?
    public let on: Day
    public let by: String
    /// What they found.
    public let words: String
    /// The day on which it is looked at next; nil where it need not be.
    public let reviewOn: Day?

    public init(
        id: ID<ClosureLook>, version: Int = 1, plan: ID<Plan>, closure: ID<PlanClosure>, finding: ID<Finding>? = nil, on day: Day, by: String, words: String,
        reviewOn: Day? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.closure = closure
        self.finding = finding
        on = day
        self.by = by
        self.words = words
        self.reviewOn = reviewOn
    }
}

/// What somebody enters who looked again.
public struct NewClosureLook: Sendable, Equatable {
    /// The reference of the finding; nil for all that have no review day of their own.
    public var finding: String?
    public var on: Day
    public var words: String
    public var reviewOn: Day?

    public init(finding: String? = nil, on day: Day, words: String, reviewOn: Day? = nil) {
        self.finding = finding
        on = day
        self.words = words
        self.reviewOn = reviewOn
    }

    public init(reading fields: inout Fields, today: Day) {
        finding = fields.optionalLine("finding", "Finding", atMost: 40)
        on = fields.optionalDay("on", "The day it was looked at") ?? today
        words = fields.text("words", "What was found", atMost: 8000)
        reviewOn = fields.optionalDay("review-on", "The day it is looked at next")
        if on > today { fields.refuse("on", "\(on) has not come yet. Give today or an earlier day.") }
        if let reviewOn, reviewOn <= on { fields.refuse("review-on", "\(reviewOn) is not after the day it was looked at, \(on).") }
    }
}
