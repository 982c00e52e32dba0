public import Kernel
public import People

/// One piece of work that several reviewers judge by the same form, each by themselves, so that it shows how far they judge alike.
public struct Calibration: Codable, Equatable, Sendable {
    public let id: ID<Calibration>
    public var version: Int
    /// `QC-2026-0003`, made when it is opened and never given to another.
    public let reference: Reference
    /// The work that is judged, and the reference by which people know it.
    public let work: Subject
    public let workReference: String
    /// Where it was done: the name of the premises.
    public let place: String
    /// Who did the work: a person or a post. They don’t judge it.
    public let auditor: ID<Party>
    /// The day on which the work was done.
    public let carriedOut: Day
    public let form: ID<QualityForm>
    /// Two at least.
    public internal(set) var reviewers: [ID<Party>]
    /// By when each has answered.
    public let due: Day
    /// What the reviewers are told; nothing that gives an answer away.
    public let brief: String?
    /// The day from which it stands here.
    public let since: Day
    public var closed: Day?
    /// What was agreed once all saw all answers.
    public var conclusion: String?
    /// The day on which it was given up, and why.
    public var abandoned: Day?
    public var abandoning: String?

    public init(
        id: ID<Calibration>, version: Int = 1, reference: Reference, work: Subject, workReference: String, place: String, auditor: ID<Party>, carriedOut: Day, form: ID<QualityForm>,
        reviewers: [ID<Party>], due: Day, brief: String? = nil, since: Day
    ) {
        (self.id, self.version, self.reference, self.work, self.workReference, self.place) = (id, version, reference, work, workReference, place)
        (self.auditor, self.carriedOut, self.form, self.reviewers) = (auditor, carriedOut, form, reviewers)
        (self.due, self.brief, self.since) = (due, brief, since)
    }

    public enum State: String, Codable, Sendable, CaseIterable {
        case open, closed, abandoned

        public var words: String {
            switch self {
            case .open: "Open, blind"
            case .closed: "Closed"
            case .abandoned: "Abandoned"
            }
        }
    }

    /// Where it stands on a day, from its days alone.
    public func state(on day: Day) -> State {
        if let abandoned, abandoned <= day { return .abandoned }
        if let closed, closed <= day { return .closed }
        return .open
    }

    public func isHere(on day: Day) -> Bool { since <= day }
    public func isOverdue(on day: Day) -> Bool { state(on: day) == .open && due < day }
}

/// What one reviewer answers in a calibration. Nobody else sees it before it is closed.
public struct CalibrationSheet: Codable, Equatable, Sendable {
    public let id: ID<CalibrationSheet>
    public var version: Int
    public let calibration: ID<Calibration>
    public let reviewer: ID<Party>
    public var findings: [QualityFinding]
    /// From then on it stays as it is.
    public var submitted: Day?

    public init(id: ID<CalibrationSheet>, version: Int = 1, calibration: ID<Calibration>, reviewer: ID<Party>, findings: [QualityFinding] = [], submitted: Day? = nil) {
        (self.id, self.version, self.calibration, self.reviewer, self.findings, self.submitted) = (id, version, calibration, reviewer, findings, submitted)
    }

    public func answer(to code: String) -> QualityFinding? { findings.first { $0.criterion == code } }
}

/// What a person enters to open a calibration.
public struct NewCalibration: Sendable, Equatable {
    /// The reference of an audit.
    public var work: String
    /// Names of persons or posts on record, one a line.
    public var reviewers: [String]
    public var due: Day
    public var brief: String?

    public init(work: String, reviewers: [String], due: Day, brief: String? = nil) { (self.work, self.reviewers, self.due, self.brief) = (work, reviewers, due, brief) }

    public init(reading fields: inout Fields) {
        work = fields.line("work", "The audit", atMost: 60)
        reviewers = fields.lines("reviewers")
        if reviewers.count < 2 { fields.refuse("reviewers", "Name two reviewers at least, one a line. One alone agrees with nobody.") }
        if reviewers.count > 40 { fields.refuse("reviewers", "Name 40 reviewers at most.") }
        due = fields.day("due", "Answers due by")
        brief = fields.optionalText("brief", "What the reviewers are told", atMost: 2000)
    }
}
