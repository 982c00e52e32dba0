public import Kernel
public import People

/// How a piece of work is checked.
public enum QualityCheckKind: String, Codable, Sendable, CaseIterable {
    case desktop, accompanied, revisit

    public var words: String {
        switch self {
        case .desktop: "Desktop"
        case .accompanied: "Accompanied"
        case .revisit: "Revisit"
        }
    }

    /// What the reviewer does.
    public var meaning: String {
        switch self {
        case .desktop: "The file is read."
        case .accompanied: "The reviewer goes along with the auditor."
        case .revisit: "The reviewer goes to the premises after the audit."
        }
    }
}

/// A look at one finished piece of work by somebody who did not do it: what was found by each criterion, and what it is worth on the whole.
public struct QualityCheck: Codable, Equatable, Sendable {
    public let id: ID<QualityCheck>
    public var version: Int
    /// `Q-2026-0012`, made when it is opened and never given to another.
    public let reference: Reference
    /// The work that is checked, and the reference by which people know it: `audit/12`, `A-2026-0012`.
    public let work: Subject
    public let workReference: String
    /// Where it was done: the name of the premises.
    public let place: String
    /// Who did the work: a person or a post.
    public let auditor: ID<Party>
    /// The team that they were in when they did it; nil where they were in none.
    public let office: ID<Party>?
    /// The day on which the work was done.
    public let carriedOut: Day
    public var kind: QualityCheckKind
    public var reviewer: ID<Party>
    public let form: ID<QualityForm>
    public var due: Day
    /// The plan by which it was drawn; nil where somebody asked for it.
    public let sample: ID<SamplingPlan>?
    /// The rule that drew it, or why somebody asked for it.
    public let why: String
    /// The day from which it stands here.
    public let since: Day
    public var sheet: QualitySheet
    public var completed: Day?
    /// The day of the last correction after it was completed, and why. The journal has them all.
    public var corrected: Day?
    public var correction: String?
    /// What whoever did the work says to it.
    public var reply: String?
    public var replied: Day?
    /// The day on which it was given up, and why; it counts as not done.
    public var calledOff: Day?
    public var callingOff: String?

    public init(
        id: ID<QualityCheck>, version: Int = 1, reference: Reference, work: Subject, workReference: String, place: String, auditor: ID<Party>, office: ID<Party>?, carriedOut: Day,
        kind: QualityCheckKind, reviewer: ID<Party>, form: ID<QualityForm>, due: Day, sample: ID<SamplingPlan>?, why: String, since: Day, sheet: QualitySheet = QualitySheet()
    ) {
        (self.id, self.version, self.reference, self.work, self.workReference, self.place) = (id, version, reference, work, workReference, place)
        (self.auditor, self.office, self.carriedOut, self.kind, self.reviewer) = (auditor, office, carriedOut, kind, reviewer)
        (self.form, self.due, self.sample, self.why, self.since, self.sheet) = (form, due, sample, why, since, sheet)
    }

    /// Where it stands on a day, from its days alone.
    public func state(on day: Day) -> QualityCheckState {
        if let calledOff, calledOff <= day { return .calledOff }
        if let completed, completed <= day { return .completed }
        return .open
    }

    public func isHere(on day: Day) -> Bool { since <= day }
    public func isOverdue(on day: Day) -> Bool { state(on: day) == .open && due < day }
}

/// Where a check stands.
public enum QualityCheckState: String, Codable, Sendable, CaseIterable {
    case open, completed
    case calledOff = "called-off"

    public var words: String {
        switch self {
        case .open: "Open"
        case .completed: "Completed"
        case .calledOff: "Called off"
        }
    }
}
