public import Kernel

/// What a person enters to have a piece of work checked that no plan drew.
public struct NewQualityCheck: Sendable, Equatable {
    /// The reference of an audit.
    public var work: String
    public var kind: QualityCheckKind
    /// The name of a person or post on record.
    public var reviewer: String
    public var due: Day
    public var why: String

    public init(work: String, kind: QualityCheckKind = .desktop, reviewer: String, due: Day, why: String) {
        (self.work, self.kind, self.reviewer, self.due, self.why) = (work, kind, reviewer, due, why)
    }

    public init(reading fields: inout Fields) {
        work = fields.line("work", "The audit", atMost: 60)
        kind = fields.choice("kind", "Kind", default: .desktop)
        reviewer = fields.line("reviewer", "The reviewer", atMost: 200)
        due = fields.day("due", "Due by")
        why = fields.text("why", "Why it is checked", atMost: 2000)
    }
}

/// Who makes a check, how and by when, changed while it is open.
public struct QualityAssignment: Sendable, Equatable {
    public var kind: QualityCheckKind
    public var reviewer: String
    public var due: Day

    public init(kind: QualityCheckKind, reviewer: String, due: Day) { (self.kind, self.reviewer, self.due) = (kind, reviewer, due) }

    public init(reading fields: inout Fields) {
        kind = fields.choice("kind", "Kind", default: .desktop)
        reviewer = fields.line("reviewer", "The reviewer", atMost: 200)
        due = fields.day("due", "Due by")
    }
}
