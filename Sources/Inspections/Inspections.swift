public import Kernel
public import Storage

/// The inspection of premises: which are looked at first, by which method and when, and what was found there.
///
/// What each part brings to the service stands here, one part a line.
public enum Inspections {
    /// The tables. Once a version is out, a change is a new migration, never an edit of these.
    public static let migrations: [Migration] = []
        + riskMigrations
        + AuditRecords.migrations
        + ProgrammeRecords.migrations

    /// Every kind of record here, for the checks that compare each with the journal.
    public static let records: [RecordKind] = []
        + riskRecords
        + AuditRecords.records
        + ProgrammeRecords.records

    /// What programs may be let do.
    public static let scopes: [OfferedScope] = []
        + riskScopes
        + AuditRecords.scopes
        + ProgrammeRecords.scopes

    /// What other slices speak of.
    public static let naming: [NamedKind] = []
        + riskNaming
        + AuditRecords.naming
        + ProgrammeRecords.naming
}
