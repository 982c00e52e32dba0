public import Kernel

/// What an edition of the policy sets out to reach: a measure, a target, and how often it is looked at.
public struct EnforcementObjective: Codable, Equatable, Sendable {
    /// Which side of the target is good.
    public enum Polarity: String, Codable, Sendable, CaseIterable {
        case atLeast = "at-least"
        case atMost = "at-most"

        public var words: String { self == .atLeast ? "at least" : "at most" }
    }

    public let id: ID<EnforcementObjective>
    public var version: Int
    public let policy: ID<EnforcementPolicy>
    public var sentence: String
    public var measure: ActivityMeasure
    public var polarity: Polarity
    public var target: Quantity
    public var per: ActivitySpan
    /// The day on which it was taken out of a draft.
    public var dropped: Day?

    public init(id: ID<EnforcementObjective>, version: Int = 1, policy: ID<EnforcementPolicy>, _ new: NewObjective, dropped: Day? = nil) {
        (self.id, self.version, self.policy, self.dropped) = (id, version, policy, dropped)
        (sentence, measure, polarity, target, per) = (new.sentence, new.measure, new.polarity, new.target, new.per)
    }

    /// The same with what a person entered in place of what it said.
    func saying(_ new: NewObjective) -> EnforcementObjective {
        EnforcementObjective(id: id, version: version, policy: policy, new, dropped: dropped)
    }

    var new: NewObjective { NewObjective(sentence: sentence, measure: measure, polarity: polarity, target: target, per: per) }

    /// `at least 95% a quarter`
    public var aim: String {
        let often = switch per {
        case .month: "a month"
        case .quarter: "a quarter"
        case .year: "a year"
        case .financialYear: "a financial year"
        }
        return "\(polarity.words) \(target)\(measure.unit) \(often)"
    }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        ["sentence": sentence, "measure": measure.rawValue, "polarity": polarity.rawValue, "target": target.description, "per": per.rawValue].mapValues { [$0] }
    }
}

/// What a person enters of it.
public struct NewObjective: Sendable, Equatable {
    public var sentence: String
    public var measure: ActivityMeasure
    public var polarity: EnforcementObjective.Polarity
    public var target: Quantity
    public var per: ActivitySpan

    public init(sentence: String, measure: ActivityMeasure, polarity: EnforcementObjective.Polarity = .atLeast, target: Quantity, per: ActivitySpan = .year) {
        (self.sentence, self.measure, self.polarity, self.target, self.per) = (sentence, measure, polarity, target, per)
    }

    public init(reading fields: inout Fields) {
        sentence = fields.text("sentence", "The objective", atMost: 500)
        measure = fields.choice("measure", "Measured by", default: .enforcement)
        polarity = fields.choice("polarity", "It is to be", default: .atLeast)
        target = fields.quantity("target", "The target")
        per = fields.choice("per", "Looked at every", default: .year)
        if fields.errors.isEmpty, let wrong = amiss { fields.refuse(wrong.name, wrong.sentence) }
    }

    var amiss: Refusal.Field? {
        if target < Quantity(0) { return .init("target", "A target is 0 or more.") }
        if measure.unit == "%", Quantity(100) < target { return .init("target", "\(measure.words) is told in per cent, so the target is 100 at most.") }
        if !measure.isRecorded, per.months != 12 { return .init("per", "\(measure.words) are stated by the year, so the objective is looked at every year.") }
        return nil
    }
}

/// How an objective stands in one period, looked at from a day.
public struct ObjectiveStanding: Sendable {
    public enum Outcome: String, Codable, Sendable, CaseIterable {
        case met
        case missed
        /// The period still runs, and may end either way.
        case open
        /// The period is over, and nothing in it could have met or missed it.
        case nothing
        case unknown

        public var words: String {
            switch self {
            case .met: "Met"
            case .missed: "Not met"
            case .open: "Under way"
            case .nothing: "None to measure"
            case .unknown: "Unknown"
            }
        }
    }

    public let objective: EnforcementObjective
    public let figure: ActivityFigure
    public let outcome: Outcome

    public init(_ objective: EnforcementObjective, _ activity: Activity, in period: ActivityPeriod) {
        self.objective = objective
        figure = activity.figure(objective.measure, in: period)
        let isOver = period.through < activity.day
        guard let value = figure.value, figure.isWhole || figure.isStated else {
            outcome = !isOver ? .open : figure.isWhole && figure.of == 0 ? .nothing : .unknown
            return
        }
        let isGood = objective.polarity == .atLeast ? value >= objective.target : value <= objective.target
        // A count only grows, so it may be decided before its period ends; a rate may go either way until then.
        let isDecided = isOver || objective.measure.isCount && isGood == (objective.polarity == .atLeast)
        outcome = isDecided ? (isGood ? .met : .missed) : .open
    }
}
