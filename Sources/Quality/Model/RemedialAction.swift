public import Kernel
public import People

/// What is done about what a check found.
public enum RemedialKind: String, Codable, Sendable, CaseIterable {
    case training, coaching
    case policyChange = "policy-change"
    case fileCorrection = "file-correction"

    public var words: String {
        switch self {
        case .training: "Training"
        case .coaching: "Coaching"
        case .policyChange: "Policy change"
        case .fileCorrection: "Correction of the file"
        }
    }
}

/// Whether it did what it was for.
public enum RemedialOutcome: String, Codable, Sendable, CaseIterable {
    case worked
    case didNotWork = "did-not-work"
    case tooEarly = "cannot-be-said-yet"

    public var words: String {
        switch self {
        case .worked: "It worked"
        case .didNotWork: "It did not work"
        case .tooEarly: "It can’t be said yet"
        }
    }
}

/// Something that is done about what a check found, by somebody and by a day; and, later, whether it worked.
public struct RemedialAction: Codable, Equatable, Sendable {
    public let id: ID<RemedialAction>
    public var version: Int
    public let check: ID<QualityCheck>
    /// The code of the criterion that it is about; nil where it is about the whole.
    public let criterion: String?
    public var kind: RemedialKind
    public var what: String
    public var owner: ID<Party>
    public var due: Day
    /// The day from which it stands here.
    public let since: Day
    public var done: Day?
    /// What was done.
    public var doing: String?
    /// The day by which somebody looks whether it worked.
    public var lookBy: Day?
    public var looked: Day?
    public var outcome: RemedialOutcome?
    /// What that rests on.
    public var looking: String?
    /// The action of a plan in which it lives on; nil while it stands by itself.
    public var action: Subject?

    public init(
        id: ID<RemedialAction>, version: Int = 1, check: ID<QualityCheck>, criterion: String?, kind: RemedialKind, what: String, owner: ID<Party>, due: Day, since: Day
    ) {
        (self.id, self.version, self.check, self.criterion, self.kind) = (id, version, check, criterion, kind)
        (self.what, self.owner, self.due, self.since) = (what, owner, due, since)
    }

    public func isHere(on day: Day) -> Bool { since <= day }

    /// Where it stands on a day. Once an action of a plan took it over, that action tells how far it is.
    public func state(on day: Day) -> RemedialState {
        if let looked, looked <= day, let outcome, outcome != .tooEarly { return outcome == .worked ? .worked : .didNotWork }
        if let done, done <= day { return .done }
        return action == nil ? .open : .inPlan
    }

    public func isOverdue(on day: Day) -> Bool { state(on: day) == .open && due < day }
    /// Whether somebody should by now have looked whether it worked.
    public func owesLook(on day: Day) -> Bool { state(on: day) == .done && lookBy.map { $0 < day } ?? false }
}

/// Where a remedial action stands.
public enum RemedialState: String, Codable, Sendable, CaseIterable {
    case open
    case inPlan = "in-plan"
    /// Done, and nobody knows yet whether it worked.
    case done
    case worked
    case didNotWork = "did-not-work"

    public var words: String {
        switch self {
        case .open: "Open"
        case .inPlan: "In a plan"
        case .done: "Done, to be looked at again"
        case .worked: "Done, and it worked"
        case .didNotWork: "Done, and it did not work"
        }
    }
}

/// What a person enters to have something done.
public struct NewRemedialAction: Sendable, Equatable {
    public var criterion: String?
    public var kind: RemedialKind
    public var what: String
    /// The name of a person or post on record.
    public var owner: String
    public var due: Day

    public init(criterion: String? = nil, kind: RemedialKind, what: String, owner: String, due: Day) {
        (self.criterion, self.kind, self.what, self.owner, self.due) = (criterion, kind, what, owner, due)
    }

    public init(reading fields: inout Fields) {
        criterion = fields.optionalLine("criterion", "The criterion", atMost: 40)
        kind = fields.choice("kind", "Kind", default: .coaching)
        what = fields.text("what", "What is to be done", atMost: 4000)
        owner = fields.line("owner", "Who does it", atMost: 200)
        due = fields.day("due", "Due by")
    }
}
