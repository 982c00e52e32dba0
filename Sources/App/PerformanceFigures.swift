import Enforcement
import Inspections
import Kernel
import Performance
import Quality
import Storage

/// Measures with what other slices work out from their own records, put together here since no slice knows another.
let performance = Performance(figures: [
    .enforcement("notices-served", "Formal notices served", unit: "notices", .notices, meaning: "Enforcement, prohibition and alterations notices, by the day on which each was first served."),
    .enforcement("informal-notifications", "Informal notifications sent", unit: "letters", .informal, meaning: "Informal notifications of deficiencies, by the day on which each was sent."),
    LiveFigure(
        "audits-carried-out", "Audits carried out", kind: .count, unit: "audits", meaning: "Completed audits of every kind, follow-ups among them, by the day on which each was carried out."
    ) { periods, day, session in
        let counts = try session.auditCountsOnce(by: day)
        return periods.map { period in MeasuredValue(period, Quantity(counts.filter { period.contains($0.month) }.reduce(0) { $0 + $1.count })) }
    },
    LiveFigure(
        "audits-satisfactory", "Audits that found premises satisfactory", kind: .rate, unit: "%", meaning: "Completed audits with a satisfactory result, of all that were carried out in the period."
    ) { periods, day, session in
        let counts = try session.auditCountsOnce(by: day)
        return periods.map { period in
            let own = counts.filter { period.contains($0.month) }
            return MeasuredValue(period, Quantity(own.filter { $0.result == .satisfactory }.reduce(0) { $0 + $1.count }), of: Quantity(own.reduce(0) { $0 + $1.count }))
        }
    },
    LiveFigure(
        "quality-checks-done", "Quality checks done of those planned", kind: .rate, unit: "%",
        meaning: "Checks of audits that a sampling plan drew and that were completed, of all that it drew and that were due in the period. What was called off counts as not done."
    ) { periods, day, session in
        let counts = try session.qualityCheckCounts(by: day).filter(\.isPlanned)
        return periods.map { period in
            let own = counts.filter { period.contains($0.due) }
            return MeasuredValue(period, Quantity(own.count { $0.completed != nil }), of: Quantity(own.count))
        }
    },
    LiveFigure(
        "quality-checks-without-fail", "Quality checks in which nothing failed", kind: .rate, unit: "%",
        meaning: "Checks of audits in which no criterion failed, of those completed in the period. A criterion that was not evidenced did not fail."
    ) { periods, day, session in
        let counts = try session.qualityCheckCounts(by: day)
        return periods.map { period in
            let own = counts.filter { $0.completed.map(period.contains) ?? false }
            return MeasuredValue(period, Quantity(own.count { !$0.hasFail }), of: Quantity(own.count))
        }
    },
    LiveFigure(
        "register-in-time", "Entries made in time", kind: .rate, unit: "%",
        meaning: "Entries of the public register made by the last day that section 3 of the Environment and Safety Information Act 1988 allows, of those whose last day lay in the period."
    ) { periods, day, session in
        let due = try session.timeliness(on: day).filter(\.counts)
        return periods.map { period in
            let own = due.filter { $0.dueBy.map(period.contains) ?? false }
            return MeasuredValue(period, Quantity(own.count { $0.standing == .inTime }), of: Quantity(own.count))
        }
    },
    LiveFigure(
        "notices-complied-in-time", "Notices complied with in time", kind: .rate, unit: "%",
        meaning: "Enforcement notices complied with by their last day, of those whose last day lay in the period and that were neither withdrawn nor cancelled."
    ) { periods, day, session in
        let activity = try session.activityOnce(on: day)
        return periods.compactMap { period in
            let figure = activity.figure(.compliance, in: ActivitySpan(period.frequency).period(of: period.from))
            guard figure.isWhole, let of = figure.of, let count = figure.count else { return nil }
            return MeasuredValue(period, Quantity(count), of: Quantity(of))
        }
    },
])

extension LiveFigure {
    /// A count of enforcement, from the first day of which records are kept.
    fileprivate static func enforcement(_ name: String, _ title: String, unit: String, _ measure: ActivityMeasure, meaning: String) -> LiveFigure {
        LiveFigure(name, title, kind: .count, unit: unit, meaning: meaning) { periods, day, session in
            let activity = try session.activityOnce(on: day)
            return periods.compactMap { period in
                let figure = activity.figure(measure, in: ActivitySpan(period.frequency).period(of: period.from))
                return figure.isWhole ? figure.recorded.map { MeasuredValue(period, $0) } : nil
            }
        }
    }
}

/// What several figures of one scorecard are worked out from is worked out once.
extension Session {
    fileprivate func activityOnce(on day: Day) throws -> Activity { try once("activity on \(day.iso)") { try activity(on: day).activity } }
    fileprivate func auditCountsOnce(by day: Day) throws -> [AuditCount] { try once("audits by \(day.iso)") { try auditCounts(by: day) } }
}

extension ActivitySpan {
    fileprivate init(_ frequency: Frequency) {
        self = switch frequency {
        case .month: .month
        case .quarter: .quarter
        case .year: .financialYear
        }
    }
}
