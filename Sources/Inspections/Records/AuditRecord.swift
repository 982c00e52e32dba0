import Kernel
public import Storage

extension Audit: Record {
    static let personTable = ListTable("audit_person", of: "audit", item: "person")
    static let outcomeTable = ListTable("audit_outcome", of: "audit", item: "outcome")
    public static let table = Table("audit", [
        "id", "version", "reference", "reference_key", "premises", "officer", "kind", "origin", "complexity", "band", "planned_on", "brief", "follows", "since_on",
        "carried_out_on", "on_site", "besides", "result", "departure", "notes", "follow_up_on", "next_due_on", "next_because", "completed_on", "abandoned_on", "abandoning",
        "corrected_on", "correction", "opened",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        premises = try row.next()
        officer = try row.next()
        kind = try row.next()
        origin = try row.next()
        complexity = try row.next()
        band = try row.next()
        planned = try row.next()
        brief = try row.next()
        follows = try row.next()
        since = try row.next()
        var sheet = AuditSheet()
        sheet.carriedOut = try row.next()
        sheet.onSite = try row.next()
        sheet.besides = try row.next()
        sheet.result = try row.next()
        sheet.departure = try row.next()
        sheet.notes = try row.next()
        sheet.followUp = try row.next()
        sheet.nextDue = try row.next()
        sheet.nextBecause = try row.next()
        self.sheet = sheet
        completed = try row.next()
        abandoned = try row.next()
        abandoning = try row.next()
        corrected = try row.next()
        correction = try row.next()
        opened = try row.next()
    }

    public var values: [Value] {
        Value.row(
            id, version, reference, reference.key, premises, officer, kind, origin, complexity, band, planned, brief, follows, since) + Value.row(
            sheet.carriedOut, sheet.onSite, sheet.besides, sheet.result, sheet.departure, sheet.notes, sheet.followUp, sheet.nextDue, sheet.nextBecause) + Value.row(
            completed, abandoned, abandoning, corrected, correction, opened)
    }

    public static func all(_ clause: SQL, _ session: Session) throws -> [Audit] {
        var audits = try session.rows(of: Audit.self, clause)
        let places = Dictionary(uniqueKeysWithValues: audits.enumerated().map { ($1.id, $0) })
        func each(_ columns: SQL, _ table: SQL, _ take: (inout AuditSheet, inout Row) throws -> Void) throws {
            try session.each("SELECT audit, \(columns) FROM \(table) WHERE audit IN (SELECT id FROM audit \(clause)) ORDER BY audit, place") { row in
                let id: ID<Audit> = try row.next()
                if let place = places[id] { try take(&audits[place].sheet, &row) }
            }
        }
        try each("article, level, found", "audit_finding") { sheet, row in
            let (article, level): (String, ComplianceLevel) = (try row.next(), try row.next())
            sheet.findings.append(AuditFinding(article, level, try row.next()))
        }
        try each("document, seen", "audit_evidence") { sheet, row in
            let (document, isSeen): (AuditDocument, Bool) = (try row.next(), try row.next())
            if isSeen { sheet.evidence.seen.insert(document) } else { sheet.evidence.missing.insert(document) }
        }
        try each("person", "audit_person") { sheet, row in sheet.met.append(try row.next()) }
        try each("outcome", "audit_outcome") { sheet, row in sheet.outcomes.append(try row.next()) }
        return audits
    }
}

extension Work {
    /// Keeps what an audit has several of.
    func saveLists(of audit: Audit) throws {
        let sheet = audit.sheet
        try save(sheet.met, of: audit.id, in: Audit.personTable)
        try save(sheet.outcomes, of: audit.id, in: Audit.outcomeTable)
        try session.run("DELETE FROM audit_finding WHERE audit = \(audit.id)")
        for (place, finding) in sheet.findings.enumerated() {
            try session.run(
                "INSERT INTO audit_finding (audit, place, article, level, found) VALUES (\(audit.id), \(place), \(finding.article), \(finding.level), \(finding.found))")
        }
        try session.run("DELETE FROM audit_evidence WHERE audit = \(audit.id)")
        for (place, document) in AuditDocument.allCases.enumerated() where sheet.evidence.standing(of: document) != .notAsked {
            try session.run("INSERT INTO audit_evidence (audit, place, document, seen) VALUES (\(audit.id), \(place), \(document), \(sheet.evidence.seen.contains(document)))")
        }
    }

    /// Saves an audit’s new state with all that it has several of.
    func keep(_ verb: String, _ audit: Audit) throws -> Audit {
        let changed = try change(verb, audit)
        try saveLists(of: changed)
        return changed
    }
}

extension AuditKind: Stored {}
extension AuditOrigin: Stored {}
extension AuditComplexity: Stored {}
extension AuditRisk: Stored {}
extension AuditResult: Stored {}
extension AuditOutcome: Stored {}
extension AuditDocument: Stored {}

/// A level that is none was found in the database, which its own check forbids.
struct LevelUnreadable: Error { let column: Int }

extension ComplianceLevel: Stored {
    public var stored: Value { rawValue.stored }
    public static func read(_ row: Row, _ column: Int) throws -> ComplianceLevel {
        guard let level = ComplianceLevel(rawValue: try Int.read(row, column)) else { throw LevelUnreadable(column: column) }
        return level
    }
}

extension PersonMet: Stored {
    public var stored: Value { .text(written) }
    public static func read(_ row: Row, _ column: Int) throws -> PersonMet {
        let text = try String.read(row, column)
        return PersonMet(written: text) ?? PersonMet(text)
    }
}
