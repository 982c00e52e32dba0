public import Kernel

/// How a thing stands on a day: a colour, and the reasons for it.
public struct Standing: Equatable, Sendable, Codable {
    public let colour: Colour
    /// Facts, most telling first: `due in 12 days`, `1 of 3 milestones reached`.
    public let reasons: [String]

    public init(_ colour: Colour, _ reasons: [String]) {
        self.colour = colour
        self.reasons = reasons
    }

    /// `Amber: due in 12 days, 1 of 3 milestones reached, last update 41 days ago.`
    public var sentence: String { "\(colour.name): \(reasons.joined(separator: ", "))." }

    /// The reasons alone, as a sentence.
    public var why: String {
        let joined = reasons.joined(separator: ", ")
        return joined.prefix(1).uppercased() + joined.dropFirst() + "."
    }
}

/// What a rule set looks at, all as on one day.
public struct Circumstances: Sendable {
    public let day: Day
    public let due: Day?
    public let dueWritten: String?
    /// The later of the plan's first day and the day the action joined it.
    public let begins: Day
    public let doneOn: Day?
    public let milestones: [Milestone]
    public let lastUpdate: ProgressUpdate?
    /// The latest day that the owner said they expect it on.
    public let forecast: Day?

    /// - Parameter forecast: the last update's when left out.
    public init(
        day: Day, due: Day?, dueWritten: String? = nil, begins: Day, doneOn: Day? = nil, milestones: [Milestone] = [],
        lastUpdate: ProgressUpdate? = nil, forecast: Day? = nil
    ) {
        self.day = day
        self.due = due
        self.dueWritten = dueWritten
        self.begins = begins
        self.doneOn = doneOn
        self.milestones = milestones
        self.lastUpdate = lastUpdate
        self.forecast = forecast ?? lastUpdate?.forecast
    }

    var reached: Int { milestones.filter { $0.reachedOn.map { $0 <= day } ?? false }.count }

    /// The most overdue milestone that was not reached by the day.
    var missed: Milestone? {
        milestones.filter { milestone in
            guard let due = milestone.due, due < day else { return false }
            return milestone.reachedOn.map { $0 > day } ?? true
        }.min { ($0.due ?? day) < ($1.due ?? day) }
    }

    var daysSinceUpdate: Int? { lastUpdate.map { $0.asOf.days(until: day) } }
    /// Days in which an update could have come: since the last one, or since it began.
    var daysOfSilence: Int { daysSinceUpdate ?? begins.days(until: day) }
}

extension RuleSet {
    /// The standing of an action, by the first rule that fits, in the order that `sentences` prints them.
    public func standing(in now: Circumstances) -> Standing {
        if let doneOn = now.doneOn { return Standing(.blue, [finished(doneOn, due: now.due)]) }
        guard let due = now.due else {
            let why = now.dueWritten.map { "no due day is agreed (“\($0)” was written)" } ?? "no due day is agreed"
            return Standing(.grey, [why] + progress(now))
        }
        let left = now.day.days(until: due)
        if now.day < now.begins, left >= 0 {
            return Standing(.grey, ["not begun: the plan runs from \(now.begins)", timeLeft(left)])
        }
        if left < -grace {
            return Standing(.red, ["\(counted(-left, "day")) past its due day and not recorded as done"] + progress(now))
        }
        let worry = worries(now, due: due, left: left)
        return Standing(worry.isEmpty ? .green : .amber, [timeLeft(left)] + worry.filter { !$0.isEmpty } + progress(now))
    }

    /// Why it is amber. An empty string is a reason that the standing facts already tell.
    private func worries(_ now: Circumstances, due: Day, left: Int) -> [String] {
        var worries: [String] = []
        if left < 0 { worries.append("") }
        if heedsForecast, let forecast = now.forecast, forecast > due {
            worries.append("its owner expects \(forecast), \(counted(due.days(until: forecast), "day")) late")
        }
        if let nearDays {
            if let missed = now.missed, let day = missed.due { worries.append("milestone “\(missed.text)” was due on \(day)") }
            let open = now.reached < now.milestones.count
            let quiet = now.daysSinceUpdate.map { $0 > nearDays } ?? true
            if left <= nearDays, open || quiet { worries.append("") }
        }
        if let updateEvery, now.daysOfSilence > updateEvery {
            worries.append("an update is expected every \(updateEvery) days")
        }
        return worries
    }

    private func progress(_ now: Circumstances) -> [String] {
        var facts: [String] = []
        if !now.milestones.isEmpty {
            facts.append("\(now.reached) of \(counted(now.milestones.count, "milestone")) reached")
        }
        switch now.daysSinceUpdate {
        case nil: facts.append("no update yet")
        case 0: facts.append("updated that day")
        case let days?: facts.append("last update \(counted(days, "day")) ago")
        }
        return facts
    }

    private func timeLeft(_ left: Int) -> String {
        switch left {
        case 0: "due that day"
        case 1...: "due in \(counted(left, "day"))"
        default: "\(counted(-left, "day")) past its due day"
        }
    }

    private func finished(_ doneOn: Day, due: Day?) -> String {
        guard let due else { return "done on \(doneOn), with no due day agreed" }
        let late = due.days(until: doneOn)
        return switch late {
        case 0: "done on \(doneOn), the day it was due"
        case 1...: "done on \(doneOn), \(counted(late, "day")) late"
        default: "done on \(doneOn), \(counted(-late, "day")) early"
        }
    }
}
