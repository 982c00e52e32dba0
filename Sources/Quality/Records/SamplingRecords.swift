import Kernel
import People
public import Storage

extension SamplingPlan: Record {
    static let ruleTable = ListTable("sampling_rule", of: "plan", item: "rule")
    static let reviewerTable = ListTable("sampling_reviewer", of: "plan", item: "reviewer")
    public static let table = Table("sampling_plan", [
        "id", "version", "reference", "reference_key", "title", "from_on", "through_on", "due_on", "fault_percent", "wanted_percent", "since_on", "dropped_on", "dropping",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        title = try row.next()
        from = try row.next()
        through = try row.next()
        due = try row.next()
        rules = []
        faultPercent = try row.next()
        wantedPercent = try row.next()
        reviewers = []
        since = try row.next()
        dropped = try row.next()
        dropping = try row.next()
    }

    public var values: [Value] { Value.row(id, version, reference, reference.key, title, from, through, due, faultPercent, wantedPercent, since, dropped, dropping) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [SamplingPlan] {
        let plans = try session.rows(of: SamplingPlan.self, clause, with: \.rules, from: ruleTable)
        let reviewers: [ID<SamplingPlan>: [ID<Party>]] = try session.rows(
            "SELECT plan, reviewer FROM sampling_reviewer WHERE plan IN (SELECT id FROM sampling_plan \(clause)) ORDER BY plan, place") { (try $0.next(), try $0.next()) }
            .reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
        return plans.map { plan in
            var whole = plan
            whole.reviewers = reviewers[plan.id] ?? []
            return whole
        }
    }
}

/// A rule that is none was found in the database, which no verb puts there.
struct RuleUnreadable: Error { let column: Int }

extension SamplingRule: Stored {
    public var stored: Value { .text(written) }
    public static func read(_ row: Row, _ column: Int) throws -> SamplingRule {
        guard let rule = SamplingRule(written: try String.read(row, column)) else { throw RuleUnreadable(column: column) }
        return rule
    }
}

extension Work {
    func saveLists(of plan: SamplingPlan) throws {
        try save(plan.rules, of: plan.id, in: SamplingPlan.ruleTable)
        try save(plan.reviewers, of: plan.id, in: SamplingPlan.reviewerTable)
    }

    func saveLists(of draw: SampleDraw) throws {
        for (place, audit) in draw.stock.enumerated() {
            try session.run("""
                INSERT INTO sample_stock (draw, place, reference, officer, office, premises_type, outcomes)
                VALUES (\(draw.id), \(place), \(audit.reference), \(audit.officer), \(audit.office), \(audit.premisesType), \(audit.outcomes.joined(separator: " ")))
                """)
        }
        for (place, audit) in draw.drawn.enumerated() {
            try session.run("INSERT INTO sample_drawn (draw, place, reference, rule) VALUES (\(draw.id), \(place), \(audit.reference), \(audit.rule))")
        }
    }
}

extension SampleDraw: Record {
    public static let table = Table("sample_draw", ["id", "version", "plan", "drawn_on", "seed", "journal_size"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        plan = try row.next()
        on = try row.next()
        seed = try row.next()
        journalSize = try row.next()
        (stock, drawn) = ([], [])
    }

    public var values: [Value] { Value.row(id, version, plan, on, seed, journalSize) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [SampleDraw] {
        var draws = try session.rows(of: SampleDraw.self, clause)
        let places = Dictionary(uniqueKeysWithValues: draws.enumerated().map { ($1.id, $0) })
        try session.each("""
            SELECT draw, reference, officer, office, premises_type, outcomes FROM sample_stock WHERE draw IN (SELECT id FROM sample_draw \(clause)) ORDER BY draw, place
            """) { row in
            let id: ID<SampleDraw> = try row.next()
            let (reference, officer, office, type): (Reference, String, String?, String) = (try row.next(), try row.next(), try row.next(), try row.next())
            let outcomes = (try row.next() as String).split(separator: " ").map(String.init)
            if let place = places[id] { draws[place].stock.append(StockedAudit(reference: reference, officer: officer, office: office, premisesType: type, outcomes: outcomes)) }
        }
        try session.each("SELECT draw, reference, rule FROM sample_drawn WHERE draw IN (SELECT id FROM sample_draw \(clause)) ORDER BY draw, place") { row in
            let id: ID<SampleDraw> = try row.next()
            let drawn = DrawnAudit(try row.next(), rule: try row.next())
            if let place = places[id] { draws[place].drawn.append(drawn) }
        }
        return draws
    }
}
