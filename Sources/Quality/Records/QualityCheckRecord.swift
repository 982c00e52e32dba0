import Kernel
public import Storage

extension QualityCheck: Record {
    static let findingTable = FindingTable(name: "quality_finding", record: "quality_check")
    public static let table = Table("quality_check", [
        "id", "version", "reference", "reference_key", "work", "work_reference", "place", "auditor", "office", "carried_out_on", "kind", "reviewer", "form", "due_on", "sample", "why",
        "since_on", "summary", "grade", "departure", "completed_on", "corrected_on", "correction", "reply", "replied_on", "called_off_on", "calling_off",
    ])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        reference = try row.next()
        _ = try row.next() as String
        work = try row.next()
        workReference = try row.next()
        place = try row.next()
        auditor = try row.next()
        office = try row.next()
        carriedOut = try row.next()
        kind = try row.next()
        reviewer = try row.next()
        form = try row.next()
        due = try row.next()
        sample = try row.next()
        why = try row.next()
        since = try row.next()
        var sheet = QualitySheet()
        sheet.summary = try row.next()
        sheet.grade = try row.next()
        sheet.departure = try row.next()
        self.sheet = sheet
        completed = try row.next()
        corrected = try row.next()
        correction = try row.next()
        reply = try row.next()
        replied = try row.next()
        calledOff = try row.next()
        callingOff = try row.next()
    }

    public var values: [Value] {
        Value.row(id, version, reference, reference.key, work, workReference, place, auditor, office, carriedOut, kind, reviewer, form, due, sample, why, since) + Value.row(
            sheet.summary, sheet.grade, sheet.departure, completed, corrected, correction, reply, replied, calledOff, callingOff)
    }

    public static func all(_ clause: SQL, _ session: Session) throws -> [QualityCheck] {
        let findings = try session.findings(of: QualityCheck.self, clause, in: findingTable)
        return try session.rows(of: QualityCheck.self, clause).map { check in
            var whole = check
            whole.sheet.findings = findings[check.id] ?? []
            return whole
        }
    }
}

extension Work {
    /// Saves a check’s new state with its answers.
    func keep(_ verb: String, _ check: QualityCheck) throws -> QualityCheck {
        let changed = try change(verb, check, in: check.subject)
        try save(changed.sheet.findings, of: changed.id, in: QualityCheck.findingTable)
        return changed
    }
}

extension QualityCheckKind: Stored {}
extension QualityAnswer: Stored {}
extension QualityGrade: Stored {}
