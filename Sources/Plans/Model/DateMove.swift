public import Kernel

/// Another day for an action: asked for with a reason, and agreed or not. The first promise stays in the action, so what was
/// promised, what was agreed since and how often is never lost.
public struct DateMove: Asked, Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// What was promised is promised for another day. It counts as a move, and somebody else must agree.
        case move
        /// The day was written wrongly: nothing that was promised changed.
        case correction
        /// No day was agreed before.
        case first
    }

    public let id: ID<DateMove>
    public var version: Int
    public let plan: ID<Plan>
    public let action: ID<Action>
    public let kind: Kind
    /// The day in force when it was asked for; nil when none was.
    public let from: Day?
    /// Nil when the day was written by mistake and none is agreed.
    public let to: Day?
    public let because: String
    public let askedOn: Day
    /// Who asked, as the journal names them.
    public let askedBy: String
    public var decidedOn: Day?
    public var decidedBy: String?
    public var outcome: AskedOutcome?
    /// What the one who decided said.
    public var answer: String?

    public init(
        id: ID<DateMove>, version: Int = 1, plan: ID<Plan>, action: ID<Action>, kind: Kind, from: Day?, to: Day?, because: String,
        askedOn: Day, askedBy: String, decidedOn: Day? = nil, decidedBy: String? = nil, outcome: AskedOutcome? = nil, answer: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.action = action
        self.kind = kind
        self.from = from
        self.to = to
        self.because = because
        self.askedOn = askedOn
        self.askedBy = askedBy
        self.decidedOn = decidedOn
        self.decidedBy = decidedBy
        self.outcome = outcome
        self.answer = answer
    }

    /// The same of the action as which another goes on: what was promised and how often that moved is not forgotten there.
    func taken(over carried: Action, id: ID<DateMove>) -> DateMove {
        DateMove(
            id: id, plan: carried.plan, action: carried.id, kind: kind, from: from, to: to, because: because, askedOn: askedOn, askedBy: askedBy,
            decidedOn: decidedOn, decidedBy: decidedBy, outcome: outcome, answer: answer)
    }

    public func refusal(decidedOn day: Day, as outcome: AskedOutcome) -> Refusal {
        .conflict("move-decided-already", "This was decided on \(day): \(outcome.words).")
    }
}

/// The day an action is promised for, as on some day: what was first promised and all that was asked and agreed since.
public struct DueDay: Equatable, Sendable {
    /// What was promised first; nil where nothing ever was.
    public let first: Day?
    /// The day in force.
    public let inForce: Day?
    /// Oldest first, each as it was on the day.
    public let moves: [DateMove]

    /// - Parameter moves: of the action, in the order in which they were recorded.
    public init(_ action: Action, _ moves: [DateMove], on day: Day) {
        self.moves = moves.filter { $0.askedOn <= day }.map { $0.on(day) }
        let agreed = self.moves.filter(\.isAgreed).stablySorted { $0.decidedOn ?? day }
        inForce = agreed.last.map(\.to) ?? action.due
        // A correction before any move says what the promise had been all along.
        first = agreed.prefix { $0.kind != .move }.last.map(\.to) ?? action.due
    }

    /// How often the promise was moved, corrections of its writing left out.
    public var timesMoved: Int { moves.count { $0.isAgreed && $0.kind == .move } }
    /// What is asked for and waits to be decided.
    public var open: DateMove? { moves.last(where: \.isOpen) }
    /// Days from the first promise to the day in force; nil where there is nothing to compare.
    public var slipped: Int? { first.flatMap { first in inForce.map { first.days(until: $0) } } }

    /// `moved twice, first promised for 31 March 2021`; nil while the first promise holds.
    public var words: String? {
        guard timesMoved > 0 else { return nil }
        return "moved \(howOften(timesMoved))" + (first.map { ", first promised for \($0)" } ?? "")
    }
}

/// What somebody enters to ask for another day.
public struct NewDateMove: Sendable, Equatable {
    public var to: Day
    public var because: String

    public init(to: Day, because: String) {
        self.to = to
        self.because = because
    }

    public init(reading fields: inout Fields) {
        to = fields.day("to", "The day asked for")
        because = fields.text("because", "Why", atMost: 4000)
    }

    /// - Throws: `no-day-to-move`, `same-day`, `move-waits-already`, `fields-need-attention` of a day that has gone by
    public func asked(
        for action: Action, now due: DueDay, by who: String, id: ID<DateMove>, today: Day
    ) throws(Refusal) -> DateMove {
        guard let now = due.inForce else {
            throw .conflict("no-day-to-move", "Action \(action.reference) has no due day yet. A manager enters the first one by editing the action.")
        }
        if let open = due.open {
            throw .conflict("move-waits-already", "For action \(action.reference) somebody asked on \(open.askedOn) for \(open.to.map { "\($0)" } ?? "no day"), and that is not decided yet.")
        }
        guard to >= today else {
            throw .fields([.init("to", "Nothing can be promised for \(to), which has gone by. Choose \(today) or a later day.")])
        }
        guard to != now else {
            throw .invalid("same-day", "Action \(action.reference) is due on \(now) already.", fields: [.init("to", "It is due on \(now) already. Choose another day than that.")])
        }
        return DateMove(
            id: id, plan: action.plan, action: action.id, kind: .move, from: now, to: to, because: because, askedOn: today, askedBy: who)
    }
}
