import Kernel
public import Storage

extension Enforcement {
    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records = [
        RecordKind(EnforcementCase.self), RecordKind(CaseFinding.self), RecordKind(Rationale.self), RecordKind(CaseOutcome.self),
        RecordKind(Notice.self), RecordKind(NoticeEvent.self), RecordKind(NoticeDocument.self), RecordKind(ServedParticulars.self), RecordKind(SigningAuthority.self),
    ] + EnforcementPolicies.records
}

extension EnforcementCase: Record {
    public static let table = Table("enforcement_case", [
        "id", "version", "reference", "reference_key", "title", "origin", "officer", "premises", "opened_on", "summary", "closed_on", "closing",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        title = try row.next()
        origin = try row.next()
        officer = try row.next()
        premises = try row.next()
        opened = try row.next()
        summary = try row.next()
        closed = try row.next()
        closing = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, reference, reference.key, title, origin, officer, premises, opened, summary, closed, closing)
    }
}

extension EnforcementCase.Origin: Stored {}

extension CaseFinding: Record {
    public static let table = Table("case_finding", ["id", "version", "enforcement_case", "found_on", "article", "found", "struck"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        enforcementCase = try row.next()
        on = try row.next()
        article = try row.next()
        found = try row.next()
        struck = try row.next()
    }

    public var values: [Value] { Value.row(id, version, enforcementCase, on, article, found, struck) }
}

extension Rationale: Record {
    public static let table = Table("rationale", [
        "id", "version", "enforcement_case", "risk", "gap", "expectation", "dutyholder", "strategic", "conclusion", "departure",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        enforcementCase = try row.next()
        risk = try row.next()
        gap = try row.next()
        expectation = try row.next()
        dutyholder = try row.next()
        strategic = try row.next()
        conclusion = try row.next()
        departure = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, enforcementCase, risk, gap, expectation, dutyholder, strategic, conclusion, departure)
    }
}

extension Rationale.Risk: Stored {}
extension Rationale.Gap: Stored {}
extension EnforcementMeasure: Stored {}

extension CaseOutcome: Record {
    public static let table = Table("case_outcome", ["id", "version", "enforcement_case", "kind", "done_on", "words", "result", "result_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        enforcementCase = try row.next()
        kind = try row.next()
        on = try row.next()
        words = try row.next()
        result = try row.next()
        resultOn = try row.next()
    }

    public var values: [Value] { Value.row(id, version, enforcementCase, kind, on, words, result, resultOn) }
}

extension CaseOutcome.Kind: Stored {}

extension SigningAuthority: Record {
    public static let table = Table("signing_authority", ["id", "version", "party", "type", "from_on", "until_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        party = try row.next()
        type = try row.next()
        from = try row.next()
        until = try row.next()
    }

    public var values: [Value] { Value.row(id, version, party, type, from, until) }
}
