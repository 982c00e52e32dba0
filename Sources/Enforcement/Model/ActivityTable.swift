import Kernel

/// Which periods are shown when activity is looked at by one span or another.
extension Activity {
    /// The last 12 months, the last 8 quarters, or every year of which anything is known, 40 at most; the earliest first.
    func shown(by span: ActivitySpan) -> [ActivityPeriod] {
        switch span {
        case .month: span.periods(12, through: day)
        case .quarter: span.periods(8, through: day)
        case .year, .financialYear: Array(years(span).suffix(40))
        }
    }

    /// How each objective stands in the period that the day lies in, and how it stood in the one before.
    func standings(_ objectives: [EnforcementObjective]) -> [(now: ObjectiveStanding, before: ObjectiveStanding)] {
        objectives.map { objective in
            let period = objective.per.period(of: day)
            return (ObjectiveStanding(objective, self, in: period), ObjectiveStanding(objective, self, in: period.before))
        }
    }
}
