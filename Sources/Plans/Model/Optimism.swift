public import Kernel
public import People

/// What was forecast for an action some days before it was done, against the day it was done.
public struct ForecastOutcome: Sendable {
    public let plan: Plan
    public let action: Action
    /// The day that was looked at: so many days before the end.
    public let asOf: Day
    /// What was expected then.
    public let forecast: Day
    /// Nobody had named a day, so the promised one counts as what was expected.
    public let isPromise: Bool
    public let doneOn: Day

    /// Days that it came later than was forecast; negative when it came sooner.
    public var gap: Int { forecast.days(until: doneOn) }
}

/// A due day that came and was not kept, with what its owner said of it in the month before.
public struct MissedDay: Sendable {
    public let plan: Plan
    public let action: Action
    public let due: Day
    /// The day it was done after all.
    public let doneOn: Day?
    public let stated: Colour?
    public let statedOn: Day?

    public var wasGreen: Bool { stated == .green || stated == .blue }
}

/// How what was forecast compares with what came: of a plan, or of an owner in all plans. A pure function of facts and a day.
///
/// An action counts for its lead, who answers for it.
public struct OptimismGap: Sendable {
    /// So many days before the end a forecast is looked at.
    public let daysBefore: Int
    /// Those that could be compared, by the day they were done.
    public let outcomes: [ForecastOutcome]
    /// By the day that was missed.
    public let missed: [MissedDay]
    /// Due days that came and were kept.
    public let kept: Int
    /// Actions that are open though the day that was forecast for them is past, with that day: their gap is not known yet.
    public let overdue: [(plan: Plan, action: Action, forecast: Day)]

    /// Fewer say nothing about anybody.
    public static let fewest = 3
    public static let usualDays = 30
    /// In days before a due day: what is said longer before is another matter.
    static let mostDaysBefore = 30

    /// - Parameter lead: whose actions are looked at; everybody's when nil.
    public init(_ views: [PlanView], ledBy lead: ID<Party>? = nil, daysBefore: Int = usualDays) {
        self.daysBefore = daysBefore
        var (outcomes, missed, kept, overdue) = ([ForecastOutcome](), [MissedDay](), 0, [(plan: Plan, action: Action, forecast: Day)]())
        for view in views {
            for item in view.actions where lead == nil || item.action.lead == lead {
                let plan = view.facts.plan
                if let outcome = item.outcome(of: plan, daysBefore: daysBefore) { outcomes.append(outcome) }
                for day in item.daysThatCame(before: view.day) {
                    if let doneOn = item.completion?.on, doneOn <= day { kept += 1 } else { missed.append(item.missed(day, of: plan)) }
                }
                if item.isOpen, let forecast = item.forecast, forecast < view.day { overdue.append((plan, item.action, forecast)) }
            }
        }
        self.outcomes = outcomes.stablySorted(by: \.doneOn)
        self.missed = missed.stablySorted(by: \.due)
        self.kept = kept
        self.overdue = overdue
    }

    /// Days by which all outcomes together came later than was forecast.
    public var sum: Int { outcomes.reduce(0) { $0 + $1.gap } }

    /// Tenths of a day, the mean of all outcomes, rounded half away from zero; nil where there are too few to say.
    public var meanTenths: Int? {
        guard outcomes.count >= Self.fewest else { return nil }
        let (size, count) = (abs(sum) * 10, outcomes.count)
        return (size + count / 2) / count * (sum < 0 ? -1 : 1)
    }

    public var greenThenMissed: [MissedDay] { missed.filter(\.wasGreen) }

    /// `12.5 days later than forecast`; that it is not enough to say where outcomes are too few.
    public var words: String {
        guard let tenths = meanTenths else {
            return "Not enough to say: \(outcomes.isEmpty ? "no outcome" : "only \(counted(outcomes.count, "outcome"))") to compare, and it takes \(Self.fewest)"
        }
        if tenths == 0 { return "On the day forecast" }
        let size = abs(tenths)
        let days = size % 10 == 0 ? counted(size / 10, "day") : "\(size / 10).\(size % 10) days"
        return "\(days) \(tenths > 0 ? "later" : "earlier") than forecast"
    }

    /// `10 − 3 + 30 = 37 days, over 3 outcomes`; nil where there is nothing to add.
    public var working: String? {
        guard let first = outcomes.first else { return nil }
        let terms = outcomes.dropFirst().reduce("\(first.gap)") { $0 + ($1.gap < 0 ? " − \(-$1.gap)" : " + \($1.gap)") }
        return "\(terms.replacing("-", with: "−")) = \(sum < 0 ? "−\(-sum)" : "\(sum)") days, over \(counted(outcomes.count, "outcome"))"
    }

    /// `4 of 7 missed days were said to be on track in the month before`
    public var missedWords: String {
        guard !missed.isEmpty else { return kept == 0 ? "No due day has come yet" : kept == 1 ? "The one due day that came was kept" : "Each of \(kept) due days that came was kept" }
        if missed.count == 1 { return "The one missed day was \(greenThenMissed.isEmpty ? "not " : "")said to be on track in the \(Self.mostDaysBefore) days before" }
        return "\(greenThenMissed.count) of \(counted(missed.count, "missed day")) \(greenThenMissed.count == 1 ? "was" : "were") said to be on track in the \(Self.mostDaysBefore) days before"
    }
}

extension ActionView {
    /// - Returns: nil while it is open, and where nothing was expected so long before.
    func outcome(of plan: Plan, daysBefore: Int) -> ForecastOutcome? {
        guard let doneOn = completion?.on else { return nil }
        let asOf = doneOn.adding(days: -daysBefore)
        if let forecast = updates.last(where: { $0.asOf <= asOf && $0.forecast != nil })?.forecast {
            return ForecastOutcome(plan: plan, action: action, asOf: asOf, forecast: forecast, isPromise: false, doneOn: doneOn)
        }
        guard action.since <= asOf, let promised = DueDay(action, dueDay.moves, on: asOf).inForce else { return nil }
        return ForecastOutcome(plan: plan, action: action, asOf: asOf, forecast: promised, isPromise: true, doneOn: doneOn)
    }

    /// The due days in force on the very day they came. What was given up or closed before promised nothing any more.
    func daysThatCame(before shown: Day) -> [Day] {
        let promised = Set([action.due].compactMap(\.self) + dueDay.moves.compactMap(\.to))
        let end = min(shown, completion == nil ? closing.notImplemented?.on ?? closing.closedOn ?? shown : shown)
        return promised.sorted().filter { day in
            day < end && action.since <= day && DueDay(action, dueDay.moves, on: day).inForce == day
        }
    }

    func missed(_ day: Day, of plan: Plan) -> MissedDay {
        let said = updates.last { $0.stated != nil && $0.asOf <= day && $0.asOf >= day.adding(days: -OptimismGap.mostDaysBefore) }
        return MissedDay(plan: plan, action: action, due: day, doneOn: completion?.on, stated: said?.stated, statedOn: said?.asOf)
    }
}
