public import Kernel
public import People

/// A plan is closed: a manager proposed it with a decision for each thing that is open, and somebody else agreed.
public struct PlanClosure: Asked, Codable, Equatable, Sendable {
    public let id: ID<PlanClosure>
    public var version: Int
    public let plan: ID<Plan>
    /// Why it can be closed, for those who read the report.
    public let words: String
    /// What may still go wrong.
    public let residualRisk: String
    /// Who looks after it from then on.
    public let onwardOwner: ID<Party>
    /// The day on which they look at it again.
    public let reviewOn: Day
    /// What a board decided about it: `decision/12`.
    public var decision: Subject?
    public let askedOn: Day
    public let askedBy: String
    public var decidedOn: Day?
    public var decidedBy: String?
    public var outcome: AskedOutcome?
    public var answer: String?
    /// The day the plan was reopened.
    public var reopenedOn: Day?
    public var reopenedBecause: String?

    public init(
        id: ID<PlanClosure>, version: Int = 1, plan: ID<Plan>, words: String, residualRisk: String, onwardOwner: ID<Party>, reviewOn: Day,
        decision: Subject? = nil, askedOn: Day, askedBy: String, decidedOn: Day? = nil, decidedBy: String? = nil, outcome: AskedOutcome? = nil,
        answer: String? = nil, reopenedOn: Day? = nil, reopenedBecause: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.words = words
        self.residualRisk = residualRisk
        self.onwardOwner = onwardOwner
        self.reviewOn = reviewOn
        self.decision = decision
        self.askedOn = askedOn
        self.askedBy = askedBy
        self.decidedOn = decidedOn
        self.decidedBy = decidedBy
        self.outcome = outcome
        self.answer = answer
        self.reopenedOn = reopenedOn
        self.reopenedBecause = reopenedBecause
    }

    /// Whether the plan is closed by it on a day.
    public func holds(on day: Day) -> Bool {
        outcome == .agreed && decidedOn.map { $0 <= day } ?? false && reopenedOn.map { $0 > day } ?? true
    }

    public func refusal(decidedOn day: Day, as outcome: AskedOutcome) -> Refusal {
        .conflict("closure-decided-already", "This was decided on \(day): \(outcome.words).")
    }
}

/// What is decided, at the closing of a plan, about one of its actions.
public struct ClosureItem: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// It goes on under another plan.
        case carriedForward = "carried-forward"
        case notImplemented = "not-implemented"
        /// Its owner says that it is done, nobody verified it, and it is left at that.
        case onItsWord = "on-its-word"

        public var words: String {
            switch self {
            case .carriedForward: "Carried forward"
            case .notImplemented: "Closed, not implemented"
            case .onItsWord: "Closed on the owner’s word"
            }
        }

        /// Whether it can be said of an action as that stands: what is done is not given up, and what is open is on nobody’s word.
        func fits(_ view: ActionView) -> Bool {
            switch self {
            case .carriedForward: true
            case .notImplemented: view.completion == nil
            case .onItsWord: view.completion != nil
            }
        }
    }

    public let id: ID<ClosureItem>
    public var version: Int
    public let plan: ID<Plan>
    public let closure: ID<PlanClosure>
    public let action: ID<Action>
    public let kind: Kind
    public let because: String
    /// Where it goes on; set where it is carried forward, and nowhere else.
    public let onto: ID<Plan>?
    /// The finding that it answers there; nil where its own finding goes along.
    public let ontoFinding: ID<Finding>?
    public let owner: ID<Party>?
    public let due: Day?
    /// What it became there, once the plan was closed.
    public var carriedAs: ID<Action>?

    public init(
        id: ID<ClosureItem>, version: Int = 1, plan: ID<Plan>, closure: ID<PlanClosure>, action: ID<Action>, kind: Kind, because: String,
        onto: ID<Plan>? = nil, ontoFinding: ID<Finding>? = nil, owner: ID<Party>? = nil, due: Day? = nil, carriedAs: ID<Action>? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.closure = closure
        self.action = action
        self.kind = kind
        self.because = because
        self.onto = onto
        self.ontoFinding = ontoFinding
        self.owner = owner
        self.due = due
        self.carriedAs = carriedAs
    }
}
