public import Kernel
public import Storage

/// The assurance of quality: which pieces of work are checked, by whom against what, what was found, and whether what was done about it worked.
///
/// The verbs, done within one piece of work: each checks who may, asks the model, saves and journals. What is done to samples stands in `Sampling.swift`,
/// to checks in `Checking.swift`, about what they found in `Remedying.swift`, and to the form in `QualityForms.swift`.
public struct Quality: Sendable {
    public let neighbours: QualityNeighbours

    public init(neighbours: QualityNeighbours = .none) { self.neighbours = neighbours }

    /// The tables. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = []
        + QualityRecords.migrations
        + QualityRecords.calibrationMigrations
        + QualityRecords.reportMigrations

    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records: [RecordKind] = []
        + QualityRecords.records
        + QualityRecords.calibrationRecords
        + QualityRecords.reportRecords

    /// What programs may be let do.
    public static let scopes: [OfferedScope] = [
        OfferedScope(.qualityRead, "Read checks of audits, sampling plans and what was done about findings, as far as you may yourself"),
        OfferedScope(.qualityWrite, "Plan and make checks of audits, and record what is done about findings, as far as you may yourself"),
    ]
}

extension Scope {
    public static let qualityRead = Scope("quality:read")
    public static let qualityWrite = Scope("quality:write")
}
