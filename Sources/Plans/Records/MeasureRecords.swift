public import Kernel
public import Storage

extension SuccessMeasure: Record {
    public static let table = Table("measure", [
        "id", "version", "plan", "finding", "action", "title", "unit", "polarity", "threshold", "since_on", "ended_on", "ended_because", "follows",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        finding = try row.next()
        action = try row.next()
        title = try row.next()
        unit = try row.next()
        polarity = try row.next()
        threshold = try row.next()
        since = try row.next()
        endedOn = try row.next()
        endedBecause = try row.next()
        follows = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, plan, finding, action, title, unit, polarity, threshold, since, endedOn, endedBecause, follows)
    }
}

extension SuccessMeasure.Polarity: Stored {}

extension MeasureReading: Record {
    public static let table = Table("measure_reading", [
        "id", "version", "plan", "measure", "read_on", "value", "note", "made_by", "taken_back_on", "taken_back_because",
    ] + StatedFigure.columns)

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        measure = try row.next()
        on = try row.next()
        value = try row.next()
        note = try row.next()
        by = try row.next()
        takenBackOn = try row.next()
        takenBackBecause = try row.next()
        stated = try StatedFigure.read(&row)
    }

    public var values: [Value] { Value.row(id, version, plan, measure, on, value, note, by, takenBackOn, takenBackBecause) + StatedFigure.values(stated) }
}

extension Plans {
    static let measureTables = Migration("plans-measures-1") { dialect in [
        """
        CREATE TABLE measure (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id),
            finding BIGINT REFERENCES finding (id), action BIGINT REFERENCES action (id),
            title TEXT NOT NULL CHECK (title <> ''), unit TEXT NOT NULL,
            polarity TEXT NOT NULL CHECK (polarity IN ('higher', 'lower')), threshold TEXT NOT NULL,
            since_on TEXT NOT NULL, ended_on TEXT, ended_because TEXT,
            CHECK ((finding IS NULL) <> (action IS NULL)), CHECK ((ended_on IS NULL) = (ended_because IS NULL)))
        """,
        "CREATE INDEX measure_by_plan ON measure (plan)",
        """
        CREATE TABLE measure_reading (
            \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
            plan BIGINT NOT NULL REFERENCES plan (id), measure BIGINT NOT NULL REFERENCES measure (id),
            read_on TEXT NOT NULL, value TEXT NOT NULL, note TEXT, made_by TEXT NOT NULL, taken_back_on TEXT, taken_back_because TEXT,
            CHECK ((taken_back_on IS NULL) = (taken_back_because IS NULL)))
        """,
        "CREATE INDEX measure_reading_by_plan ON measure_reading (plan)",
        "CREATE INDEX measure_reading_by_measure ON measure_reading (measure)",
    ] }
}

extension Session {
    /// - Throws: `measure-not-found`
    public func measure(_ id: ID<SuccessMeasure>, in plan: Plan) throws -> SuccessMeasure {
        try first(
            SuccessMeasure.self, "WHERE id = \(id) AND plan = \(plan.id)",
            or: Refusal.missing("measure-not-found", "\(plan.title) has no measure of that number."))
    }

    /// - Throws: `reading-not-found`
    public func reading(_ id: ID<MeasureReading>, of measure: SuccessMeasure) throws -> MeasureReading {
        try first(
            MeasureReading.self, "WHERE id = \(id) AND measure = \(measure.id)",
            or: Refusal.missing("reading-not-found", "“\(measure.title)” has no reading of that number."))
    }

    /// A measure with all that was read by a day.
    public func view(of measure: SuccessMeasure, on day: Day) throws -> MeasureView {
        let readings = try all(MeasureReading.self, "WHERE measure = \(measure.id) ORDER BY id")
        return MeasureView(measure, readings, courses: try courses(of: [], [measure], readings), on: day)
    }

    /// The action that is measured, or those that answer the finding that is.
    func actions(measuredBy measure: SuccessMeasure) throws -> [Action] {
        if let action = measure.action { return try find(action).map { [$0] } ?? [] }
        guard let finding = measure.finding else { return [] }
        return try all(Action.self, "WHERE finding = \(finding) ORDER BY place, id")
    }
}

extension Session {
    /// The measures among some records, as they were on a day.
    func measures(among records: [Subject], on day: Day) throws -> [Subject: MeasureView] {
        let ids = Set(records.filter { $0.kind == SuccessMeasure.table.name }.map { ID<SuccessMeasure>($0.number) })
        guard !ids.isEmpty else { return [:] }
        return try Dictionary(uniqueKeysWithValues: byNumber(SuccessMeasure.self, ids).values.map { ($0.subject, try view(of: $0.on(day), on: day)) })
    }
}
