public import Kernel

/// Everything that a measure’s figures are worked out from, as it was ever recorded.
public struct MeasureFacts: Sendable {
    public let measure: PerformanceMeasure
    /// What its owner is called.
    public let owner: String?
    /// All values, with those that were revised.
    public var values: [MeasureValue]
    public var targets: [MeasureTarget]
    public var rebases: [MeasureRebase]
    /// What a live figure comes to, where the measure shows one.
    public var live: [MeasuredValue]

    public init(_ measure: PerformanceMeasure, owner: String? = nil, values: [MeasureValue] = [], targets: [MeasureTarget] = [], rebases: [MeasureRebase] = [], live: [MeasuredValue] = []) {
        (self.measure, self.owner, self.values) = (measure, owner, values)
        (self.targets, self.rebases, self.live) = (targets, rebases, live)
    }
}

/// A measure on a day: its facts as far as they had been recorded, and all that follows from them.
public struct PerformanceView: Sendable {
    public let facts: MeasureFacts
    public let day: Day
    /// What is known of each of its own periods.
    public let known: [ReportingPeriod: MeasuredValue]
    /// Which record counts for each period; none for what is worked out.
    public let standing: [ReportingPeriod: MeasureValue]
    /// What counts on the day, as it was set.
    public let targets: [MeasureTarget]
    public let rebases: [MeasureRebase]

    public var measure: PerformanceMeasure { facts.measure }

    public init(_ facts: MeasureFacts, on day: Day) {
        (self.facts, self.day) = (facts, day)
        let measure = facts.measure
        var standing: [ReportingPeriod: MeasureValue] = [:]
        for value in facts.values where value.recorded <= day {
            let period = ReportingPeriod(measure.frequency, of: value.from)
            if standing[period].map({ $0.id < value.id }) ?? true { standing[period] = value }
        }
        self.standing = standing
        if measure.source == .live {
            known = Dictionary(facts.live.filter { $0.period.through < day }.map { ($0.period, $0) }) { first, _ in first }
        } else {
            known = Dictionary(uniqueKeysWithValues: standing.map { period, value in
                (period, MeasuredValue(period, value.numerator, of: value.denominator, isProvisional: value.isProvisional))
            })
        }
        targets = facts.targets.filter { target in target.since <= day && target.dropped.map { day < $0 } ?? true }
        rebases = facts.rebases.filter { rebase in rebase.since <= day && rebase.dropped.map { day < $0 } ?? true }.sorted { ($0.from, $0.id) < ($1.from, $1.id) }
    }

    /// Its own periods from the first of which anything is known to the last, gaps among them.
    public var periods: [ReportingPeriod] {
        guard let first = known.keys.min(), let last = known.keys.max() else { return [] }
        return (0...(first.from.months(until: last.from) / measure.frequency.months)).map { first.adding($0) }
    }

    public var latest: ReportingPeriod? { known.keys.max() }

    /// The figure of a period; of no parts where the measure is not so frequent.
    public func figure(_ period: ReportingPeriod) -> MeasureFigure {
        MeasureFigure(measure, period.parts(measure.frequency), from: period.from, through: period.through, known)
    }

    /// From 1 April to the end of a period.
    public func soFar(_ period: ReportingPeriod) -> MeasureFigure { figure(months: period.yearBegins.months(until: period.through) + 1, through: period) }

    /// The twelve months that end with a period.
    public func rolling(_ period: ReportingPeriod) -> MeasureFigure { figure(months: 12, through: period) }

    private func figure(months: Int, through period: ReportingPeriod) -> MeasureFigure {
        let parts = period.frequency < measure.frequency ? [] : parts(months: months, through: period)
        return MeasureFigure(measure, parts, from: period.through.startOfMonth.adding(months: 1 - months), through: period.through, known)
    }

    private func parts(months: Int, through period: ReportingPeriod) -> [ReportingPeriod] {
        let last = ReportingPeriod(measure.frequency, of: period.through)
        return (0..<months / measure.frequency.months).reversed().map { last.adding(-$0) }
    }

    /// The target that counts for a period: the latest that begins by it.
    public func target(of period: ReportingPeriod) -> MeasureTarget? {
        targets.filter { $0.from <= period.from }.max { ($0.from, $0.id) < ($1.from, $1.id) }
    }

    /// A period against its target; of a cumulative measure, the year so far against as much of the year’s.
    public func judged(_ period: ReportingPeriod) -> JudgedFigure {
        let own = measure.isCumulative ? parts(months: period.yearBegins.months(until: period.through) + 1, through: period) : period.parts(measure.frequency)
        let figure = compared(period)
        let aims = own.map { ($0, self.target(of: $0)) }
        guard measure.polarity != .neutral, let last = aims.last?.1, aims.allSatisfy({ $0.1 != nil }) else {
            return JudgedFigure(figure: figure, target: nil, standing: .noTarget)
        }
        let target = measure.kind == .count ? sum(aims.compactMap { period, aim in aim.map { (period, $0) } }) : last.figure
        guard let value = figure.value, figure.isWhole else { return JudgedFigure(figure: figure, target: target, standing: .unknown) }
        return JudgedFigure(
            figure: figure, target: target,
            standing: TargetStanding(value, against: target, measure.polarity, tolerance: last.tolerance, isNought: last.figure.millionths == 0))
    }

    /// What targets come to over their periods; twelfths of a year are put together before they are rounded.
    private func sum(_ targets: [(ReportingPeriod, MeasureTarget)]) -> Quantity {
        var (sum, place) = (Quantity(0), 0)
        while place < targets.count {
            let target = targets[place].1
            let run = targets[place...].prefix { $0.1.id == target.id }
            let months = run.count * measure.frequency.months
            sum = sum + (target.shape == .even ? target.figure.share(months, of: 12) : run.reduce(Quantity(0)) { $0 + target.figure(of: measure, $1.0, parts: 1) })
            place += run.count
        }
        return sum
    }

    /// The same figure of the period before, or of the year before: of a cumulative measure to the same point of the year.
    public func compared(_ period: ReportingPeriod) -> MeasureFigure { measure.isCumulative && period.frequency >= measure.frequency ? soFar(period) : figure(period) }

    public func travel(from earlier: ReportingPeriod, to later: ReportingPeriod) -> Travel {
        Travel(from: compared(earlier), to: compared(later), measure.polarity)
    }
}
