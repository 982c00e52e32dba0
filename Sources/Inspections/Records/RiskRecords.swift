import Kernel
import Premises
public import Storage

extension Inspections {
    /// Every kind of record of the risk method, for the checks that compare each with the journal.
    static let riskRecords = [RecordKind(RiskEdition.self), RecordKind(PremisesMarker.self), RecordKind(NotedCompliance.self)]
}

extension RiskEdition: Record {
    public static let table = Table("risk_edition", ["id", "version", "edition", "edition_key", "method", "adopted_on", "since_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        _ = try row.next() as String
        _ = try row.next() as String
        method = try row.next()
        adopted = try row.next()
        since = try row.next()
    }

    public var values: [Value] { Value.row(id, version, name, name.lowercased(), method, adopted, since) }
}

extension PremisesMarker: Record {
    public static let table = Table("premises_marker", ["id", "version", "premises", "marker", "since_on", "ended_on", "why", "why_ended"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        premises = try row.next()
        marker = try row.next()
        since = try row.next()
        ended = try row.next()
        why = try row.next()
        whyEnded = try row.next()
    }

    public var values: [Value] { Value.row(id, version, premises, marker, since, ended, why, whyEnded) }
}

extension NotedCompliance: Record {
    public static let table = Table("noted_compliance", ["id", "version", "premises", "found_on", "level", "source", "struck"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        premises = try row.next()
        on = try row.next()
        level = try row.next()
        source = try row.next()
        struck = try row.next()
    }

    public var values: [Value] { Value.row(id, version, premises, on, level, source, struck) }
}
