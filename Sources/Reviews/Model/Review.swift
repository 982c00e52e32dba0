public import Kernel

/// Somebody from outside, or from audit, looks at the service and says what they found.
public struct Review: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case inspection, revisit
        case peerReview = "peer-review"
        case internalAudit = "internal-audit"
        case thematic

        public var words: String {
            switch self {
            case .inspection: "Inspection"
            case .revisit: "Revisit"
            case .peerReview: "Peer review"
            case .internalAudit: "Internal audit"
            case .thematic: "Thematic inspection"
            }
        }

        /// Whether the inspectorate makes it, so that it may raise causes of concern.
        public var isInspectorates: Bool { self == .inspection || self == .revisit || self == .thematic }
    }

    public let id: ID<Review>
    public var version: Int
    public var reference: Reference
    public var title: String
    public var kind: Kind
    /// Who makes it: a peer service, the inspectorate, the auditors.
    public var reviewer: String
    /// The inspection round whose questions it asks; nil where it asks questions of its own.
    public var round: String?
    /// What it looks at, in a person's words.
    public var scope: String
    /// The day it was asked for or announced: it is on record from then on.
    public var commissionedOn: Day
    /// The days of its visits, the first first.
    public var visits: [VisitDays]
    /// The day its report was given; nil while it is awaited.
    public var reportedOn: Day?
    /// What on record it was given to read: `document/3`.
    public var documents: [Subject]
    /// What else it was given to read, one document a line.
    public var otherDocuments: String?
    /// The plan that answers it: `plan/1`.
    public var plan: Subject?

    public init(
        id: ID<Review>, version: Int = 1, reference: Reference, title: String, kind: Kind, reviewer: String, round: String? = nil,
        scope: String, commissionedOn: Day, visits: [VisitDays] = [], reportedOn: Day? = nil, documents: [Subject] = [],
        otherDocuments: String? = nil, plan: Subject? = nil
    ) {
        self.id = id
        self.version = version
        self.reference = reference
        self.title = title
        self.kind = kind
        self.reviewer = reviewer
        self.round = round
        self.scope = scope
        self.commissionedOn = commissionedOn
        self.visits = visits
        self.reportedOn = reportedOn
        self.documents = documents
        self.otherDocuments = otherDocuments
        self.plan = plan
    }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        [
            "reference": [reference.text], "title": [title], "kind": [kind.rawValue], "reviewer": [reviewer], "round": [round ?? ""],
            "scope": [scope], "commissioned-on": [commissionedOn.iso], "visits": visits.map(\.rawValue), "reported-on": [reportedOn?.iso ?? ""],
            "documents": documents.map(\.description), "other-documents": [otherDocuments ?? ""], "plan": [plan?.description ?? ""],
        ]
    }

    public func isReported(on day: Day) -> Bool { reportedOn.map { $0 <= day } ?? false }

    /// What it reports is of the day it reports, so nothing is written down of it before.
    ///
    /// - Throws: `review-not-reported`
    func refuseUnreported(on today: Day) throws(Refusal) {
        guard !isReported(on: today) else { return }
        throw .conflict("review-not-reported", "\(title) has not been reported. Enter the day of its report first.")
    }

    /// The round whose questions it asks.
    public var questions: InspectionRound? { round.flatMap(InspectionRound.named) }

    /// - Throws: `review-asks-no-set-questions`
    func asking() throws(Refusal) -> InspectionRound {
        guard let round = questions else {
            throw .conflict("review-asks-no-set-questions", "\(title) follows no inspection round, so it has no questions to judge. Choose its round first.")
        }
        return round
    }
}

/// Days on which reviewers were there, written `2024-06-10/2024-06-12`, or as one day.
public struct VisitDays: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    public let period: Period

    public init(_ period: Period) { self.period = period }

    /// Reads `2024-06-10`, `2024-06-10/2024-06-12` and, as people write it, `2024-06-10 to 2024-06-12`.
    public init?(rawValue written: String) {
        let parts = written.replacing(" to ", with: "/").split(separator: "/", omittingEmptySubsequences: false).map { Day(iso: $0.trimmed) }
        guard (1...2).contains(parts.count), let from = parts[0], let through = parts[parts.count - 1],
              let period = try? Period(from: from, through: through) else { return nil }
        self.period = period
    }

    public var rawValue: String { period.from == period.through ? period.from.iso : "\(period.from.iso)/\(period.through.iso)" }

    public var description: String { period.from == period.through ? "\(period.from)" : "\(period.from) to \(period.through)" }

    public static func < (one: VisitDays, other: VisitDays) -> Bool {
        (one.period.from, one.period.through) < (other.period.from, other.period.through)
    }
}
