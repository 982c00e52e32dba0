public import Kernel

/// One action waits for another, of its own plan or of any other.
public struct Dependency: Codable, Equatable, Sendable {
    public let id: ID<Dependency>
    public var version: Int
    /// The plan of the action that waits.
    public let plan: ID<Plan>
    public let action: ID<Action>
    public let awaitedPlan: ID<Plan>
    /// The action that must be done first.
    public let awaited: ID<Action>
    /// What it needs of the other.
    public let note: String?
    public let since: Day
    public let by: String
    /// The day from which it waits no more.
    public var endedOn: Day?
    public var endedBy: String?

    public init(
        id: ID<Dependency>, version: Int = 1, plan: ID<Plan>, action: ID<Action>, awaitedPlan: ID<Plan>, awaited: ID<Action>,
        note: String? = nil, since: Day, by: String, endedOn: Day? = nil, endedBy: String? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.action = action
        self.awaitedPlan = awaitedPlan
        self.awaited = awaited
        self.note = note
        self.since = since
        self.by = by
        self.endedOn = endedOn
        self.endedBy = endedBy
    }

    public func holds(on day: Day) -> Bool { since <= day && endedOn.map { $0 > day } ?? true }

    /// - Throws: `dependency-ended-already`
    public func ending(by who: String, today: Day) throws(Refusal) -> Dependency {
        if let endedOn { throw .conflict("dependency-ended-already", "This was ended on \(endedOn) already.") }
        var ended = self
        (ended.endedOn, ended.endedBy) = (today, who)
        return ended
    }

    /// The way from an action along what it waits for to another, both included; nil where none leads there.
    static func way(from start: ID<Action>, to goal: ID<Action>, along waits: [ID<Action>: [ID<Action>]]) -> [ID<Action>]? {
        var (camefrom, line): ([ID<Action>: ID<Action>], [ID<Action>]) = ([:], [start])
        while !line.isEmpty {
            let here = line.removeFirst()
            if here == goal {
                var way = [here]
                while let before = way.first.flatMap({ camefrom[$0] }) { way.insert(before, at: 0) }
                return way
            }
            for next in waits[here] ?? [] where next != start && camefrom[next] == nil {
                camefrom[next] = here
                line.append(next)
            }
        }
        return nil
    }
}

/// What somebody enters to say what an action waits for.
public struct NewDependency: Sendable, Equatable {
    /// The plan of the awaited action, by its reference; the action's own where it is nil.
    public var plan: String?
    public var action: String
    public var note: String?

    public init(plan: String? = nil, action: String, note: String? = nil) {
        self.plan = plan
        self.action = action
        self.note = note
    }

    public init(reading fields: inout Fields) {
        plan = fields.optionalLine("awaited-plan", "The plan of the other action", atMost: 40)
        action = fields.line("awaited", "The action it waits for", atMost: 40)
        note = fields.optionalText("note", "What it needs of it", atMost: 1000)
    }
}

/// One end of a dependency, as seen from the other on a day.
public struct LinkedAction: Sendable {
    public let dependency: Dependency
    public let plan: Plan
    public let action: Action
    public let due: Day?
    public let forecast: Day?
    public let doneOn: Day?
    public let withdrawnOn: Day?
    /// The day it was closed without being done.
    public let closedOn: Day?

    /// When it is to be expected, as its owner says or else as it was promised.
    public var expected: Day? { forecast ?? due }

    /// `C3.2` in its own plan, and `C3.2 of Culture plan` from another.
    public func name(seenFrom own: ID<Plan>) -> String {
        plan.id == own ? action.reference.text : "\(action.reference) of \(plan.title)"
    }

    public func isLate(on day: Day) -> Bool { doneOn == nil && withdrawnOn == nil && closedOn == nil && due.map { $0 < day } ?? false }

    /// What of it a person should know: `is 12 days late`, `was withdrawn on …`; nil where all is well.
    ///
    /// - Parameter need: the day by which who waits is due.
    func trouble(on day: Day, neededBy need: Day?) -> String? {
        if doneOn != nil { return nil }
        if let withdrawnOn { return "was withdrawn on \(withdrawnOn)" }
        if let closedOn { return "was closed, not implemented, on \(closedOn)" }
        if let due, due < day { return "is \(counted(due.days(until: day), "day")) late" }
        if let need, let expected, expected >= need { return "is expected on \(expected)" }
        return nil
    }
}
