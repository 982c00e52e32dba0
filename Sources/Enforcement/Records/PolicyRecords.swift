import Kernel
public import Storage

extension EnforcementPolicies {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [RecordKind(EnforcementPolicy.self), RecordKind(EnforcementObjective.self), RecordKind(StatedActivity.self)]
}

extension EnforcementPolicy: Record {
    static let factorTable = ListTable("enforcement_policy_factor", of: "policy", item: "factor")
    public static let table = Table("enforcement_policy", [
        "id", "version", "edition", "edition_key", "effective_on", "purpose", "retention_years", "publish_after", "publish_count", "withdrawn", "sensitive",
        "letter_within", "since_on",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        edition = try row.next()
        _ = try row.next() as String
        effective = try row.next()
        purpose = try row.next()
        factors = []
        register = RegisterPolicy(
            retentionYears: try row.next(), publishAfter: try row.next(), count: try row.next(), exportsWithdrawn: try row.next(), sensitive: try row.next())
        letterWithin = try row.next()
        since = try row.next()
    }

    public var values: [Value] {
        Value.row(
            id, version, edition, edition.lowercased(), effective, purpose, register.retentionYears, register.publishAfter, register.count,
            register.exportsWithdrawn, register.sensitive, letterWithin, since)
    }

    public static func all(_ clause: SQL, _ session: Session) throws -> [EnforcementPolicy] {
        try session.rows(of: EnforcementPolicy.self, clause, with: \.factors, from: factorTable)
    }
}

extension RegisterPolicy.Count: Stored {}
extension RegisterPolicy.Withdrawn: Stored {}
extension RegisterPolicy.Sensitive: Stored {}

extension RationaleFactor: Stored {}

extension EnforcementObjective: Record {
    public static let table = Table("enforcement_objective", ["id", "version", "policy", "sentence", "measure", "polarity", "target", "per", "dropped_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        policy = try row.next()
        sentence = try row.next()
        measure = try row.next()
        polarity = try row.next()
        target = try row.next()
        per = try row.next()
        dropped = try row.next()
    }

    public var values: [Value] { Value.row(id, version, policy, sentence, measure, polarity, target, per, dropped) }
}

extension EnforcementObjective.Polarity: Stored {}
extension ActivityMeasure: Stored {}
extension ActivitySpan: Stored {}

extension StatedActivity: Record {
    public static let table = Table("stated_activity", ["id", "version", "year", "measure", "count", "source", "since_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        year = try row.next()
        measure = try row.next()
        count = try row.next()
        source = try row.next()
        since = try row.next()
    }

    public var values: [Value] { Value.row(id, version, year, measure, count, source, since) }
}
