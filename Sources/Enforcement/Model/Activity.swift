public import Kernel

/// One figure of one period: what the records give, and what is stated beside it.
public struct ActivityFigure: Sendable, Equatable {
    public let measure: ActivityMeasure
    public let period: ActivityPeriod
    /// As the records give it; nil where they give nothing: none were kept yet, or there was nothing to measure.
    public let recorded: Quantity?
    /// How many things a rate or a median is of; nil of a plain count.
    public let of: Int?
    /// How many of those it counts, of a rate.
    public let count: Int?
    /// Whether records were kept from the first day of the period.
    public let isWhole: Bool
    public let stated: Quantity?

    /// What is taken as the figure: the records where they cover the period, else what is stated, else what records there are; nil where it is unknown.
    public var value: Quantity? { isWhole ? recorded ?? stated : stated ?? recorded }
    public var isStated: Bool { value != nil && (recorded == nil || !isWhole) && stated != nil }

    /// `34 (stated)`, `12 of record from 4 March 2021`, `Unknown`
    public var words: String {
        guard let value else { return isWhole && of == 0 ? "None to measure" : "Unknown" }
        let number = "\(value)\(measure.unit)"
        if isStated { return "\(number) (stated" + (recorded.map { ", \($0)\(measure.unit) on record" } ?? "") + ")" }
        return number + (isWhole ? "" : " (part of the period)") + (of.map { ", of \($0)" } ?? "") + (stated.map { ", \($0)\(measure.unit) stated" } ?? "")
    }
}

/// Enforcement by periods, looked at from a day.
public struct Activity: Sendable {
    public let facts: ActivityFacts
    public let day: Day
    private let timeliness: [EntryTimeliness]
    /// What was stated by the day, of years that can be read.
    private let stated: [(measure: ActivityMeasure, period: ActivityPeriod, count: Quantity)]

    public init(_ facts: ActivityFacts, on day: Day) {
        (self.facts, self.day) = (facts, day)
        timeliness = facts.notices.compactMap { EntryTimeliness($0, on: day) }
        stated = facts.stated.filter { $0.since <= day }.compactMap { one in one.period.map { (one.measure, $0, one.count) } }
    }

    public func figure(_ measure: ActivityMeasure, in period: ActivityPeriod) -> ActivityFigure {
        let begins = measure.isRecorded ? facts.begins.flatMap { $0 <= min(period.through, day) ? $0 : nil } : nil
        let (recorded, of, count) = begins == nil ? (nil, nil, nil) : recorded(measure, in: period)
        return ActivityFigure(
            measure: measure, period: period, recorded: recorded, of: of, count: count, isWhole: begins.map { $0 <= period.from } ?? false, stated: stated(measure, in: period))
    }

    /// Officers of a year stand beside both years that begin in it, since posts are told by financial years and notices often by calendar years.
    private func stated(_ measure: ActivityMeasure, in period: ActivityPeriod) -> Quantity? {
        let own = stated.filter { $0.measure == measure }
        if let exact = own.first(where: { $0.period == period }) { return exact.count }
        guard measure == .officers, period.span.months == 12 else { return nil }
        return own.first { $0.period.from.parts.year == period.from.parts.year }?.count
    }

    /// A count for each officer in post, to two places; nil where either is unknown.
    public func perOfficer(_ measure: ActivityMeasure, in period: ActivityPeriod) -> Quantity? {
        guard measure.isCount, let officers = figure(.officers, in: period).value, let value = figure(measure, in: period).value else { return nil }
        return value.divided(by: officers, places: 2)
    }

    /// The mean over the periods that are over and of which the whole is known, to three places; nil where there are none.
    public func mean(_ measure: ActivityMeasure, over periods: [ActivityPeriod]) -> Quantity? {
        let known = periods.filter { $0.through < day }.map { figure(measure, in: $0) }.filter { $0.isWhole || $0.isStated }.compactMap(\.value)
        return known.isEmpty ? nil : Quantity(millionths: known.reduce(0) { $0 + $1.millionths }).divided(by: Quantity(known.count), places: 3)
    }

    /// How the appeals ended that were disposed of in a period.
    public func outcomes(in period: ActivityPeriod) -> [NoticeHistory.Appeal.Outcome: Int] {
        facts.notices.flatMap(\.history.appeals).filter { $0.disposed.map(period.contains) ?? false }
            .reduce(into: [:]) { counts, appeal in if let outcome = appeal.outcome { counts[outcome, default: 0] += 1 } }
    }

    /// Every year of a kind that anything is known of, without gaps, the earliest first.
    public func years(_ span: ActivitySpan) -> [ActivityPeriod] {
        let last = span.period(of: day)
        let firsts = [facts.begins.map { span.period(of: $0) }].compactMap(\.self) + stated.map(\.period).filter { $0.span == span }
        guard let first = firsts.map(\.from).min(), first <= last.from else { return [last] }
        return span.periods(first.months(until: last.from) / span.months + 1, through: day)
    }

    // MARK: From the records

    private func recorded(_ measure: ActivityMeasure, in period: ActivityPeriod) -> (Quantity?, of: Int?, count: Int?) {
        switch measure {
        case .enforcement, .prohibition, .alterations:
            return (Quantity(facts.notices.count { $0.history.type == measure.type && within($0.served, period) }), nil, nil)
        case .notices: return (Quantity(facts.notices.count { within($0.served, period) }), nil, nil)
        case .informal, .caution, .prosecution: return (Quantity(facts.deeds.count { $0.measure == measure && within($0.on, period) }), nil, nil)
        case .appeal: return (Quantity(facts.notices.flatMap(\.history.appeals).count { within($0.brought, period) }), nil, nil)
        case .daysToComply:
            let days = facts.notices.compactMap { notice -> Int? in
                guard let served = notice.served, let complied = notice.history.complied, within(complied, period) else { return nil }
                return served.days(until: complied)
            }
            return (Quantity.median(days), days.count, nil)
        case .compliance:
            let due = facts.notices.filter { $0.history.type == .enforcement && within($0.complyBy, period) && !$0.isOverturned }
            let kept = due.count { notice in notice.history.complied.map { complied in notice.complyBy.map { complied <= $0 } ?? false } ?? false }
            return (Quantity.percent(kept, of: due.count), due.count, kept)
        case .inTime:
            let due = timeliness.filter { $0.counts && within($0.dueBy, period) }
            let kept = due.count { $0.standing == .inTime }
            return (Quantity.percent(kept, of: due.count), due.count, kept)
        case .audit, .officers: return (nil, nil, nil)
        }
    }

    private func within(_ day: Day?, _ period: ActivityPeriod) -> Bool { day.map { $0 <= self.day && period.contains($0) } ?? false }
}

extension NoticeFact {
    /// Whether it was withdrawn by its last day or cancelled by the court, so that nobody had to comply.
    fileprivate var isOverturned: Bool {
        if history.appeals.contains(where: { $0.outcome == .cancelled }) { return true }
        guard let withdrawn = history.withdrawn else { return false }
        return complyBy.map { withdrawn <= $0 } ?? true
    }
}
