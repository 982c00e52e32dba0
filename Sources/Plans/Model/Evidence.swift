public import Kernel

/// Something that shows that an action was done, or how a finding stands: a file, a link, or a record of this service, such
/// as a document of the register or a live figure.
public struct Evidence: Codable, Equatable, Sendable {
    /// What is to be looked at.
    public enum Source: Equatable, Sendable {
        case file(ID<Attachment>)
        /// An address that begins with `https://` or `http://`.
        case link(String)
        case record(Subject)
    }

    public let id: ID<Evidence>
    public var version: Int
    public let plan: ID<Plan>
    /// One of the two is set.
    public let finding: ID<Finding>?
    public let action: ID<Action>?
    /// What it shows, in the words of whoever put it there.
    public let shows: String
    public let file: ID<Attachment>?
    public let link: String?
    public let record: Subject?
    /// The day it was put there.
    public let on: Day
    /// Who put it there, as the journal names them.
    public let by: String
    /// The last day on which it holds, as was said when it was put there; nil while it holds on.
    public let through: Day?
    /// What the record said in a number that day; nil where it says none.
    public let stated: StatedFigure?
    /// The day it was taken back, for a reason. It stays on record.
    public var withdrawnOn: Day?
    public var withdrawnBy: String?
    public var withdrawnBecause: String?

    public init(
        id: ID<Evidence>, version: Int = 1, plan: ID<Plan>, finding: ID<Finding>? = nil, action: ID<Action>? = nil, shows: String,
        source: Source, on: Day, by: String, through: Day? = nil, stated: StatedFigure? = nil
    ) {
        self.id = id
        self.version = version
        self.plan = plan
        self.finding = finding
        self.action = action
        self.shows = shows
        switch source {
        case .file(let id): (file, link, record) = (id, nil, nil)
        case .link(let address): (file, link, record) = (nil, address, nil)
        case .record(let subject): (file, link, record) = (nil, nil, subject)
        }
        self.on = on
        self.by = by
        self.through = through
        self.stated = stated
    }

    /// The figure that it rests on.
    var figure: AskedFigure? { stated.flatMap { stated in record.map { AskedFigure($0, period: stated.period) } } }

    /// Nil where the record was written by something else than Muster.
    public var source: Source? {
        if let file { return .file(file) }
        if let link { return .link(link) }
        return record.map { .record($0) }
    }

    /// Whether it was taken back by a day.
    public func isWithdrawn(on day: Day) -> Bool { withdrawnOn.map { $0 <= day } ?? false }
}

/// Somebody looked at a piece of evidence on a day, and it still shows what it is there for.
public struct EvidenceLook: Codable, Equatable, Sendable {
    public let id: ID<EvidenceLook>
    public var version: Int
    public let plan: ID<Plan>
    public let evidence: ID<Evidence>
    public let on: Day
    /// Who looked, as the journal names them.
    public let by: String
    /// The last day on which it holds from now on; nil leaves what was said before.
    public let through: Day?
    /// What the record said in a number when it was looked at; nil where it says none.
    public let stated: StatedFigure?

    public init(id: ID<EvidenceLook>, version: Int = 1, plan: ID<Plan>, evidence: ID<Evidence>, on: Day, by: String, through: Day? = nil, stated: StatedFigure? = nil) {
        self.id = id
        self.version = version
        self.plan = plan
        self.evidence = evidence
        self.on = on
        self.by = by
        self.through = through
        self.stated = stated
    }
}

/// A piece of evidence as it was on a day.
public struct EvidenceView: Sendable, Equatable {
    public let evidence: Evidence
    /// The file, where it is one.
    public let file: Attachment?
    /// The last time that somebody looked and found that it still shows it; nil when nobody has since it was put there.
    public let lastLook: EvidenceLook?
    /// The last day on which it holds, as last said; nil while it holds on.
    public let through: Day?
    public let isWithdrawn: Bool
    /// What the record it rests on said when it was put there or last looked at; nil where it says no number.
    public let stated: StatedFigure?
    /// What that comes to by the records of the day; nil where it is not known.
    public let current: StatedFigure?
    private let day: Day

    /// Nil where it was not there yet.
    ///
    /// - Parameters:
    ///   - looks: at this piece, in the order in which they were recorded.
    ///   - course: what the figure that it rests on said, day by day.
    public init?(_ evidence: Evidence, file: Attachment? = nil, looks: [EvidenceLook], course: FigureCourse? = nil, on day: Day) {
        guard evidence.on <= day else { return nil }
        let looks = looks.filter { $0.on <= day }
        self.evidence = evidence
        self.file = file
        self.day = day
        lastLook = looks.last
        through = looks.last { $0.through != nil }?.through ?? evidence.through
        isWithdrawn = evidence.isWithdrawn(on: day)
        stated = looks.last { $0.stated != nil }?.stated ?? evidence.stated
        current = course?.figure(on: day)
    }

    public var isExpired: Bool { through.map { $0 < day } ?? false }
    /// Whether it shows on the day what it is there for.
    public var holds: Bool { !isWithdrawn && !isExpired }
    /// When it was last known to show it: looked at, or put there.
    public var lastSeenOn: Day { lastLook?.on ?? evidence.on }

    /// `holds until 31 March 2026`, `expired on …`, `taken back on …`
    public var standing: String {
        if isWithdrawn, let day = evidence.withdrawnOn { return "taken back on \(day)" }
        guard let through else { return "holds" }
        return isExpired ? "held until \(through)" : "holds until \(through)"
    }
}

extension [EvidenceView] {
    /// Those that hold on the day.
    public var holding: [EvidenceView] { filter(\.holds) }
}

extension PlanFacts {
    /// What was put there by a day, by what it shows something of.
    func evidenceViews(on day: Day) -> (ofActions: [ID<Action>: [EvidenceView]], ofFindings: [ID<Finding>: [EvidenceView]]) {
        let looks = Dictionary(grouping: looks, by: \.evidence)
        var found: (ofActions: [ID<Action>: [EvidenceView]], ofFindings: [ID<Finding>: [EvidenceView]]) = ([:], [:])
        for piece in evidence {
            let course = piece.figure.flatMap { courses[$0] }
            guard let view = EvidenceView(piece, file: piece.file.flatMap { files[$0] }, looks: looks[piece.id] ?? [], course: course, on: day) else { continue }
            if let action = piece.action { found.ofActions[action, default: []].append(view) }
            if let finding = piece.finding { found.ofFindings[finding, default: []].append(view) }
        }
        return found
    }
}
