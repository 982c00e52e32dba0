public import Kernel

/// A step on the way to an action's end.
public struct Milestone: Codable, Equatable, Sendable {
    public let id: ID<Milestone>
    public var version: Int
    public let plan: ID<Plan>
    public let action: ID<Action>
    public var text: String
    public var due: Day?
    /// The day it was reached, as its owner says.
    public var reachedOn: Day?
    /// Its place among the action's milestones, from 1.
    public var place: Int
    /// The day from which it belongs to the action: an earlier day is shown without it.
    public let since: Day
    /// The day from which it is not needed any more. Earlier days are shown with it.
    public var withdrawnOn: Day?
    public var withdrawnBecause: String?

    public init(
        id: ID<Milestone>, version: Int = 1, plan: ID<Plan>, action: ID<Action>, text: String,
        due: Day? = nil, reachedOn: Day? = nil, place: Int, since: Day, withdrawnOn: Day? = nil, withdrawnBecause: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.action = action
        self.text = text
        self.due = due
        self.reachedOn = reachedOn
        self.place = place
        self.since = since
        self.withdrawnOn = withdrawnOn
        self.withdrawnBecause = withdrawnBecause
    }

    /// Whether it belongs to its action on a day.
    func isThere(on day: Day) -> Bool { since <= day && withdrawnOn.map { $0 > day } ?? true }

    /// The milestone as it was on a day: not reached yet where that came later.
    func on(_ day: Day) -> Milestone {
        var milestone = self
        if let reachedOn, reachedOn > day { milestone.reachedOn = nil }
        if let withdrawnOn, withdrawnOn > day { (milestone.withdrawnOn, milestone.withdrawnBecause) = (nil, nil) }
        return milestone
    }
}

/// What somebody enters to add a milestone, or to put right what one says.
public struct NewMilestone: Sendable, Equatable {
    public var text: String
    public var due: Day?

    public init(text: String, due: Day? = nil) {
        self.text = text
        self.due = due
    }

    /// - Parameter prefix: of the names of the fields, on a page that has other fields of the same names.
    public init(reading fields: inout Fields, under prefix: String? = nil) {
        text = fields.text(prefix ?? "text", "Milestone", atMost: 400)
        due = fields.optionalDay(prefix.map { $0 + "-due" } ?? "due", "Its day")
    }
}

extension Milestone {
    /// - Throws: `reached-in-the-future`, `milestone-withdrawn`
    public func reaching(on day: Day, today: Day) throws(Refusal) -> Milestone {
        try refuseWithdrawn()
        guard day <= today else {
            throw .invalid("reached-in-the-future", "A milestone is reached on a day that has come; \(day) is after today, \(today).",
                           fields: [.init("on", "Choose today or an earlier day.")])
        }
        var reached = self
        reached.reachedOn = day
        return reached
    }

    /// Its words or its day were written wrongly, or are put more clearly: every day is shown with the new ones.
    ///
    /// - Throws: `milestone-withdrawn`
    public func correcting(_ new: NewMilestone) throws(Refusal) -> Milestone {
        try refuseWithdrawn()
        var corrected = self
        (corrected.text, corrected.due) = (new.text, new.due)
        return corrected
    }

    /// It is not needed any more, from today.
    ///
    /// - Throws: `milestone-withdrawn`, `milestone-reached`
    public func withdrawing(because: String, today: Day) throws(Refusal) -> Milestone {
        try refuseWithdrawn()
        if let reachedOn {
            throw .conflict("milestone-reached", "“\(text)” was reached on \(reachedOn). Take that back first, if it was not.")
        }
        var withdrawn = self
        (withdrawn.withdrawnOn, withdrawn.withdrawnBecause) = (today, because)
        return withdrawn
    }

    private func refuseWithdrawn() throws(Refusal) {
        guard let withdrawnOn else { return }
        throw .conflict("milestone-withdrawn", "“\(text)” is not needed any more since \(withdrawnOn). Add it anew if it is wanted after all.")
    }
}
