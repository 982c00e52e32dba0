import Kernel
import People
public import Storage

extension Calibration: Record {
    static let reviewerTable = ListTable("calibration_reviewer", of: "calibration", item: "reviewer")
    public static let table = Table("calibration", [
        "id", "version", "reference", "reference_key", "work", "work_reference", "place", "auditor", "carried_out_on", "form", "due_on", "brief", "since_on", "closed_on", "conclusion",
        "abandoned_on", "abandoning",
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
        carriedOut = try row.next()
        form = try row.next()
        due = try row.next()
        brief = try row.next()
        since = try row.next()
        closed = try row.next()
        conclusion = try row.next()
        abandoned = try row.next()
        abandoning = try row.next()
        reviewers = []
    }

    public var values: [Value] {
        Value.row(id, version, reference, reference.key, work, workReference, place, auditor, carriedOut, form, due, brief, since, closed, conclusion, abandoned, abandoning)
    }

    public static func all(_ clause: SQL, _ session: Session) throws -> [Calibration] {
        try session.rows(of: Calibration.self, clause, with: \.reviewers, from: reviewerTable)
    }
}

extension CalibrationSheet: Record {
    static let findingTable = FindingTable(name: "calibration_finding", record: "sheet")
    public static let table = Table("calibration_sheet", ["id", "version", "calibration", "reviewer", "submitted_on"])

    public init(_ row: inout Row) throws {
        id = try row.next()
        version = try row.next()
        calibration = try row.next()
        reviewer = try row.next()
        submitted = try row.next()
        findings = []
    }

    public var values: [Value] { Value.row(id, version, calibration, reviewer, submitted) }

    public static func all(_ clause: SQL, _ session: Session) throws -> [CalibrationSheet] {
        let findings = try session.findings(of: CalibrationSheet.self, clause, in: findingTable)
        return try session.rows(of: CalibrationSheet.self, clause).map { sheet in
            var whole = sheet
            whole.findings = findings[sheet.id] ?? []
            return whole
        }
    }
}

extension Work {
    /// Saves a sheet’s new state with its answers.
    func keep(_ verb: String, _ sheet: CalibrationSheet, of calibration: Calibration) throws -> CalibrationSheet {
        let changed = try change(verb, sheet, in: calibration.subject)
        try save(changed.findings, of: changed.id, in: CalibrationSheet.findingTable)
        return changed
    }
}

extension QualityRecords {
    static let calibrationMigrations: [Migration] = [
        Migration("calibrations-1") { dialect in [
            """
            CREATE TABLE calibration (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                reference TEXT NOT NULL, reference_key TEXT NOT NULL UNIQUE, work TEXT NOT NULL, work_reference TEXT NOT NULL, place TEXT NOT NULL,
                auditor BIGINT NOT NULL REFERENCES party (id), carried_out_on TEXT NOT NULL, form BIGINT NOT NULL REFERENCES quality_form (id), due_on TEXT NOT NULL, brief TEXT,
                since_on TEXT NOT NULL, closed_on TEXT, conclusion TEXT, abandoned_on TEXT, abandoning TEXT,
                CHECK ((closed_on IS NULL) = (conclusion IS NULL)), CHECK ((abandoned_on IS NULL) = (abandoning IS NULL)), CHECK (closed_on IS NULL OR abandoned_on IS NULL))
            """,
            """
            CREATE TABLE calibration_reviewer (
                calibration BIGINT NOT NULL REFERENCES calibration (id), place BIGINT NOT NULL, reviewer BIGINT NOT NULL REFERENCES party (id),
                PRIMARY KEY (calibration, place), UNIQUE (calibration, reviewer))
            """,
            """
            CREATE TABLE calibration_sheet (
                \(dialect.id), version BIGINT NOT NULL CHECK (version > 0),
                calibration BIGINT NOT NULL REFERENCES calibration (id), reviewer BIGINT NOT NULL REFERENCES party (id), submitted_on TEXT, UNIQUE (calibration, reviewer))
            """,
            """
            CREATE TABLE calibration_finding (
                sheet BIGINT NOT NULL REFERENCES calibration_sheet (id), place BIGINT NOT NULL, criterion TEXT NOT NULL CHECK (criterion <> ''),
                answer TEXT NOT NULL CHECK (answer IN ('pass', 'fail', 'not-evidenced', 'not-applicable')), note TEXT, PRIMARY KEY (sheet, place), UNIQUE (sheet, criterion))
            """,
        ] },
    ]

    static let calibrationRecords = [RecordKind(Calibration.self), RecordKind(CalibrationSheet.self)]
}

extension Session {
    /// - Throws: `calibration-not-found`
    public func calibration(_ reference: String) throws -> CalibrationFacts {
        guard let facts = try calibrations("WHERE reference_key = \(reference.lowercased())").first else {
            throw Refusal.missing("calibration-not-found", "There is no calibration “\(reference.prefix(60))”. The list shows those there are.")
        }
        return facts
    }

    /// Every calibration that there is, the latest first.
    public func allCalibrations() throws -> [CalibrationFacts] { try calibrations("") }

    func calibrations(_ clause: SQL) throws -> [CalibrationFacts] {
        let calibrations = try all(Calibration.self, clause)
        let names = try Parties(self).names()
        let forms = Dictionary(uniqueKeysWithValues: try all(QualityForm.self).map { ($0.id, $0) })
        let sheets = Dictionary(grouping: try all(CalibrationSheet.self, "WHERE calibration IN (SELECT id FROM calibration \(clause))"), by: \.calibration)
        let ordered = calibrations.sorted { ($0.since, $0.id) > ($1.since, $1.id) }
        let barred = try barred(from: ordered.map { ($0.auditor, $0.carriedOut) })
        return ordered.enumerated().compactMap { place, calibration in
            guard let form = forms[calibration.form] else { return nil }
            let own = calibration.reviewers.compactMap { reviewer in sheets[calibration.id]?.first { $0.reviewer == reviewer } }
            return CalibrationFacts(
                calibration: calibration, form: form, sheets: own, names: names, barred: barred[place])
        }
    }
}
