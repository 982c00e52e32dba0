import Kernel
import Web

/// A measure as it is defined, with what is to be reached.
struct MeasurePayload: Encodable {
    static let schema = Schema.object("PerformanceMeasure", [
        "reference": .reference, "version": .number, "title": .text, "meaning": .text, "kind": .choice(PerformanceMeasure.Kind.self), "unit": .text, "decimals": .count,
        "polarity": .choice(PerformanceMeasure.Polarity.self), "numerator": .text.optional, "denominator": .text.optional, "multiplier": Schema.number.meaning("A rate is for so many of the denominator: 100 for per cent."),
        "frequency": .choice(Frequency.self), "owner": .text.optional, "source": .choice(PerformanceMeasure.Source.self), "figure": Schema.text.optional.meaning("The live figure that it shows."),
        "cumulative": Schema.flag.meaning("Judged by what has come together since 1 April."), "measuredFrom": .day.optional, "since": .day, "ended": .day.optional,
        "targets": .list(TargetPayload.schema), "rebases": .list(RebasePayload.schema),
    ])

    let reference: Reference
    let version: Int
    let title: String
    let meaning: String
    let kind: PerformanceMeasure.Kind
    let unit: String
    let decimals: Int
    let polarity: PerformanceMeasure.Polarity
    let numerator: String?
    let denominator: String?
    let multiplier: Int
    let frequency: Frequency
    let owner: String?
    let source: PerformanceMeasure.Source
    let figure: String?
    let cumulative: Bool
    let measuredFrom: Day?
    let since: Day
    let ended: Day?
    let targets: [TargetPayload]
    let rebases: [RebasePayload]

    init(_ view: PerformanceView) {
        let measure = view.measure
        (reference, version, title, meaning, kind) = (measure.reference, measure.version, measure.title, measure.meaning, measure.kind)
        (unit, decimals, polarity, numerator, denominator) = (measure.unit, measure.decimals, measure.polarity, measure.numerator, measure.denominator)
        (multiplier, frequency, owner, source, figure) = (measure.multiplier, measure.frequency, view.facts.owner, measure.source, measure.figure)
        (cumulative, measuredFrom, since, ended) = (measure.isCumulative, measure.measuredFrom, measure.since, measure.ended)
        targets = view.targets.sorted { ($0.from, $0.id) > ($1.from, $1.id) }.map(TargetPayload.init)
        rebases = view.rebases.map(RebasePayload.init)
    }
}

/// What a measure is to reach from a day on.
struct TargetPayload: Encodable {
    static let schema = Schema.object("MeasureTarget", [
        "number": .number, "from": .day, "shape": .choice(MeasureTarget.Shape.self), "figure": Schema.text.meaning("An exact decimal number, as text."), "months": .list(.text),
        "tolerance": Schema.text.meaning("In per cent; of a target of nought, in the measure’s unit."), "reason": .text.optional, "since": .day, "dropped": .day.optional,
    ])

    let number: Int64
    let from: Day
    let shape: MeasureTarget.Shape
    let figure: Quantity
    let months: [Quantity]
    let tolerance: Quantity
    let reason: String?
    let since: Day
    let dropped: Day?

    init(_ target: MeasureTarget) {
        (number, from, shape, figure, months) = (target.id.number, target.from, target.shape, target.figure, target.months)
        (tolerance, reason, since, dropped) = (target.tolerance, target.reason, target.since, target.dropped)
    }
}

/// From when a chart has its limits anew.
struct RebasePayload: Encodable {
    static let schema = Schema.object("MeasureRebase", ["number": .number, "from": .day, "reason": .text, "since": .day, "dropped": .day.optional])

    let number: Int64
    let from: Day
    let reason: String
    let since: Day
    let dropped: Day?

    init(_ rebase: MeasureRebase) { (number, from, reason, since, dropped) = (rebase.id.number, rebase.from, rebase.reason, rebase.since, rebase.dropped) }
}

/// A value of a period, as it was recorded.
struct ValuePayload: Encodable {
    static let schema = Schema.object("MeasureValue", [
        "number": Schema.number.optional.meaning("Left out of what is worked out from other records."), "period": .text, "from": .day, "through": .day, "numerator": Schema.text.meaning("An exact decimal number, as text."),
        "denominator": .text.optional, "value": Schema.text.optional.meaning("The count, the level, or the rate to six places; left out of a rate of nothing."), "provisional": .flag,
        "counts": Schema.flag.meaning("Whether no other has taken its place."), "replaces": .number.optional, "recorded": .day.optional, "note": .text.optional,
    ])

    let number: Int64?
    let period: String
    let from: Day
    let through: Day
    let numerator: Quantity
    let denominator: Quantity?
    let value: Quantity?
    let provisional: Bool
    let counts: Bool
    let replaces: Int64?
    let recorded: Day?
    let note: String?

    init(_ record: MeasureValue, of measure: PerformanceMeasure, counts: Bool) {
        let own = ReportingPeriod(measure.frequency, of: record.from)
        (number, period, from, through, self.counts) = (record.id.number, own.code, own.from, own.through, counts)
        (numerator, denominator, provisional, note) = (record.numerator, record.denominator, record.isProvisional, record.note)
        value = measure.kind == .rate ? record.numerator.rate(of: record.denominator ?? Quantity(0), times: measure.multiplier) : record.numerator
        (replaces, recorded) = (record.replaces?.number, record.recorded)
    }

    init(_ known: MeasuredValue, of measure: PerformanceMeasure) {
        (number, period, from, through, counts) = (nil, known.period.code, known.period.from, known.period.through, true)
        (numerator, denominator, provisional, note, replaces, recorded) = (known.numerator, known.denominator, known.isProvisional, nil, nil, nil)
        value = measure.kind == .rate ? known.numerator.rate(of: known.denominator ?? Quantity(0), times: measure.multiplier) : known.numerator
    }
}

extension PerformanceView {
    /// All values, the earliest period first, each followed by those that took its place.
    var payloads: [ValuePayload] {
        guard measure.source != .live else { return known.values.sorted { $0.period < $1.period }.map { ValuePayload($0, of: measure) } }
        return facts.values.filter { $0.recorded <= day }.sorted { ($0.from, $0.id) < ($1.from, $1.id) }.map { value in
            ValuePayload(value, of: measure, counts: standing[ReportingPeriod(measure.frequency, of: value.from)]?.id == value.id)
        }
    }
}
