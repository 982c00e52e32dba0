public import Kernel

/// The service verified that an action is done: somebody who neither owns it nor recorded it looked, and says at what.
public struct Acceptance: Codable, Equatable, Sendable {
    public let id: ID<Acceptance>
    public var version: Int
    public let plan: ID<Plan>
    public let action: ID<Action>
    /// What it verifies.
    public let completion: ID<Completion>
    /// The day it was looked at.
    public let on: Day
    /// What was looked at.
    public let lookedAt: String
    /// What must hold; watched from then on.
    public let measure: ID<SuccessMeasure>?
    public let by: String
    /// The day it was taken back: it is not verified after all. Earlier days are shown with it.
    public var takenBackOn: Day?
    public var takenBackBecause: String?

    public init(
        id: ID<Acceptance>, version: Int = 1, plan: ID<Plan>, action: ID<Action>, completion: ID<Completion>, on: Day, lookedAt: String,
        measure: ID<SuccessMeasure>? = nil, by: String, takenBackOn: Day? = nil, takenBackBecause: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.action = action
        self.completion = completion
        self.on = on
        self.lookedAt = lookedAt
        self.measure = measure
        self.by = by
        self.takenBackOn = takenBackOn
        self.takenBackBecause = takenBackBecause
    }

    public func holds(on day: Day) -> Bool { on <= day && takenBackOn.map { $0 > day } ?? true }
}

/// What somebody enters to say that they verified an action.
public struct NewAcceptance: Sendable, Equatable {
    public var on: Day
    public var lookedAt: String
    /// The number of the measure that must hold.
    public var measure: ID<SuccessMeasure>?
    /// The pieces of evidence that were looked at, and still show what they are there for.
    public var seen: [ID<Evidence>]

    public init(on: Day, lookedAt: String, measure: ID<SuccessMeasure>? = nil, seen: [ID<Evidence>] = []) {
        self.seen = seen
        self.on = on
        self.lookedAt = lookedAt
        self.measure = measure
    }

    public init(reading fields: inout Fields, today: Day) {
        on = fields.optionalDay("on", "The day it was verified") ?? today
        lookedAt = fields.text("looked-at", "What was looked at", atMost: 8000)
        measure = fields.number("measure", "The measure", in: 1...Int.max).map { ID(Int64($0)) }
        seen = fields.all("seen").compactMap { written in
            if let number = Int64(written) { return ID(number) }
            fields.refuse("seen", "“\(written.prefix(20))” is no piece of evidence’s number.")
            return nil
        }
    }
}

extension Action {
    /// - Parameter measure: the one that is named, as it was on the day of the verification.
    /// - Throws: `accepted-in-the-future`, `accepted-before-done`, `action-already-accepted`, `measure-does-not-hold`
    func accepting(
        _ new: NewAcceptance, _ completion: Completion, measure: MeasureView?, by who: String, id: ID<Acceptance>, earlier: [Acceptance], today: Day
    ) throws(Refusal) -> Acceptance {
        if let standing = earlier.first(where: { $0.takenBackOn == nil }) {
            throw .conflict("action-already-accepted", "Action \(reference) was verified on \(standing.on) already.")
        }
        guard new.on <= today else {
            throw .invalid("accepted-in-the-future", "An action is verified on a day that has come; \(new.on) is after today, \(today).",
                           fields: [.init("on", "Choose today or an earlier day.")])
        }
        guard new.on >= completion.on else {
            throw .invalid("accepted-before-done", "Action \(reference) was done on \(completion.on), after \(new.on).",
                           fields: [.init("on", "Choose \(completion.on) or a later day.")])
        }
        if let measure, measure.holds != true {
            let sentence = "\(measure.words.capitalisedFirst), so it does not hold on \(measure.day)."
            throw Refusal("measure-does-not-hold", .conflict, sentence, fields: [.init("measure", "\(sentence) Wait until it does, or name none and say at what else you looked.")])
        }
        return Acceptance(
            id: id, plan: plan, action: self.id, completion: completion.id, on: new.on, lookedAt: new.lookedAt, measure: new.measure, by: who)
    }
}
