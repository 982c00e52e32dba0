public import Kernel

/// What a rule set looks at, all as on one day.
public struct Circumstances: Sendable {
    public let day: Day
    public let due: Day?
    /// How often its day was moved, in words: `moved once, first promised for 31 March 2021`.
    public let moved: String?
    public let dueWritten: String?
    /// The later of the plan's first day and the day the action joined it.
    public let begins: Day
    public let doneOn: Day?
    public let milestones: [Milestone]
    public let lastUpdate: ProgressUpdate?
    /// The latest day that the owner said they expect it on.
    public let forecast: Day?
    /// How many pieces of evidence hold.
    public let shown: Int
    /// What it waits for that is late or gone: `waits for 2.1, which is 12 days late`.
    public let waits: [String]

    /// - Parameter forecast: the last update's when left out.
    public init(
        day: Day, due: Day?, moved: String? = nil, dueWritten: String? = nil, begins: Day, doneOn: Day? = nil, milestones: [Milestone] = [],
        lastUpdate: ProgressUpdate? = nil, forecast: Day? = nil, shown: Int = 0, waits: [String] = []
    ) {
        self.day = day
        self.due = due
        self.moved = moved
        self.dueWritten = dueWritten
        self.begins = begins
        self.doneOn = doneOn
        self.milestones = milestones
        self.lastUpdate = lastUpdate
        self.forecast = forecast ?? lastUpdate?.forecast
        self.shown = shown
        self.waits = waits
    }

    var reached: Int { milestones.filter { $0.reachedOn != nil }.count }

    /// The most overdue milestone that was not reached by the day.
    var missed: (text: String, due: Day)? {
        milestones.compactMap { milestone in
            milestone.due.flatMap { $0 < day && milestone.reachedOn == nil ? (milestone.text, $0) : nil }
        }.min { $0.1 < $1.1 }
    }

    var daysSinceUpdate: Int? { lastUpdate.map { $0.asOf.days(until: day) } }
    /// Days in which an update could have come: since the last one, or since it began.
    var daysOfSilence: Int { daysSinceUpdate ?? begins.days(until: day) }
    /// Days until it is due, negative when that is past; nil when no day is agreed.
    var daysLeft: Int? { due.map { day.days(until: $0) } }
}

// MARK: As reasons

extension Circumstances {
    /// `done on 13 March 2021, 12 days early`; nil when it is not done.
    var finished: String? {
        guard let doneOn else { return nil }
        guard let due else { return "done on \(doneOn), with no due day agreed" }
        let late = due.days(until: doneOn)
        return switch late {
        case 0: "done on \(doneOn), the day it was due"
        case 1...: "done on \(doneOn), \(counted(late, "day")) late"
        default: "done on \(doneOn), \(counted(-late, "day")) early"
        }
    }

    /// `due in 12 days`; nothing when no day is agreed.
    var timeLeft: [String] {
        switch daysLeft {
        case nil: []
        case 0: ["due today"]
        case let left? where left > 0: ["due in \(counted(left, "day"))"]
        case let left?: ["\(counted(-left, "day")) past its due day"]
        }
    }

    /// Milestones and updates; nothing before the action begins, when neither is expected yet.
    var progress: [String] {
        guard day >= begins else { return [] }
        var facts = [moved].compactMap(\.self)
        if !milestones.isEmpty { facts.append("\(reached) of \(counted(milestones.count, "milestone")) reached") }
        switch daysSinceUpdate {
        case nil: facts.append("no update yet")
        case 0: facts.append("updated today")
        case let days?: facts.append("last update \(counted(days, "day")) ago")
        }
        return facts
    }
}
