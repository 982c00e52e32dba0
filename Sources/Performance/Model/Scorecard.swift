public import Kernel

/// How a service stands by its measures in a month, a quarter or a year, as it was known on a day.
public struct Scorecard: Sendable {
    public let period: ReportingPeriod
    public let day: Day
    /// Those that are measured so often, in the order of their references.
    public let lines: [ScorecardLine]
    /// Those that are measured less often and so have no figure for such a period.
    public let others: [PerformanceMeasure]

    public init(_ facts: [MeasureFacts], _ period: ReportingPeriod, on day: Day) {
        (self.period, self.day) = (period, day)
        let here = facts.filter { $0.measure.since <= day && $0.measure.isMeasured(on: period.from) }
        lines = here.filter { $0.measure.frequency <= period.frequency }.map { ScorecardLine(PerformanceView($0, on: day), period) }
        others = here.map(\.measure).filter { $0.frequency > period.frequency }
    }

    /// How many stand so.
    public func count(_ standing: TargetStanding) -> Int { lines.count { $0.judged.standing == standing } }

    /// Those whose miss a report has to explain.
    public var exceptions: [ScorecardLine] { lines.filter { $0.judged.standing.forcesException } }

    /// The month, quarter or year that was over before a day: what is looked at when nothing is asked for.
    public static func usual(_ frequency: Frequency, on day: Day) -> ReportingPeriod { ReportingPeriod(frequency, of: day).before }

    /// What it comes to, in a sentence: `In March 2026, 5 of 9 measures that could be judged are succeeding, 2 near target and 2 in need of improvement.`
    public var words: String { Scorecard.words(of: period, count) }

    static func words(of period: ReportingPeriod, _ count: (TargetStanding) -> Int) -> String {
        let (good, near, bad, unknown) = (count(.succeeding), count(.near), count(.needsImprovement), count(.unknown))
        let judged = good + near + bad
        guard judged > 0 else { return "In \(period.words) no measure could be judged against a target." }
        return "In \(period.words), \(good) of \(counted(judged, "measure")) that could be judged \(good == 1 ? "is" : "are") succeeding, \(near) near target and \(bad) in need of improvement."
            + (unknown > 0 ? " \(counted(unknown, "more has", "more have").capitalisedFirst) a target and no whole figure yet." : "")
    }
}

/// One measure on a scorecard.
public struct ScorecardLine: Sendable {
    public let view: PerformanceView
    public let period: ReportingPeriod
    public let judged: JudgedFigure
    public let before: MeasureFigure
    public let yearBefore: MeasureFigure
    public let sinceBefore: Travel
    public let sinceYearBefore: Travel
    /// The measure’s own periods up to the end of the period.
    public let chart: ControlChart

    public var measure: PerformanceMeasure { view.measure }

    init(_ view: PerformanceView, _ period: ReportingPeriod) {
        (self.view, self.period) = (view, period)
        judged = view.judged(period)
        // Within a year a cumulative figure only grows, so it is held against the same point of the year before.
        before = view.compared(view.measure.isCumulative ? period.yearBefore : period.before)
        yearBefore = view.compared(period.yearBefore)
        sinceBefore = view.travel(from: view.measure.isCumulative ? period.yearBefore : period.before, to: period)
        sinceYearBefore = view.travel(from: period.yearBefore, to: period)
        chart = view.chart(through: period)
    }

    /// The sentence that a commentary starts from.
    public var words: String {
        let measure = measure
        guard judged.figure.value != nil else {
            return "\(measure.title): \(judged.figure.isOfNothing ? "there was nothing to measure" : "the figure is not known") for \(period.words)."
        }
        let figure = judged.figure.words(measure)
        let soFar = measure.isCumulative ? " since 1 April" : ""
        let against: String? = judged.target.map { target in
            let gap = judged.gap.map { " (\($0.magnitude.written(places: 1))% \($0.millionths < 0 ? "below" : "above"))" } ?? ""
            return judged.standing == .succeeding ? ", which meets the target of \(measure.written(target))"
                : judged.standing == .unknown ? ", and the target is \(measure.written(target))" : ", against a target of \(measure.written(target))\(judged.gap?.millionths == 0 ? "" : gap)"
        }
        let travel: String? = switch sinceYearBefore {
        case .unknown: nil
        case .same: " It is the same as in \(period.yearBefore.words)."
        default: " It is \(sinceYearBefore.rawValue) than in \(period.yearBefore.words), when it was \(yearBefore.words(measure))."
        }
        let signal: String? = (chart.isTooRare ? nil : chart.points.last?.signal).map { " On its chart the latest point stands out: \($0.words.lowercasedFirst)." }
        return "\(measure.title) came to \(figure)\(soFar) in \(period.words)\(against ?? "")." + (travel ?? "") + (signal ?? "")
    }
}
