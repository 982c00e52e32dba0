import Kernel
import Web

/// What programs send to keep measures: the same fields as the forms have.
extension NewPerformanceMeasure {
    static let schema = Schema.input("NewPerformanceMeasure", [
        "reference": Schema.words(atMost: 40).maybe.meaning("The next PM number when left out; kept as it is when a measure is changed."), "title": .words(atMost: 200), "meaning": .text(atMost: 4000),
        "kind": Schema.choice(PerformanceMeasure.Kind.self).maybe, "unit": Schema.words(atMost: 30).maybe, "decimals": Schema.whole(0...4).maybe, "polarity": Schema.choice(PerformanceMeasure.Polarity.self).maybe,
        "numerator": Schema.words(atMost: 300).maybe, "denominator": Schema.words(atMost: 300).maybe, "multiplier": Schema.whole(1...100_000).maybe, "frequency": Schema.choice(Frequency.self).maybe,
        "owner": Schema.words(atMost: 200).maybe, "source": Schema.choice(PerformanceMeasure.Source.self).maybe, "figure": Schema.words(atMost: 60).maybe,
        "cumulative": Schema.choice(["yes"]).maybe, "measuredFrom": Schema.day.maybe,
    ])
}

extension NewMeasureValue {
    static let schema = Schema.input("NewMeasureValue", [
        "period": Schema.words(atMost: 40).meaning("2026-03, 2025-26-q4 or 2025-26, as the measure is frequent; or any day in it."),
        "numerator": Schema.words(atMost: 30).meaning("The count, the level, or the number above the line: an exact decimal number, as text."), "denominator": Schema.words(atMost: 30).maybe,
        "standing": Schema.choice(NewMeasureValue.Standing.self).maybe, "note": Schema.text(atMost: 1000).maybe,
    ])
}

extension NewMeasureTarget {
    static let schema = Schema.input("NewMeasureTarget", [
        "from": Schema.words(atMost: 40).meaning("The first period: 2026-04, 2026-27-q1 or 2026-27."), "shape": Schema.choice(MeasureTarget.Shape.self).maybe,
        "figure": Schema.words(atMost: 30).maybe.meaning("The level, or the figure of a year; may be left out where the months are given."),
        "months": Schema.words(atMost: 400).maybe.meaning("Twelve numbers from April to March, with blanks between them."), "tolerance": Schema.words(atMost: 30).maybe, "reason": Schema.text(atMost: 1000).maybe,
    ])
}

extension NewMeasureRebase {
    static let schema = Schema.input("NewMeasureRebase", ["from": Schema.words(atMost: 40).meaning("The first period of the new limits."), "reason": .text(atMost: 1000)])
}
