import Kernel
import Web

/// How measures stand in a period.
struct ScorecardPayload: Encodable {
    static let schema = Schema.object("Scorecard", [
        "by": .choice(Frequency.self), "period": .text, "name": .text, "from": .day, "through": .day, "words": .text, "lines": .list(ScorecardLinePayload.schema),
        "others": Schema.list(.reference).meaning("Measured less often, and so without a figure of such a period."),
    ])

    let by: Frequency
    let period: String
    let name: String
    let from: Day
    let through: Day
    let words: String
    let lines: [ScorecardLinePayload]
    let others: [Reference]

    init(_ card: Scorecard, _ lines: [ScorecardLine]) {
        (by, period, name, from, through) = (card.period.frequency, card.period.code, card.period.words, card.period.from, card.period.through)
        (words, others) = (card.words, card.others.map(\.reference))
        self.lines = lines.map(ScorecardLinePayload.init)
    }
}

struct ScorecardLinePayload: Encodable {
    static let schema = Schema.object("ScorecardLine", [
        "measure": .reference, "title": .text, "figure": FigurePayload.schema, "target": Schema.text.optional.meaning("An exact decimal number, as text."), "standing": .choice(TargetStanding.self),
        "gap": Schema.text.optional.meaning("Per cent from the target."), "exception": Schema.flag.meaning("A report has to say why it misses."), "before": FigurePayload.schema,
        "sinceBefore": .choice(Travel.self), "yearBefore": FigurePayload.schema, "sinceYearBefore": .choice(Travel.self), "variation": Schema.choice(Variation.self).optional,
        "assurance": Schema.choice(Assurance.self).optional, "words": .text,
    ])

    let measure: Reference
    let title: String
    let figure: FigurePayload
    let target: Quantity?
    let standing: TargetStanding
    let gap: Quantity?
    let exception: Bool
    let before: FigurePayload
    let sinceBefore: Travel
    let yearBefore: FigurePayload
    let sinceYearBefore: Travel
    let variation: Variation?
    let assurance: Assurance?
    let words: String

    init(_ line: ScorecardLine) {
        (measure, title, figure, target) = (line.measure.reference, line.measure.title, FigurePayload(line.judged.figure), line.judged.target)
        (standing, gap, exception) = (line.judged.standing, line.judged.gap, line.judged.standing.forcesException)
        (before, sinceBefore, yearBefore, sinceYearBefore) = (FigurePayload(line.before), line.sinceBefore, FigurePayload(line.yearBefore), line.sinceYearBefore)
        (variation, assurance, words) = (line.chart.variation, line.chart.assurance, line.words)
    }
}

/// What a measure comes to over some of its periods.
struct FigurePayload: Encodable {
    static let schema = Schema.object("MeasureFigure", [
        "from": .day, "through": .day, "numerator": .text.optional, "denominator": .text.optional,
        "value": Schema.text.optional.meaning("An exact decimal number, as text; left out where it is unknown, and of a rate of nothing."), "provisional": .flag,
        "whole": Schema.flag.meaning("Whether all of its periods are known."), "missing": .list(.text),
    ])

    let from: Day
    let through: Day
    let numerator: Quantity?
    let denominator: Quantity?
    let value: Quantity?
    let provisional: Bool
    let whole: Bool
    let missing: [String]

    init(_ figure: MeasureFigure) {
        (from, through, numerator, denominator, value) = (figure.from, figure.through, figure.numerator, figure.denominator, figure.value)
        (provisional, whole, missing) = (figure.isProvisional, figure.isWhole, figure.missing.map(\.code))
    }
}
