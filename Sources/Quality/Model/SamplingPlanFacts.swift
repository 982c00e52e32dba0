public import Kernel

/// Where a sampling plan stands.
public enum SamplingState: String, Codable, Sendable, CaseIterable {
    case planned
    case underWay = "under-way"
    /// No check is open any more, and none was left behind on the last day.
    case done
    /// Its last day is past and checks were left undone, or nothing was ever drawn.
    case lapsed
    case dropped

    public var words: String {
        switch self {
        case .planned: "Planned"
        case .underWay: "Under way"
        case .done: "Done"
        case .lapsed: "Lapsed"
        case .dropped: "Given up"
        }
    }
}

/// A sampling plan with what it drew and how far its checks are.
public struct SamplingPlanFacts: Sendable {
    public var plan: SamplingPlan
    /// The names of its reviewers, in their order.
    public var reviewers: [String]
    public var draw: SampleDraw?
    /// Those that it opened, in the order of their days.
    public var checks: [QualityCheckFacts]

    public init(plan: SamplingPlan, reviewers: [String], draw: SampleDraw?, checks: [QualityCheckFacts]) {
        (self.plan, self.reviewers, self.draw, self.checks) = (plan, reviewers, draw, checks)
    }

    /// What was drawn by a day; nil where nothing was yet.
    public func draw(on day: Day) -> SampleDraw? { draw.flatMap { $0.on <= day ? $0 : nil } }

    public func state(on day: Day) -> SamplingState {
        if let dropped = plan.dropped, dropped <= day { return .dropped }
        guard draw(on: day) != nil else { return day > plan.due ? .lapsed : .planned }
        if day > plan.due, undone(on: day) > 0 { return .lapsed }
        return figures(on: day).open == 0 ? .done : .underWay
    }

    /// Checks that the last day passed over: not done since, and not called off by then. What is called off afterwards hides no lapse.
    private func undone(on day: Day) -> Int {
        checks.count { facts in
            facts.check.isHere(on: day) && facts.state(on: day) != .completed && facts.check.calledOff.map { $0 > plan.due || $0 > day } ?? true
        }
    }

    public func figures(on day: Day) -> PlannedAndDone { PlannedAndDone(draw(on: day) == nil ? [] : checks, on: day) }

    /// What is to be told of a plan that lapsed.
    public func lapse(on day: Day) -> String? {
        guard state(on: day) == .lapsed else { return nil }
        guard draw(on: day) != nil else { return "Nothing was ever drawn by it, and its checks were to be done by \(plan.due)." }
        let (undone, figures) = (undone(on: day), figures(on: day))
        let off = figures.calledOff == 0 ? "" : " \(figures.calledOff) \(figures.calledOff == 1 ? "was" : "were") called off."
        return "\(undone) of \(counted(figures.planned, "check")) \(undone == 1 ? "was" : "were") not done by \(plan.due), nor since.\(off)"
    }
}

/// How many checks were planned and how many of them were done.
public struct PlannedAndDone: Equatable, Sendable {
    public var planned = 0
    public var done = 0
    /// Of those done, on or before the day on which each was due.
    public var inTime = 0
    public var calledOff = 0
    public var open = 0
    /// Of those open, those whose day is past.
    public var overdue = 0

    public init() {}

    public init(_ checks: some Sequence<QualityCheckFacts>, on day: Day) {
        for facts in checks where facts.check.isHere(on: day) {
            planned += 1
            switch facts.state(on: day) {
            case .completed:
                done += 1
                if let completed = facts.check.completed, completed <= facts.check.due { inTime += 1 }
            case .calledOff: calledOff += 1
            case .open:
                open += 1
                if facts.check.isOverdue(on: day) { overdue += 1 }
            }
        }
    }

    /// Done of planned, in whole per cent; nil where none was planned.
    public var percent: Int? { planned == 0 ? nil : done * 100 / planned }
}

/// Planned against done, by the month in which checks were due and by the officer whose work they are of. What no plan drew is not among it.
public struct PlannedAgainstDone: Sendable {
    public struct Line: Sendable {
        public let label: String
        public let figures: PlannedAndDone
    }

    /// The earliest first.
    public let months: [(month: Day, figures: PlannedAndDone)]
    public let officers: [Line]
    public let total: PlannedAndDone

    /// - Parameter months: so many months up to the one of the day, and those that are still to come.
    public init(_ checks: [QualityCheckFacts], on day: Day, months count: Int = 12) {
        let first = day.startOfMonth.adding(months: 1 - count)
        let planned = checks.filter { $0.check.sample != nil && $0.check.isHere(on: day) && $0.check.due >= first }
        months = Dictionary(grouping: planned) { $0.check.due.startOfMonth }.sorted { $0.key < $1.key }.map { ($0.key, PlannedAndDone($0.value, on: day)) }
        officers = Dictionary(grouping: planned, by: \.auditor).sorted { ($0.key.lowercased(), $0.key) < ($1.key.lowercased(), $1.key) }.map { Line(label: $0.key, figures: PlannedAndDone($0.value, on: day)) }
        total = PlannedAndDone(planned, on: day)
    }
}
