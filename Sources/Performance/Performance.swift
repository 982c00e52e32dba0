public import Kernel
import People
public import Storage

/// Measures, their targets and values, and reports of them: the verbs, done within one piece of work. Each checks who may, asks the model, saves and journals.
public struct Performance: Sendable {
    /// What other slices work out from their own records.
    public let figures: [LiveFigure]

    /// - Parameter figures: each under a name of its own.
    public init(figures: [LiveFigure] = []) { self.figures = figures }

    public func figure(_ name: String) -> LiveFigure? { figures.first { $0.name == name } }

    /// Begins to measure something.
    ///
    /// - Throws: `not-allowed`, `reference-taken`, `party-not-found`, `fields-need-attention`
    @discardableResult
    public func add(_ new: NewPerformanceMeasure, _ work: Work) throws -> PerformanceMeasure {
        try PerformancePolicy.keeps.check(work.actor)
        if let name = new.figure { try check(name, new) }
        let reference = try new.reference ?? freeReference(work.session)
        let taken: ID<PerformanceMeasure>? = try work.session.value("SELECT id FROM performance_measure WHERE reference_key = \(reference.key)")
        guard taken == nil else {
            throw Refusal("reference-taken", .conflict, "There is a measure \(reference) already.", fields: [.init("reference", "Choose a reference that no other measure has.")])
        }
        let owner = try owner(new, work.session)
        return try work.add("added the measure") { PerformanceMeasure(id: $0, reference, new, owner: owner, since: work.today) }
    }

    /// Changes what a measure says of itself. What its values rest on stays: its reference, kind, frequency and source.
    ///
    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `measure-ended`, `measure-stays-so`, `party-not-found`, `changed-meanwhile`
    @discardableResult
    public func edit(_ measure: PerformanceMeasure, _ new: NewPerformanceMeasure, version: Int? = nil, _ work: Work) throws -> PerformanceMeasure {
        try PerformancePolicy.keeps.check(work.actor)
        try refuseEnded(measure, work)
        guard new.kind == measure.kind, new.frequency == measure.frequency, new.source == measure.source, new.figure == measure.figure else {
            throw Refusal.conflict("measure-stays-so", "The kind, frequency and source of \(measure.reference) stay, since its values rest on them. End it and add another measure.")
        }
        var changed = measure.saying(new, owner: try owner(new, work.session))
        changed.version = version ?? measure.version
        return try work.change("edited the measure", changed)
    }

    /// Measures it no more, from a day on. What was measured stays, and what was signed.
    ///
    /// - Throws: `not-allowed`, `performance-measure-ended`, `measure-in-signed-report`
    @discardableResult
    public func end(_ measure: PerformanceMeasure, on day: Day, _ work: Work) throws -> PerformanceMeasure {
        try PerformancePolicy.keeps.check(work.actor)
        try refuseEnded(measure, work)
        if let signed = try work.session.first(PerformanceReport.self, "WHERE signed_on IS NOT NULL AND from_on >= \(day) ORDER BY from_on DESC"),
           try work.session.count(ReportedFigure.self, "WHERE report = \(signed.id) AND measure = \(measure.id)") > 0 {
            throw Refusal.conflict("measure-in-signed-report", "\(measure.reference) stands in a signed report of the time from \(signed.from). End it on a later day.")
        }
        var changed = measure
        changed.ended = day
        return try work.change("ended the measure", changed)
    }

    /// Sets what is to be reached from a period on. It goes before what was set for that period, and what was reached earlier is judged as it was.
    ///
    /// - Throws: `not-allowed`, `measure-ended`, `target-on-neutral`, `fields-need-attention`
    @discardableResult
    public func aim(_ new: NewMeasureTarget, for measure: PerformanceMeasure, _ work: Work) throws -> MeasureTarget {
        try PerformancePolicy.keeps.check(work.actor)
        try refuseEnded(measure, work)
        guard measure.polarity != .neutral else {
            throw Refusal.conflict("target-on-neutral", "Neither way is better for \(measure.reference), so it can’t be judged against a target. Say first which way is better.")
        }
        let wrong = new.amiss(for: measure)
        guard wrong.isEmpty else { throw Refusal.fields(wrong) }
        let tolerance = new.tolerance ?? (new.figure.millionths == 0 ? Quantity(0) : NewMeasureTarget.usualTolerance)
        let target = try work.add("set the target", in: measure.subject) { id in
            MeasureTarget(
                id: id, measure: measure.id, from: new.from, shape: new.shape, figure: new.figure, months: new.months, tolerance: tolerance, reason: new.reason, since: work.today)
        }
        try work.save(target.months, of: target.id, in: MeasureTarget.monthTable)
        return target
    }

    /// Takes a target back: what was set before it counts again.
    ///
    /// - Throws: `not-allowed`, `measure-target-dropped`
    @discardableResult
    public func drop(_ target: MeasureTarget, of measure: PerformanceMeasure, _ work: Work) throws -> MeasureTarget {
        try PerformancePolicy.keeps.check(work.actor)
        guard target.dropped == nil else { throw Refusal.conflict("measure-target-dropped", "That target was taken back already.") }
        var changed = target
        changed.dropped = work.today
        return try work.change("took back the target", changed, in: measure.subject)
    }

    /// Has limits worked out anew from a period on, since something was changed.
    ///
    /// - Throws: `not-allowed`, `measure-rebased-already`
    @discardableResult
    public func rebase(_ measure: PerformanceMeasure, _ new: NewMeasureRebase, _ work: Work) throws -> MeasureRebase {
        try PerformancePolicy.keeps.check(work.actor)
        let taken: ID<MeasureRebase>? = try work.session.value("SELECT id FROM performance_measure_rebase WHERE measure = \(measure.id) AND from_on = \(new.from) AND dropped_on IS NULL")
        guard taken == nil else { throw Refusal.conflict("measure-rebased-already", "The chart of \(measure.reference) is rebased from that period already.") }
        return try work.add("rebased the chart", in: measure.subject) { MeasureRebase(id: $0, measure: measure.id, from: new.from, reason: new.reason, since: work.today) }
    }

    /// - Throws: `not-allowed`, `measure-rebase-dropped`
    @discardableResult
    public func drop(_ rebase: MeasureRebase, of measure: PerformanceMeasure, _ work: Work) throws -> MeasureRebase {
        try PerformancePolicy.keeps.check(work.actor)
        guard rebase.dropped == nil else { throw Refusal.conflict("measure-rebase-dropped", "That rebasing was taken back already.") }
        var changed = rebase
        changed.dropped = work.today
        return try work.change("took back the rebasing", changed, in: measure.subject)
    }

    // MARK: What verbs ask

    func refuseEnded(_ measure: PerformanceMeasure, _ work: Work) throws {
        guard let ended = measure.ended, ended <= work.today else { return }
        throw Refusal.conflict("performance-measure-ended", "\(measure.reference) has been measured no more since \(ended).")
    }

    private func owner(_ new: NewPerformanceMeasure, _ session: Session) throws -> ID<Party>? { try new.owner.map { try Parties(session).named($0, field: "owner").id } }

    private func check(_ name: String, _ new: NewPerformanceMeasure) throws {
        guard let figure = figure(name) else { throw Refusal.fields([.init("figure", "There is no live figure “\(name.prefix(40))”.")]) }
        guard figure.kind == new.kind else { throw Refusal.fields([.init("kind", "\(figure.title) is a \(figure.kind.rawValue). Choose that.")]) }
    }

    /// `PM-01`, or the next after the highest that is taken.
    private func freeReference(_ session: Session) throws -> Reference {
        let numbers = try session.measures().compactMap { measure in measure.reference.key.hasPrefix("pm-") ? Int(measure.reference.key.dropFirst(3)) : nil }.filter { $0 < 1_000_000 }
        return try Reference("PM-\(padded((numbers.max() ?? 0) + 1, to: 2))")
    }
}
