import Kernel
import People
import Performance
import Storage
import TestSupport

/// What random histories do with measures, their values, targets and charts.
extension Deeds {
    private mutating func newMeasure() throws -> NewPerformanceMeasure {
        let kind = pick(PerformanceMeasure.Kind.self)
        return NewPerformanceMeasure(
            reference: chance(3) ? Reference(checking: "PM-0\(Int.random(in: 1...9, using: &dice))") : nil, title: text(), meaning: text(), kind: kind,
            unit: chance(2) ? "%" : "", decimals: .random(in: 0...4, using: &dice), polarity: pick(PerformanceMeasure.Polarity.self), numerator: note(),
            denominator: kind == .rate ? text() : nil, multiplier: kind == .rate ? 100 : 1, frequency: chance(3) ? pick(Frequency.self) : .month,
            owner: chance(2) ? try party(.person).name : chance(9) ? "Nobody here" : nil, isCumulative: kind != .level && chance(4))
    }

    /// One of the newest; one is made where there is none.
    private mutating func measure() throws -> PerformanceMeasure {
        let newest = try work.session.all(PerformanceMeasure.self, "WHERE ended_on IS NULL ORDER BY id DESC LIMIT 9").randomElement(using: &dice)
        return try newest ?? Performance().add(NewPerformanceMeasure(title: text(), meaning: text(), polarity: .lower), work)
    }

    /// A period in the year before, and now and then one that has not begun.
    private mutating func period() -> Day { work.today.adding(days: .random(in: -400...30, using: &dice)) }

    private mutating func newValue(_ measure: PerformanceMeasure) -> NewMeasureValue {
        let (denominator, from) = (Quantity(.random(in: 0...20, using: &dice)), period())
        let isOver = ReportingPeriod(measure.frequency, of: from).through < work.today
        return NewMeasureValue(
            from: from, numerator: Quantity(millionths: .random(in: -1_000_000...90_000_000, using: &dice)),
            denominator: (measure.kind == .rate) != chance(9) ? denominator : nil, isProvisional: chance(3) || !isOver && !chance(9), note: note())
    }

    private mutating func newTarget(_ measure: PerformanceMeasure) -> NewMeasureTarget {
        let shape = measure.kind == .count || chance(9) ? pick(MeasureTarget.Shape.self) : .level
        let months = shape == .months ? (0..<12).map { Quantity($0) } : []
        return NewMeasureTarget(
            from: ReportingPeriod(measure.frequency, of: period()).from, shape: shape, figure: Quantity(shape == .months ? 66 : .random(in: 0...99, using: &dice)), months: months,
            tolerance: chance(3) ? Quantity(5) : nil, reason: note())
    }

    private mutating func report() -> ReportingPeriod { ReportingPeriod(chance(3) ? pick(Frequency.self) : .month, of: work.today.adding(days: .random(in: -70...10, using: &dice))) }

    private func own(_ id: ID<PerformanceMeasure>) throws -> PerformanceMeasure { try work.session.all(PerformanceMeasure.self, "WHERE id = \(id)")[0] }

    static let performanceDeeds: [(name: String, deed: Deed)] = [
        ("added a measure", { try Performance().add($0.newMeasure(), $0.work) }),
        ("edited a measure", {
            let measure = try $0.measure()
            var new = try $0.newMeasure()
            if !$0.chance(6) { (new.kind, new.frequency) = (measure.kind, measure.frequency) }
            if new.kind != .rate { (new.denominator, new.multiplier) = (nil, 1) } else if new.denominator == nil { new.denominator = "Of all" }
            if new.kind == .level { new.isCumulative = false }
            try Performance().edit(measure, new, version: $0.version(measure.version), $0.work)
        }),
        ("recorded a value", {
            let measure = try $0.measure()
            try Performance().record($0.newValue(measure), of: measure, $0.work)
        }),
        ("recorded another value", {
            let measure = try $0.measure()
            try Performance().record($0.newValue(measure), of: measure, $0.work)
        }),
        ("set a target", {
            let measure = try $0.measure()
            try Performance().aim($0.newTarget(measure), for: measure, $0.work)
        }),
        ("took back a target", {
            let target = try $0.one(MeasureTarget.self)
            try Performance().drop(target, of: $0.own(target.measure), $0.work)
        }),
        ("rebased a chart", {
            let measure = try $0.measure()
            try Performance().rebase(measure, NewMeasureRebase(from: ReportingPeriod(measure.frequency, of: $0.period()).from, reason: $0.text()), $0.work)
        }),
        ("took back a rebasing", {
            let rebase = try $0.one(MeasureRebase.self)
            try Performance().drop(rebase, of: $0.own(rebase.measure), $0.work)
        }),
        ("wrote a commentary", { try Performance().comment($0.text(), on: $0.report(), $0.work) }),
        ("explained an exception", {
            let measure = try $0.measure()
            try Performance().explain(measure, in: $0.report(), $0.text(), $0.work)
        }),
        ("signed a report", {
            let period = $0.report()
            try Performance().comment($0.text(), on: period, $0.work)
            try Performance().sign(period, $0.work)
        }),
        ("ended a measure", { try Performance().end($0.measure(), on: $0.work.today, $0.work) }),
    ]
}
