import Kernel
import Web

/// Enforcement by periods, and how it stands against the objectives.
struct ActivityPayload: Encodable {
    static let schema = Schema.object("EnforcementActivity", [
        "on": .day, "by": .choice(ActivitySpan.self), "begins": Schema.day.optional.meaning("The first day of which records are kept."),
        "edition": Schema.text.optional.meaning("The edition of the policy whose objectives these are."), "objectives": .list(StandingPayload.schema), "periods": .list(PeriodPayload.schema),
    ])

    let on: Day
    let by: ActivitySpan
    let begins: Day?
    let edition: String?
    let objectives: [StandingPayload]
    /// The earliest first.
    let periods: [PeriodPayload]

    init(_ activity: Activity, by span: ActivitySpan, _ objectives: [EnforcementObjective], _ policy: EnforcementPolicy?) {
        (on, by, begins, edition) = (activity.day, span, activity.facts.begins, policy?.edition)
        self.objectives = activity.standings(objectives).flatMap { [StandingPayload($0.before), StandingPayload($0.now)] }
        periods = activity.shown(by: span).map { PeriodPayload($0, activity) }
    }
}

/// One period with its figures.
struct PeriodPayload: Encodable {
    static let schema = Schema.object("EnforcementPeriod", [
        "period": .text, "from": .day, "through": .day, "figures": .list(FigurePayload.schema), "enforcementNoticesForEachOfficer": .text.optional,
        "appealOutcomes": Schema.map(.count).meaning("Of appeals that were disposed of in the period."),
    ])

    let period: String
    let from: Day
    let through: Day
    let figures: [FigurePayload]
    let enforcementNoticesForEachOfficer: Quantity?
    let appealOutcomes: [String: Int]

    init(_ period: ActivityPeriod, _ activity: Activity) {
        (self.period, from, through) = (period.words, period.from, period.through)
        figures = ActivityMeasure.allCases.map { FigurePayload(activity.figure($0, in: period)) }
        enforcementNoticesForEachOfficer = activity.perOfficer(.enforcement, in: period)
        appealOutcomes = Dictionary(uniqueKeysWithValues: activity.outcomes(in: period).map { ($0.key.rawValue, $0.value) })
    }
}

/// One figure: what the records give and what is stated. What is unknown is left out.
struct FigurePayload: Encodable {
    static let schema = Schema.object("EnforcementFigure", [
        "measure": .choice(ActivityMeasure.self), "value": Schema.text.optional.meaning("An exact decimal number, as text; left out where it is unknown."),
        "recorded": .text.optional, "of": Schema.count.optional.meaning("How many things a rate or median is of."),
        "isWhole": Schema.flag.meaning("Whether records were kept from the first day of the period."), "stated": .text.optional,
    ])

    let measure: ActivityMeasure
    let value: Quantity?
    let recorded: Quantity?
    let of: Int?
    let isWhole: Bool
    let stated: Quantity?

    init(_ figure: ActivityFigure) {
        (measure, value, recorded) = (figure.measure, figure.value, figure.recorded)
        (of, isWhole, stated) = (figure.of, figure.isWhole, figure.stated)
    }
}

/// How an objective stands in one period.
struct StandingPayload: Encodable {
    static let schema = Schema.object("ObjectiveStanding", [
        "sentence": .text, "aim": .text, "period": .text, "outcome": .choice(ObjectiveStanding.Outcome.self), "figure": FigurePayload.schema,
    ])

    let sentence: String
    let aim: String
    let period: String
    let outcome: ObjectiveStanding.Outcome
    let figure: FigurePayload

    init(_ standing: ObjectiveStanding) {
        (sentence, aim) = (standing.objective.sentence, standing.objective.aim)
        (period, outcome, figure) = (standing.figure.period.words, standing.outcome, FigurePayload(standing.figure))
    }
}

/// Whether the entry of one notice came into the register in time.
struct TimelinessPayload: Encodable {
    static let schema = Schema.object("EntryTimeliness", [
        "notice": .text, "type": .choice(NoticeType.self), "served": .day, "dueFrom": .day.optional, "dueBy": .day.optional, "provision": .text.optional,
        "entered": Schema.day.optional.meaning("The first day on which it stood in the register, worked out from the records."), "standing": .choice(EntryTimeliness.Standing.self),
        "daysLate": .count.optional,
    ])

    let notice: String
    let type: NoticeType
    let served: Day
    let dueFrom: Day?
    let dueBy: Day?
    let provision: String?
    let entered: Day?
    let standing: EntryTimeliness.Standing
    let daysLate: Int?

    init(_ entry: EntryTimeliness) {
        (notice, type, served) = (entry.fact.reference, entry.fact.history.type, entry.served)
        (dueFrom, dueBy, provision) = (entry.due?.lowerBound, entry.dueBy, entry.provision)
        (entered, standing, daysLate) = (entry.entered, entry.standing, entry.lateness)
    }
}
