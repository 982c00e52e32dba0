@testable import App
import Kernel
import People
import Performance
import Plans
import Storage
import TestSupport

/// What random histories do with measures.
extension Deeds {
    private mutating func newMeasure() throws -> NewMeasure {
        let follows = chance(3) ? try measureOfService() : nil
        return NewMeasure(title: text(), unit: chance(2) ? "%" : "days", polarity: pick(SuccessMeasure.Polarity.self), threshold: quantity(), follows: follows, since: someDay())
    }

    /// One of the service's own measures; nil where there is none.
    mutating func measureOfService() throws -> Subject? {
        try work.session.all(PerformanceMeasure.self, "ORDER BY id DESC LIMIT 9").randomElement(using: &dice)?.subject
    }

    private mutating func quantity() -> Quantity { Quantity(millionths: .random(in: -99...99_000_000, using: &dice)) }

    static let measuresDeeds: [(name: String, deed: Deed)] = [
        ("measured a finding", {
            let finding = try $0.one(Finding.self)
            try $0.plans.measure(finding, of: $0.plan(finding.plan), by: $0.newMeasure(), $0.work)
        }),
        ("measured an action", {
            let (action, plan) = try $0.action()
            try $0.plans.measure(action, of: plan, by: $0.newMeasure(), $0.work)
        }),
        ("edited a measure", {
            let measure = try $0.one(SuccessMeasure.self)
            try $0.plans.edit(measure, of: $0.plan(measure.plan), $0.newMeasure(), version: $0.version(measure.version), $0.work)
        }),
        ("ended a measure", {
            let measure = try $0.one(SuccessMeasure.self)
            try $0.plans.end(measure, of: $0.plan(measure.plan), because: $0.text(), $0.work)
        }),
        ("read a measure", {
            let measure = try $0.one(SuccessMeasure.self)
            try $0.plans.read(measure, of: $0.plan(measure.plan), NewReading(on: $0.day(), value: $0.quantity(), note: $0.note()), $0.work)
        }),
        ("showed an action by a measure", {
            let (action, plan) = try $0.action()
            guard let measure = try $0.measureOfService() else { return }
            let period = $0.chance(3) ? "2021-0\(Int.random(in: 1...9, using: &$0.dice))" : nil
            try $0.plans.show(NewEvidence(shows: $0.text(), record: measure, period: period), for: action, of: plan, naming: naming, $0.work)
        }),
        ("took back a reading", {
            let reading = try $0.one(MeasureReading.self)
            let measure = try $0.work.session.all(SuccessMeasure.self, "WHERE id = \(reading.measure)")[0]
            try $0.plans.takeBack(reading, of: measure, in: $0.plan(reading.plan), because: $0.text(), $0.work)
        }),
    ]
}
