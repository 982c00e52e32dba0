import Documents
import Kernel
import Markup
import People
import Storage
public import Web

/// What programs can do with measures and scorecards.
public struct PerformanceOperations: Sendable {
    let performance: Performance

    public init(performance: Performance = Performance()) { self.performance = performance }

    public var all: [Operation] { reading + files + keeping + recording + reports }

    static let by = Parameter.query("by", .choice(Frequency.self), "How long the period is; a month when left out.")
    static let period = Parameter.query("period", .words(atMost: 40), "2026-03, 2025-26-q4 or 2025-26; the last that is over when left out.")
    static let screened = Parameter.query("unscreened", .choice(["yes"]), "Let moving ranges count that are far too large.")

    private var reading: [Operation] {
        [
            .reading("showScorecard", "scorecard", "How all measures stand in a month, a quarter or a year", .scope(.performanceRead), takes: [.day, Self.by, Self.period],
                     gives: ScorecardPayload.schema, refuses: ["period-not-understood"]) { call, session in
                try PerformancePolicy.reads.check(call.actor)
                let card = try performance.scorecard(period(call), on: call.day, session)
                return try .showing(ScorecardPayload(card, card.lines))
            },
            .listing("listPerformanceMeasures", "measures", "All measures with their targets, by reference", .scope(.performanceRead), takes: [.day], of: MeasurePayload.schema) { call, session in
                try PerformancePolicy.reads.check(call.actor)
                return try call.page(performance.facts(of: session.measures(), on: call.day, session), by: { $0.measure.reference.text }) { MeasurePayload(PerformanceView($0, on: call.day)) }
            },
            .reading("showPerformanceMeasure", "measures/{indicator}", "One measure with its targets", .scope(.performanceRead), takes: [.day], gives: MeasurePayload.schema,
                     refuses: ["performance-measure-not-found"]) { call, session in
                try PerformancePolicy.reads.check(call.actor)
                return try shown(call.part("indicator"), on: call.day, session)
            },
            .listing("listMeasureValues", "measures/{indicator}/values", "The values of a measure by period, with those that were revised", .scope(.performanceRead), takes: [.day],
                     of: ValuePayload.schema, refuses: ["performance-measure-not-found"]) { call, session in
                try PerformancePolicy.reads.check(call.actor)
                return try call.page(performance.view(call.part("indicator"), on: call.day, session).payloads, by: { "\($0.period) \($0.number ?? 0)" }) { $0 }
            },
            .listing("listPerformanceMeasureHistory", "measures/{indicator}/history", "What happened to a measure, its values and targets, newest first", .scope(.performanceRead),
                     of: EntryPayload.schema, refuses: ["performance-measure-not-found"]) { call, session in
                try PerformancePolicy.reads.check(call.actor)
                let own = try session.measure(call.part("indicator"))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: own.subject, before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
            .reading("showMeasureChart", "measures/{indicator}/chart", "The control chart of a measure (XmR), point by point", .scope(.performanceRead), takes: [.day, Self.screened],
                     gives: ChartPayload.schema, refuses: ["performance-measure-not-found"]) { call, session in
                try PerformancePolicy.reads.check(call.actor)
                let view = try performance.view(call.part("indicator"), on: call.day, session)
                return try .showing(ChartPayload(view.chart(screened: call.query["unscreened"] == nil), view.charted.map(\.code)))
            },
        ]
    }

    private var files: [Operation] {
        [
            .handing("exportScorecard", "scorecard/export/{format}", "The same as a table to keep", .scope(.performanceRead), takes: [
                .day, Self.by, Self.period, .part("format", .reference, "csv or xlsx."),
            ], types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format", "period-not-understood"]) { call in
                try PerformancePolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in
                    let card = try performance.scorecard(period(call), on: call.day, session)
                    return ScorecardExport(card: card, lines: card.lines)
                }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
            .handing("exportMeasureValues", "measures/{indicator}/export/{format}", "The values of a measure as a table to keep", .scope(.performanceRead), takes: [
                .day, .part("format", .reference, "csv or xlsx."),
            ], types: TableFile.Format.allCases.map(\.type), refuses: ["no-such-format", "performance-measure-not-found"]) { call in
                try PerformancePolicy.reads.check(call.actor)
                let format = try TableFile.Format(named: call.part("format"))
                let export = try await call.desk.read { session in ValueExport(view: try performance.view(call.part("indicator"), on: call.day, session)) }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
        ]
    }

    func shown(_ reference: String, on day: Day, _ session: Session) throws -> Reply {
        let view = try performance.view(reference, on: day, session)
        return try .showing(MeasurePayload(view), version: view.measure.version)
    }

    /// - Throws: `period-not-understood`
    private func period(_ call: Call) throws -> ReportingPeriod {
        try ReportingPeriod(asked: call.query["period"], by: call.query["by"].flatMap(Frequency.init(rawValue:)) ?? .month, on: call.day)
    }
}

extension ReportingPeriod {
    /// The period that was asked for, or the last that was over by a day.
    ///
    /// - Throws: `period-not-understood`
    init(asked written: String?, by frequency: Frequency, on day: Day) throws(Refusal) {
        guard let written else {
            self = Scorecard.usual(frequency, on: day)
            return
        }
        guard let period = ReportingPeriod(frequency, written: written) else {
            throw .invalid("period-not-understood", "“\(written.prefix(40))” is no \(frequency.rawValue). Write it as \(frequency.example).")
        }
        self = period
    }

    /// The period of a report’s address.
    ///
    /// - Throws: `report-not-found`
    init(report by: String, _ code: String) throws(Refusal) {
        guard let frequency = Frequency(rawValue: by), let period = ReportingPeriod(frequency, written: code), period.code == code else {
            throw .missing("report-not-found", "There is no report of “\(code.prefix(40))”. One is of a month (month/2026-03), a quarter (quarter/2025-26-q4) or a year (year/2025-26).")
        }
        self = period
    }
}
