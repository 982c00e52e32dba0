public import Kernel
import People
public import Storage

extension Session {
    /// A measure by its reference.
    ///
    /// - Throws: `measure-not-found`
    public func measure(_ reference: some StringProtocol) throws -> PerformanceMeasure {
        try first(PerformanceMeasure.self, "WHERE reference_key = \(reference.lowercased())", or: Refusal.missing(
            "performance-measure-not-found", "There is no measure “\(reference.prefix(40))”. The scorecard shows those there are."))
    }

    /// All there are, in the order of their references.
    public func measures() throws -> [PerformanceMeasure] {
        try all(PerformanceMeasure.self, "ORDER BY reference_key").sorted { $0.reference.inOrder < $1.reference.inOrder }
    }

    /// - Throws: `measure-target-not-found`
    func target(_ id: ID<MeasureTarget>, of measure: PerformanceMeasure) throws -> MeasureTarget {
        try first(MeasureTarget.self, "WHERE id = \(id) AND measure = \(measure.id)", or: Refusal.missing(
            "measure-target-not-found", "\(measure.reference) has no target of the number \(id)."))
    }

    /// - Throws: `measure-rebase-not-found`
    func rebase(_ id: ID<MeasureRebase>, of measure: PerformanceMeasure) throws -> MeasureRebase {
        try first(MeasureRebase.self, "WHERE id = \(id) AND measure = \(measure.id)", or: Refusal.missing(
            "measure-rebase-not-found", "The chart of \(measure.reference) was not rebased under the number \(id)."))
    }

    /// The value that counts for a period now.
    func standingValue(of measure: ID<PerformanceMeasure>, from day: Day) throws -> MeasureValue? {
        try first(MeasureValue.self, "WHERE measure = \(measure) AND from_on = \(day) ORDER BY id DESC LIMIT 1")
    }
}

extension Performance {
    /// Everything that the figures of some measures are worked out from.
    ///
    /// - Parameters:
    ///   - day: for what live figures come to, which is known as of a day only.
    ///   - earlier: what is to be put back, of values and targets.
    public func facts(of measures: [PerformanceMeasure], on day: Day, _ session: Session, _ earlier: KnownEarlier = KnownEarlier()) throws -> [MeasureFacts] {
        let ids = measures.map(\.id)
        let values = Dictionary(grouping: try session.all(MeasureValue.self, "WHERE measure IN (\(list: ids)) ORDER BY id", earlier), by: \.measure)
        let targets = Dictionary(grouping: try session.all(MeasureTarget.self, "WHERE measure IN (\(list: ids)) ORDER BY id", earlier), by: \.measure)
        let rebases = Dictionary(grouping: try session.all(MeasureRebase.self, "WHERE measure IN (\(list: ids)) ORDER BY id"), by: \.measure)
        let names = try Parties(session).names()
        return try measures.map { measure in
            MeasureFacts(
                measure, owner: measure.owner.flatMap { names[$0] }, values: values[measure.id] ?? [], targets: targets[measure.id] ?? [], rebases: rebases[measure.id] ?? [],
                live: try live(measure, on: day, session))
        }
    }

    /// A measure on a day.
    ///
    /// - Throws: `measure-not-found`
    public func view(_ reference: some StringProtocol, on day: Day, _ session: Session) throws -> PerformanceView {
        let measure = try session.measure(reference)
        guard let facts = try facts(of: [measure], on: day, session).first else { throw Refusal.missing("performance-measure-not-found", "There is no measure “\(reference.prefix(40))”.") }
        return PerformanceView(facts, on: day)
    }

    /// How all measures stand in a period, as it was known on a day.
    public func scorecard(_ period: ReportingPeriod, on day: Day, _ session: Session) throws -> Scorecard {
        Scorecard(try facts(of: session.measures(), on: day, session), period, on: day)
    }

    /// What a live figure comes to in each period that is over, from the first that is measured.
    private func live(_ measure: PerformanceMeasure, on day: Day, _ session: Session) throws -> [MeasuredValue] {
        guard let name = measure.figure, let figure = figure(name) else { return [] }
        let last = ReportingPeriod(measure.frequency, of: day).before
        let first = ReportingPeriod(measure.frequency, of: measure.measuredFrom ?? measure.since)
        guard first <= last else { return [] }
        let count = min(first.from.months(until: last.from) / measure.frequency.months, Performance.mostLive - 1)
        return try figure.read((0...count).reversed().map { last.adding(-$0) }, day, session)
    }

    /// The most periods of a live figure that are worked out: ten years of months.
    static let mostLive = 120
}

extension Reference {
    /// The order in which people expect references: `PM-9` before `PM-10`.
    var inOrder: String {
        var (order, digits) = ("", "")
        for character in key + " " {
            if character.isNumber {
                digits.append(character)
                continue
            }
            if !digits.isEmpty { order += String(repeating: "0", count: max(0, 12 - digits.count)) + digits }
            digits = ""
            order.append(character)
        }
        return order
    }
}
