import Kernel
public import Storage

extension Performance {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(PerformanceMeasure.self), RecordKind(MeasureValue.self), RecordKind(MeasureTarget.self), RecordKind(MeasureRebase.self),
        RecordKind(PerformanceReport.self), RecordKind(ReportException.self), RecordKind(ReportedFigure.self),
    ]
}

extension PerformanceMeasure: Record {
    public static let table = Table("performance_measure", [
        "id", "version", "reference", "reference_key", "title", "meaning", "kind", "unit", "decimals", "polarity", "numerator", "denominator", "multiplier", "frequency", "owner",
        "source", "figure", "cumulative", "measured_from_on", "since_on", "ended_on",
    ])

    public init(_ row: inout Row) throws {
        let (id, version, reference): (ID<PerformanceMeasure>, Int, Reference) = (try row.next(), try row.next(), try row.next())
        _ = try row.next() as String
        self.init(
            id: id, version: version, reference: reference, title: try row.next(), meaning: try row.next(), kind: try row.next(), unit: try row.next(), decimals: try row.next(),
            polarity: try row.next(), numerator: try row.next(), denominator: try row.next(), multiplier: try row.next(), frequency: try row.next(), owner: try row.next(),
            source: try row.next(), figure: try row.next(), isCumulative: try row.next(), measuredFrom: try row.next(), since: try row.next(), ended: try row.next())
    }

    public var values: [Value] {
        Value.row(
            id, version, reference, reference.key, title, meaning, kind, unit, decimals, polarity, numerator, denominator, multiplier, frequency, owner, source, figure,
            isCumulative, measuredFrom, since, ended)
    }
}

extension PerformanceMeasure.Kind: Stored {}
extension PerformanceMeasure.Polarity: Stored {}
extension PerformanceMeasure.Source: Stored {}

extension MeasureValue: Record {
    public static let table = Table("performance_measure_value", [
        "id", "version", "measure", "from_on", "numerator", "denominator", "provisional", "note", "replaces", "recorded_on", "recorded_by",
    ])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), measure: try row.next(), from: try row.next(), numerator: try row.next(), denominator: try row.next(),
            isProvisional: try row.next(), note: try row.next(), replaces: try row.next(), recorded: try row.next(), by: try row.next())
    }

    public var values: [Value] { Value.row(id, version, measure, from, numerator, denominator, isProvisional, note, replaces, recorded, by) }
}

extension MeasureTarget: Record {
    static let monthTable = ListTable("performance_measure_target_month", of: "target", item: "figure")
    public static let table = Table("performance_measure_target", ["id", "version", "measure", "from_on", "shape", "figure", "tolerance", "reason", "since_on", "dropped_on"])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), measure: try row.next(), from: try row.next(), shape: try row.next(), figure: try row.next(),
            tolerance: try row.next(), reason: try row.next(), since: try row.next(), dropped: try row.next())
    }

    public var values: [Value] { Value.row(id, version, measure, from, shape, figure, tolerance, reason, since, dropped) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [MeasureTarget] {
        try session.rows(of: MeasureTarget.self, clause, with: \.months, from: monthTable)
    }
}

extension MeasureTarget.Shape: Stored {}

extension MeasureRebase: Record {
    public static let table = Table("performance_measure_rebase", ["id", "version", "measure", "from_on", "reason", "since_on", "dropped_on"])

    public init(_ row: inout Row) throws {
        self.init(
            id: try row.next(), version: try row.next(), measure: try row.next(), from: try row.next(), reason: try row.next(), since: try row.next(), dropped: try row.next())
    }

    public var values: [Value] { Value.row(id, version, measure, from, reason, since, dropped) }
}
