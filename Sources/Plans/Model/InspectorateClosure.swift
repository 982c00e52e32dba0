public import Kernel

/// The inspectorate closed a finding, by a letter. It may reopen it later by another.
public struct InspectorateClosure: Codable, Equatable, Sendable {
    public let id: ID<InspectorateClosure>
    public var version: Int
    public let plan: ID<Plan>
    public let finding: ID<Finding>
    /// The day of the letter.
    public let on: Day
    /// The letter's own reference.
    public let letter: String
    /// Who wrote it.
    public let author: String
    /// What it says, as it says it.
    public let words: String
    /// Who recorded it.
    public let by: String
    /// The day of the letter by which the inspectorate reopened it.
    public var reopenedOn: Day?
    public var reopenedBecause: String?

    public init(
        id: ID<InspectorateClosure>, version: Int = 1, plan: ID<Plan>, finding: ID<Finding>, on: Day, letter: String, author: String,
        words: String, by: String, reopenedOn: Day? = nil, reopenedBecause: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.finding = finding
        self.on = on
        self.letter = letter
        self.author = author
        self.words = words
        self.by = by
        self.reopenedOn = reopenedOn
        self.reopenedBecause = reopenedBecause
    }

    public func holds(on day: Day) -> Bool { on <= day && reopenedOn.map { $0 > day } ?? true }
}

/// What a manager enters of the inspectorate's letter.
public struct NewInspectorateClosure: Sendable, Equatable {
    public var on: Day
    public var letter: String
    public var author: String
    public var words: String

    public init(on: Day, letter: String, author: String, words: String) {
        self.on = on
        self.letter = letter
        self.author = author
        self.words = words
    }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "The day of the letter")
        letter = fields.line("letter", "The letter’s reference", atMost: 200)
        author = fields.line("author", "Who wrote it", atMost: 200)
        words = fields.text("words", "What it says", atMost: 8000)
    }
}

/// What a manager enters of the letter by which the inspectorate reopens a finding.
public struct NewReopening: Sendable, Equatable {
    public var on: Day
    public var because: String

    public init(on: Day, because: String) {
        self.on = on
        self.because = because
    }

    public init(reading fields: inout Fields, today: Day) {
        on = fields.optionalDay("on", "The day of the letter") ?? today
        because = fields.text("because", "Why it is open again", atMost: 4000)
    }
}

extension Finding {
    /// Whether an inspectorate closes it: what an inspection found, and what an inspectorate calls by its own names.
    func goesToInspectorate(in plan: Plan) -> Bool {
        plan.kind == .inspection || kind == .causeOfConcern || kind == .areaForImprovement
    }

    /// - Throws: `finding-not-inspected`, `finding-closed-already`, `letter-of-the-future`
    func closing(
        _ new: NewInspectorateClosure, in plan: Plan, by who: String, id: ID<InspectorateClosure>, earlier: [InspectorateClosure], today: Day
    ) throws(Refusal) -> InspectorateClosure {
        guard goesToInspectorate(in: plan) else {
            throw .conflict("finding-not-inspected", "Finding \(reference) is no cause of concern, no area for improvement and not of an inspection, so no inspectorate closes it.")
        }
        if let standing = earlier.first(where: { $0.reopenedOn == nil }) {
            throw .conflict("finding-closed-already", "The inspectorate closed finding \(reference) on \(standing.on) already.")
        }
        try Finding.refuseFuture(new.on, today)
        if let last = earlier.compactMap(\.reopenedOn).max(), new.on < last {
            throw .invalid("letter-before-reopening", "The inspectorate reopened finding \(reference) on \(last), after \(new.on).",
                           fields: [.init("on", "Choose \(last) or a later day.")])
        }
        return InspectorateClosure(
            id: id, plan: plan.id, finding: self.id, on: new.on, letter: new.letter, author: new.author, words: new.words, by: who)
    }

    fileprivate static func refuseFuture(_ on: Day, _ today: Day) throws(Refusal) {
        guard on <= today else {
            throw .invalid("letter-of-the-future", "A letter is of a day that has come; \(on) is after today, \(today).",
                           fields: [.init("on", "Choose today or an earlier day.")])
        }
    }
}

extension InspectorateClosure {
    /// - Throws: `letter-of-the-future`, `letter-before-closure`
    func reopening(_ new: NewReopening, today: Day) throws(Refusal) -> InspectorateClosure {
        try Finding.refuseFuture(new.on, today)
        guard new.on >= on else {
            throw .invalid("letter-before-closure", "It was closed on \(on), after \(new.on).", fields: [.init("on", "Choose \(on) or a later day.")])
        }
        var reopened = self
        (reopened.reopenedOn, reopened.reopenedBecause) = (new.on, new.because)
        return reopened
    }
}
