import Kernel
public import Storage

extension Performance {
    /// What claims of other slices can rest on: a measure’s figure for a period, or the latest; and a report that was signed.
    public var stating: [FigureKind] {
        [
            FigureKind(PerformanceMeasure.self) { numbers, session in
                try session.byNumber(PerformanceMeasure.self, Set(numbers.map { ID($0) })).values.reduce(into: [:]) { $0[$1.id.number] = $1.meaningOfFigures }
            } period: { number, written, session in
                try session.find(ID<PerformanceMeasure>(number)).flatMap { $0.period(written: written) }?.code
            } days: { asked, day, size, session in
                try days(asked, through: day, asKnownAt: size, session)
            },
            FigureKind(PerformanceReport.self) { "Performance report, \($0.period.words)" } stated: { report, session in
                guard let signed = report.signed else { return nil }
                return FigureDay(since: signed, try reportView(report.period, on: signed, session).stated(saying: nil))
            } now: { report, day, session in
                let view = try reportView(report.period, on: day, session)
                guard view.signedOn != nil else { return nil }
                return view.stated(saying: view.moved.isEmpty ? nil : "\(view.moved.count) of its \(counted(view.signed.count, "number")) moved since it was signed")
            },
        ]
    }

    private func days(_ asked: [AskedFigure], through day: Day, asKnownAt size: Int64?, _ session: Session) throws -> [AskedFigure: [FigureDay]] {
        let measures = try session.byNumber(PerformanceMeasure.self, Set(asked.map { ID($0.record.number) }))
        let earlier = try size.map { try Journal(session).known(within: measures.values.map(\.subject).sorted { $0.number < $1.number }, at: $0) } ?? KnownEarlier()
        let facts = try facts(of: measures.values.sorted { $0.id < $1.id }, on: day, session, earlier)
        let byMeasure = Dictionary(uniqueKeysWithValues: facts.map { ($0.measure.id.number, $0) })
        return asked.reduce(into: [:]) { found, one in
            guard let own = byMeasure[one.record.number] else { return }
            let period = one.period.flatMap { own.measure.period(written: $0) }
            guard one.period == nil || period != nil else { return }
            found[one] = own.days(of: period, through: day)
        }
    }
}

extension PerformanceMeasure {
    fileprivate var meaningOfFigures: FigureMeaning {
        FigureMeaning(title: title, unit: unit.isEmpty ? "in all" : unit, isHigherBetter: polarity == .neutral ? nil : polarity == .higher, ended: ended, isCumulative: isCumulative)
    }

    /// A period of its own length, or a longer one that is made of such. What may be either is the shorter: `2011-12` is a month.
    fileprivate func period(written: String) -> ReportingPeriod? {
        Frequency.allCases.filter { frequency <= $0 }.lazy.compactMap { ReportingPeriod($0, written: written) }.first
    }
}

extension MeasureFacts {
    /// What a period came to, day by day as it became known; of the latest that anything was known of, where none is named.
    fileprivate func days(of period: ReportingPeriod?, through day: Day) -> [FigureDay] {
        var told: [FigureDay] = []
        for since in daysOfNews(of: period) where since <= day {
            let view = PerformanceView(self, on: since)
            guard let own = period ?? view.latest, let stated = view.stated(own), told.last?.figure != stated else { continue }
            told.append(FigureDay(since: since, stated))
        }
        return told
    }

    /// The days on which something new may be told: a value was recorded, a period was over, a target was set or taken back.
    private func daysOfNews(of period: ReportingPeriod?) -> [Day] {
        // A cumulative figure hangs on the year so far.
        let reach = period.map { (measure.isCumulative ? $0.yearBegins : $0.from, $0.through) }
        func isNear(_ day: Day) -> Bool { reach.map { $0.0 <= day && day <= $0.1 } ?? true }
        let recorded = values.filter { isNear($0.from) }.map(\.recorded)
        let over = live.filter { isNear($0.period.from) }.map { $0.period.through.adding(days: 1) }
        return Set(recorded + over + targets.flatMap { [$0.since, $0.dropped].compactMap(\.self) }).sorted()
    }
}

extension PerformanceView {
    /// What a period came to as another slice may keep it; nil where nothing is known of it.
    func stated(_ period: ReportingPeriod) -> StatedFigure? {
        let judged = judged(period)
        guard judged.figure.parts > judged.figure.missing.count else { return nil }
        return StatedFigure(
            period: period.code, of: period.words, value: judged.figure.value, written: judged.figure.words(measure), target: judged.target.map { measure.written($0) },
            standing: judged.standing == .noTarget ? nil : judged.standing.words, isProvisional: judged.figure.isProvisional)
    }
}

extension ReportView {
    /// How many measures succeed by it, as it was signed.
    fileprivate func stated(saying standing: String?) -> StatedFigure {
        let judged = [TargetStanding.succeeding, .near, .needsImprovement].map { count($0) }
        let whole = judged.reduce(0, +)
        return StatedFigure(value: Quantity(judged[0]), written: "\(judged[0]) of \(counted(whole, "measure")) succeeding", standing: standing)
    }
}
