import Foundation
import Kernel
public import Storage

extension Programme: Record {
    public static let table = Table("programme", ["id", "version", "reference", "reference_key", "year", "setting", "since_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        year = try row.next()
        setting = try row.next()
        since = try row.next()
    }

    public var values: [Value] { Value.row(id, version, reference, reference.key, year, setting, since) }
}

extension OfficerCapacity: Record {
    public static let table = Table("officer_capacity", [
        "id", "version", "programme", "officer", "fte", "away_1", "away_2", "away_3", "away_4", "audit_percent", "base", "latitude", "longitude", "from_on", "until_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        programme = try row.next()
        officer = try row.next()
        fte = Hundredths(try row.next())
        away = [try row.next(), try row.next(), try row.next(), try row.next()]
        auditPercent = try row.next()
        base = try row.next()
        let (latitude, longitude): (Double?, Double?) = (try row.next(), try row.next())
        place = latitude.flatMap { latitude in longitude.flatMap { Place(latitude: latitude, longitude: $0) } }
        from = try row.next()
        until = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, programme, officer, fte.count, away[0], away[1], away[2], away[3]) + Value.row(auditPercent, base, place?.latitude, place?.longitude, from, until)
    }
}

extension YearPlan: Record {
    static let entryTable = Table("year_plan_entry", ["plan", "place", "premises", "kind", "complexity", "band", "why", "theme", "officer", "month_on", "left_out"])
    public static let table = Table("year_plan", ["id", "version", "programme", "number", "from_on", "content", "made_on", "made_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        programme = try row.next()
        number = try row.next()
        from = try row.next()
        content = try row.next()
        entries = []
        made = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, programme, number, from, content, made, by) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [YearPlan] {
        var plans = try session.rows(of: YearPlan.self, clause)
        for place in plans.indices { plans[place].entries = try session.entries(of: plans[place].id) }
        return plans
    }
}

extension Session {
    /// The entries of a plan in their order, asked for in pieces since there may be many.
    func entries(of plan: ID<YearPlan>) throws -> [YearPlanEntry] {
        let size = 5000
        var entries: [YearPlanEntry] = []
        while true {
            let first = entries.count
            try each("""
                SELECT premises, kind, complexity, band, why, theme, officer, month_on, left_out FROM year_plan_entry
                WHERE plan = \(plan) AND place >= \(first) AND place < \(first + size) ORDER BY place
                """) { row in
                entries.append(YearPlanEntry(
                    premises: try row.next(), kind: try row.next(), complexity: try row.next(), band: try row.next(), why: try row.next(), theme: try row.next(), officer: try row.next(),
                    month: try row.next(), left: try row.next()))
            }
            guard entries.count == first + size else { return entries }
        }
    }
}

extension Work {
    /// Keeps a new plan with its entries, under one entry of the journal.
    func keep(_ make: (ID<YearPlan>) throws -> YearPlan, in programme: Programme) throws -> YearPlan {
        let plan = try add("made a plan of the year", in: programme.subject, make)
        try session.insert(plan.entries.enumerated().flatMap { place, entry in
            Value.row(plan.id, place, entry.premises, entry.kind, entry.complexity, entry.band, entry.why) + Value.row(entry.theme, entry.officer, entry.month, entry.left)
        }, into: YearPlan.entryTable)
        return plan
    }
}

extension YearPlanAdoption: Record {
    public static let table = Table("year_plan_adoption", ["id", "version", "programme", "plan", "adopted_on", "adopted_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        programme = try row.next()
        plan = try row.next()
        on = try row.next()
        by = try row.next()
    }

    public var values: [Value] { Value.row(id, version, programme, plan, on, by) }
}

extension PlannedMonth: Record {
    static let auditTable = ListTable("planned_month_audit", of: "planned", item: "audit")
    public static let table = Table("planned_month", ["id", "version", "programme", "plan", "month_on", "planned_on", "planned_by"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        programme = try row.next()
        plan = try row.next()
        month = try row.next()
        on = try row.next()
        by = try row.next()
        audits = []
    }

    public var values: [Value] { Value.row(id, version, programme, plan, month, on, by) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [PlannedMonth] {
        try session.rows(of: PlannedMonth.self, clause, with: \.audits, from: auditTable)
    }
}

extension YearPlanEntry.Why: Stored {}
extension AuditProgramme.LeftOut.Reason: Stored {}

/// A column held JSON that is not of its type: the database was changed by something else.
struct ContentUnreadable: Error { let column: Int }

/// A value that a column keeps as JSON, its members by name.
protocol StoredAsJSON: Codable, Stored {}

extension StoredAsJSON {
    public var stored: Value {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts, days and whole numbers alone: there is nothing that JSON has no way to write.
        return .text((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }

    public static func read(_ row: Row, _ column: Int) throws -> Self {
        do { return try JSONDecoder().decode(Self.self, from: Data(String.read(row, column).utf8)) } catch {
            throw ContentUnreadable(column: column)
        }
    }
}

extension ProgrammeSetting: StoredAsJSON {}
extension YearPlanContent: StoredAsJSON {}
