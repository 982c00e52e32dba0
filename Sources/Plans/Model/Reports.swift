public import Kernel

/// What an owner enters to say how an action goes.
public struct NewUpdate: Sendable, Equatable {
    public var asOf: Day
    public var narrative: String
    public var stated: Colour?
    public var forecast: Day?
    /// Milestones of the action that were reached by the day it speaks of.
    public var reached: [ID<Milestone>]

    public init(asOf: Day, narrative: String, stated: Colour? = nil, forecast: Day? = nil, reached: [ID<Milestone>] = []) {
        self.reached = reached
        self.asOf = asOf
        self.narrative = narrative
        self.stated = stated
        self.forecast = forecast
    }

    public init(reading fields: inout Fields, today: Day) {
        asOf = fields.optionalDay("as-of", "The day it speaks of") ?? today
        narrative = fields.text("narrative", "What happened", atMost: 8000)
        stated = fields.optionalChoice("stated", "Your status", of: Colour.self)
        forecast = fields.optionalDay("forecast", "Expected day")
        reached = fields.milestones("reached")
    }

    /// - Throws: `update-of-the-future`, `forecast-before-its-update`
    public func made(
        of action: Action, by who: String, id: ID<ProgressUpdate>, today: Day
    ) throws(Refusal) -> ProgressUpdate {
        guard asOf <= today else {
            throw .invalid("update-of-the-future", "An update speaks of a day that has come; \(asOf) is after today, \(today).",
                           fields: [.init("as-of", "Choose today or an earlier day.")])
        }
        if let forecast, forecast < asOf {
            throw .invalid("forecast-before-its-update", "The expected day, \(forecast), is before the day the update speaks of, \(asOf).",
                           fields: [.init("forecast", "Choose \(asOf) or a later day. If the work is done, record it as done.")])
        }
        return ProgressUpdate(
            id: id, plan: action.plan, action: action.id, asOf: asOf, narrative: narrative, stated: stated,
            forecast: forecast, by: who)
    }
}

/// What an owner enters to say that the work is done.
public struct NewCompletion: Sendable, Equatable {
    public var on: Day
    public var narrative: String?
    /// Milestones of the action that were reached by then and not said to be before.
    public var reached: [ID<Milestone>]
    /// Whether the milestones that are left are not needed any more.
    public var restIsNotNeeded: Bool

    public init(on: Day, narrative: String? = nil, reached: [ID<Milestone>] = [], restIsNotNeeded: Bool = false) {
        self.on = on
        self.narrative = narrative
        self.reached = reached
        self.restIsNotNeeded = restIsNotNeeded
    }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "The day it was done")
        narrative = fields.optionalText("delivered", "What was delivered", atMost: 8000)
        reached = fields.milestones("milestones-reached")
        restIsNotNeeded = fields.isOn("rest-not-needed") && fields.written("rest-not-needed") != "false"
    }

    /// Why a milestone that is left goes when the action is done.
    static let noLongerNeeded = "Not needed any more when the action was done"

    /// What is left of the milestones when the action is done: none is forgotten.
    ///
    /// - Parameter open: those that are neither reached nor withdrawn.
    /// - Returns: those that are not needed any more.
    /// - Throws: `milestones-left-open`
    func leaving(_ open: [Milestone], of action: Action) throws(Refusal) -> [Milestone] {
        let left = open.filter { !reached.contains($0.id) }
        guard !left.isEmpty, !restIsNotNeeded else { return left }
        let sentence = "\(counted(left.count, "milestone").capitalisedFirst) of action \(action.reference) \(left.count == 1 ? "is" : "are") not reached: \(listed(left.map { "“\($0.text)”" }))."
        throw .invalid("milestones-left-open", sentence, fields: [
            .init("milestones-reached", "\(sentence) Tick what was reached by then, and say of the rest that it is not needed any more."),
        ])
    }
}

extension Fields {
    /// The numbers of milestones.
    mutating func milestones(_ name: String) -> [ID<Milestone>] {
        all(name).compactMap { written in
            if let number = Int64(written) { return ID(number) }
            refuse(name, "“\(written.prefix(20))” is no milestone’s number.")
            return nil
        }
    }
}

extension Action {
    /// Work on an action is recorded for no day before the plan's first or the day the action joined it, whichever is earlier.
    ///
    /// - Parameter field: that the day was written in.
    /// - Throws: `day-before-it-began`
    func refuse(_ day: Day, beforeItBeganIn plan: Plan, field: String) throws(Refusal) {
        let first = min(plan.period.from, since)
        guard day < first else { return }
        throw .invalid("day-before-it-began", "Work on action \(reference) began on \(first) at the earliest; \(day) is before that.",
                       fields: [.init(field, "Choose \(first) or a later day.")])
    }

    /// - Throws: `done-in-the-future`, `action-already-done`
    public func completing(
        _ new: NewCompletion, by who: String, id: ID<Completion>, earlier: [Completion], today: Day
    ) throws(Refusal) -> Completion {
        if let standing = earlier.first(where: { $0.reopenedOn == nil }) {
            throw .conflict("action-already-done", "Action \(reference) is already recorded as done, on \(standing.on).")
        }
        guard new.on <= today else {
            throw .invalid("done-in-the-future", "Work is done on a day that has come; \(new.on) is after today, \(today).",
                           fields: [.init("on", "Choose today or an earlier day.")])
        }
        return Completion(id: id, plan: plan, action: self.id, on: new.on, narrative: new.narrative, by: who)
    }
}
