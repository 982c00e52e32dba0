public import Kernel
public import People
public import Storage
import Synchronization

/// An audit as checks of it need to know it.
public struct AuditedWork: Sendable {
    /// What the rules of a sample go by.
    public let sampled: SampledAudit
    public let subject: Subject
    public let officer: ID<Party>
    public let carriedOut: Day
    /// The name of the premises.
    public let place: String

    public init(_ sampled: SampledAudit, subject: Subject, officer: ID<Party>, carriedOut: Day, place: String) {
        (self.sampled, self.subject, self.officer, self.carriedOut, self.place) = (sampled, subject, officer, carriedOut, place)
    }
}

/// A code of another slice, with the words that people know it by.
public struct QualityCode: Sendable, Hashable {
    public let code: String
    public let words: String

    public init(_ code: String, _ words: String) { (self.code, self.words) = (code, words) }
}

/// What checks hear of other slices and cause in them. App knows these and puts them together; without them a check stands by itself.
public struct QualityNeighbours: Sendable {
    /// What may come of an audit, and the kinds of premises.
    let outcomes: [QualityCode]
    let types: [QualityCode]
    /// Outcomes of which every audit is drawn, whatever else a plan asks for.
    let always: [String]
    /// The audits that were carried out in a span and had been completed by a day.
    let audits: @Sendable (_ carriedOut: ClosedRange<Day>, _ completedBy: Day, Session) throws -> [AuditedWork]
    /// A completed audit by its reference; nil where there is none.
    let audit: @Sendable (String, Session) throws -> AuditedWork?
    /// Findings of plans to which an action may be added, each under its subject.
    let findings: @Sendable (Session) throws -> [(finding: Subject, words: String)]
    /// Adds an action to a finding of a plan, in the same piece of work: what is to be done, who by name does it, by when.
    let openAction: @Sendable (_ finding: Subject, _ what: String, _ owner: String, _ due: Day, Work) throws -> Subject

    public init(
        outcomes: [QualityCode] = [], types: [QualityCode] = [], always: [String] = [],
        audits: @escaping @Sendable (ClosedRange<Day>, Day, Session) throws -> [AuditedWork] = { _, _, _ in [] },
        audit: @escaping @Sendable (String, Session) throws -> AuditedWork? = { _, _ in nil },
        findings: @escaping @Sendable (Session) throws -> [(finding: Subject, words: String)] = { _ in [] },
        openAction: @escaping @Sendable (Subject, String, String, Day, Work) throws -> Subject = { finding, _, _, _, _ in
            throw Refusal.missing("finding-not-open", "No finding “\(finding)” takes actions here.")
        }
    ) {
        (self.outcomes, self.types, self.always) = (outcomes, types, always)
        (self.audits, self.audit, self.findings, self.openAction) = (audits, audit, findings, openAction)
    }

    public static let none = QualityNeighbours()

    /// A rule in words: “Every audit with a prohibition notice”.
    public func words(_ rule: SamplingRule) -> String {
        func named(_ code: String, _ codes: [QualityCode]) -> String { codes.first { $0.code == code }?.words.lowercasedFirst ?? code }
        return switch rule {
        case .every(let outcome): "Every audit with this outcome: \(named(outcome, outcomes))"
        case .eachOfficer(let least): "At least \(least) of each officer"
        case .type(let code, let percent): "At least \(percent)% of audits of \(named(code, types))"
        case .outcome(let code, let percent): "At least \(percent)% of audits with this outcome: \(named(code, outcomes))"
        case .all(let percent): "At least \(percent)% of all audits"
        }
    }
}

/// What the commands of checks are told by the program, which knows the other slices. A command does its work on a thread of the
/// database, where nothing is bound that was bound around the command tree, so it is kept here.
public enum QualitySurroundings {
    private static let held = Mutex(QualityNeighbours.none)

    static var given: QualityNeighbours { held.withLock { $0 } }

    /// Said once, before any command is run.
    public static func offer(_ neighbours: QualityNeighbours) { held.withLock { $0 = neighbours } }
}
