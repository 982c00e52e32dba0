import Kernel
import People
public import Storage

extension Performance {
    /// Records what was measured in a period. Where a value is there already this one takes its place, and both stay on record; one that says the same is left as it is.
    ///
    /// - Throws: `not-allowed`, `measure-ended`, `measure-is-live`, `period-not-over`, `fields-need-attention`
    @discardableResult
    public func record(_ new: NewMeasureValue, of measure: PerformanceMeasure, _ work: Work) throws -> MeasureValue {
        try checkRecords(measure, work)
        return try keep(new, of: measure, work)
    }

    /// Takes values from a file, those of each measure that are new or differ from what is recorded.
    ///
    /// - Returns: how many were recorded.
    /// - Throws: `not-allowed`, `measure-ended`, `measure-is-live`, `period-not-over`, `measure-rows-wrong`
    @discardableResult
    public func take(_ preview: ValuePreview, _ work: Work) throws -> Int {
        if let wrong = preview.rows.first(where: { $0.outcome.isWrong }) {
            throw Refusal.invalid("measure-rows-wrong", "\(counted(preview.count { $0.isWrong }, "row")) of the file can’t be taken. Row \(wrong.row.number): \(wrong.outcome.words)")
        }
        var checked: Set<ID<PerformanceMeasure>> = []
        return try preview.rows.reduce(0) { count, line in
            guard line.outcome.isTaken, let measure = line.measure, let value = line.value else { return count }
            if checked.insert(measure.id).inserted { try checkRecords(measure, work) }
            _ = try keep(value, of: measure, work)
            return count + 1
        }
    }

    private func keep(_ new: NewMeasureValue, of measure: PerformanceMeasure, _ work: Work) throws -> MeasureValue {
        let period = ReportingPeriod(measure.frequency, of: new.from)
        guard period.through < work.today || new.isProvisional && period.from <= work.today else {
            let sentence = period.from > work.today
                ? "\(period.words) has not begun." : "\(period.words) is not over before \(period.through). Record a provisional value, or wait for its end."
            throw Refusal("period-not-over", .conflict, sentence, fields: [.init("period", sentence)])
        }
        if let sentence = new.amiss { throw Refusal.fields([.init("numerator", sentence)]) }
        guard (measure.kind == .rate) == (new.denominator != nil) else {
            throw Refusal.fields([.init("denominator", measure.kind == .rate ? "A rate needs a denominator." : "Only a rate has a denominator.")])
        }
        let held = try work.session.standingValue(of: measure.id, from: period.from)
        if let held, new.says(held) { return held }
        return try work.add(held == nil ? "recorded the value" : "revised the value", in: measure.subject) { id in
            MeasureValue(
                id: id, measure: measure.id, from: period.from, numerator: new.numerator, denominator: new.denominator, isProvisional: new.isProvisional, note: new.note,
                replaces: held?.id, recorded: work.today, by: work.actor.subject)
        }
    }

    /// Refuses whoever records the values of no measure at all, before a file is looked through.
    ///
    /// - Throws: `not-allowed`
    func checkRecordsAny(_ work: Work) throws {
        guard !PerformancePolicy.keeps.allows(work.actor) else { return }
        let parties = try Parties(work.session).actedFor(by: work.actor, on: work.today)
        guard try work.session.measures().contains(where: { PerformancePolicy.records($0, actingFor: parties).allows(work.actor) }) else {
            return try PerformancePolicy.recordsAny.check(work.actor)
        }
    }

    func checkRecords(_ measure: PerformanceMeasure, _ work: Work) throws {
        let parties = try Parties(work.session).actedFor(by: work.actor, on: work.today)
        try PerformancePolicy.records(measure, actingFor: parties).check(work.actor)
        try refuseEnded(measure, work)
        guard measure.source != .live else { throw Refusal.conflict("measure-is-live", "\(measure.reference) is worked out from other records. Put those right instead.") }
    }
}
