public import Kernel

/// What a meeting decided. It is of the meeting's day.
public struct Decision: Codable, Equatable, Sendable {
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        case noted, approved, deferred
        case approvedWithConditions = "approved-with-conditions"
        case notApproved = "not-approved"

        public var words: String {
            switch self {
            case .noted: "Noted"
            case .approved: "Approved"
            case .approvedWithConditions: "Approved with conditions"
            case .deferred: "Deferred"
            case .notApproved: "Not approved"
            }
        }
    }

    public let id: ID<Decision>
    public var version: Int
    public let board: ID<Board>
    public let meeting: ID<Meeting>
    /// The item of the agenda under which it was taken; nil where it stood under none.
    public let item: ID<AgendaItem>?
    public let outcome: Outcome
    /// As the minutes have it.
    public let words: String
    /// What must be met; there where the outcome says that there are conditions, and nowhere else.
    public let conditions: String?
    /// The day by which the conditions are to be met.
    public let conditionsDue: Day?
    /// What on record was decided about: `plan/1`.
    public var about: [Subject]

    public init(
        id: ID<Decision>, version: Int = 1, board: ID<Board>, meeting: ID<Meeting>, item: ID<AgendaItem>? = nil,
        outcome: Outcome, words: String, conditions: String? = nil, conditionsDue: Day? = nil, about: [Subject] = []
    ) {
        self.id = id
        self.version = version
        self.board = board
        self.meeting = meeting
        self.item = item
        self.outcome = outcome
        self.words = words
        self.conditions = conditions
        self.conditionsDue = conditionsDue
        self.about = about
    }
}

/// A decision that was recorded in error was struck out, for a reason. It can still be read, and counts no more.
public struct Strike: Codable, Equatable, Sendable {
    public let id: ID<Strike>
    public var version: Int
    public let decision: ID<Decision>
    public let on: Day
    public let because: String
    /// Who struck it out: `person/3`, or `operator`.
    public let by: String

    public init(id: ID<Strike>, version: Int = 1, decision: ID<Decision>, on: Day, because: String, by: String) {
        self.id = id
        self.version = version
        self.decision = decision
        self.on = on
        self.because = because
        self.by = by
    }
}

/// What a person enters to record a decision.
public struct NewDecision: Sendable, Equatable {
    public var item: ID<AgendaItem>?
    public var outcome: Decision.Outcome
    public var words: String
    public var conditions: String?
    public var conditionsDue: Day?
    public var about: [Subject]

    public init(
        item: ID<AgendaItem>? = nil, outcome: Decision.Outcome, words: String, conditions: String? = nil,
        conditionsDue: Day? = nil, about: [Subject] = []
    ) {
        self.item = item
        self.outcome = outcome
        self.words = words
        self.conditions = conditions
        self.conditionsDue = conditionsDue
        self.about = about
    }

    public init(reading fields: inout Fields) {
        item = fields.number("item", "Agenda item", in: 1...Int.max).map { ID(Int64($0)) }
        outcome = fields.choice("outcome", "Outcome", default: .noted)
        if fields.written("outcome").isEmpty { fields.refuse("outcome", "Choose what was decided.") }
        words = fields.text("words", "What was decided", atMost: 8000)
        conditions = fields.optionalText("conditions", "Conditions", atMost: 4000)
        conditionsDue = fields.optionalDay("conditions-due", "Conditions due")
        about = fields.subjects("about")
        for wrong in conditionsAmiss { fields.refuse(wrong.name, wrong.sentence) }
    }

    /// Conditions stand with the outcome that has them, and with no other.
    var conditionsAmiss: [Refusal.Field] {
        if outcome == .approvedWithConditions {
            return conditions == nil ? [.init("conditions", "Enter the conditions that were set.")] : []
        }
        var wrong: [Refusal.Field] = []
        let advice = "Choose “Approved with conditions”, or leave this empty."
        if conditions != nil { wrong.append(.init("conditions", "“\(outcome.words)” has no conditions. \(advice)")) }
        if conditionsDue != nil { wrong.append(.init("conditions-due", "“\(outcome.words)” has no conditions. \(advice)")) }
        return wrong
    }
}
