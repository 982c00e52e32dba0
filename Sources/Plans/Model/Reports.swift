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
        reached = fields.all("reached").compactMap { written in
            if let number = Int64(written) { return ID(number) }
            fields.refuse("reached", "“\(written.prefix(20))” is no milestone’s number.")
            return nil
        }
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

    public init(on: Day, narrative: String? = nil) {
        self.on = on
        self.narrative = narrative
    }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "The day it was done")
        narrative = fields.optionalText("delivered", "What was delivered", atMost: 8000)
    }
}

extension Action {
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

extension Milestone {
    /// - Throws: `reached-in-the-future`
    public func reaching(on day: Day, today: Day) throws(Refusal) -> Milestone {
        guard day <= today else {
            throw .invalid("reached-in-the-future", "A milestone is reached on a day that has come; \(day) is after today, \(today).",
                           fields: [.init("on", "Choose today or an earlier day.")])
        }
        var reached = self
        reached.reachedOn = day
        return reached
    }
}
