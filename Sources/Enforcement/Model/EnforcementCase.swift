public import Kernel
public import People
public import Premises

/// What the service looks into at some premises: how it arose, who leads it, and what became of it.
public struct EnforcementCase: Codable, Equatable, Sendable {
    /// How it arose.
    public enum Origin: String, Codable, Sendable, CaseIterable {
        case audit, complaint
        case postFire = "post-fire"
        case consultation
        case falseAlarm = "false-alarm"
        case otherService = "other-service"
        case ownFindings = "own-findings"

        public var words: String {
            switch self {
            case .audit: "Fire safety audit"
            case .complaint: "Complaint"
            case .postFire: "After a fire"
            case .consultation: "Consultation"
            case .falseAlarm: "False alarms"
            case .otherService: "Another service or authority"
            case .ownFindings: "Found by our own officers"
            }
        }
    }

    public let id: ID<EnforcementCase>
    public var version: Int
    /// `C-2026-0012`, made when it is opened and never given to another.
    public let reference: Reference
    public var title: String
    public var origin: Origin
    /// Who leads it: a person or a post.
    public var officer: ID<Party>
    public let premises: ID<Premises>
    public let opened: Day
    /// Internal: what it is about.
    public var summary: String?
    public var closed: Day?
    /// Why it was closed.
    public var closing: String?

    public init(
        id: ID<EnforcementCase>, version: Int = 1, reference: Reference, title: String, origin: Origin, officer: ID<Party>, premises: ID<Premises>,
        opened: Day, summary: String? = nil, closed: Day? = nil, closing: String? = nil
    ) {
        (self.id, self.version, self.reference, self.title, self.origin) = (id, version, reference, title, origin)
        (self.officer, self.premises, self.opened, self.summary) = (officer, premises, opened, summary)
        (self.closed, self.closing) = (closed, closing)
    }

    public func isOpen(on day: Day) -> Bool { opened <= day && closed.map { day < $0 } ?? true }

    /// What it holds now, under the names of its form.
    ///
    /// - Parameters:
    ///   - officer: the officer's name.
    ///   - premises: the reference of the premises.
    func entries(officer: String, premises: String) -> [String: [String]] {
        ["title": title, "origin": origin.rawValue, "officer": officer, "premises": premises, "opened": opened.iso, "summary": summary ?? ""].mapValues { [$0] }
    }
}

/// What a person enters to open a case, or to edit what it says of itself. Premises and opening day stay as they were.
public struct NewCase: Sendable, Equatable {
    public var title: String
    public var origin: EnforcementCase.Origin
    /// The name of a person or post on record.
    public var officer: String
    /// The reference of premises on record.
    public var premises: String
    public var opened: Day
    public var summary: String?

    public init(title: String, origin: EnforcementCase.Origin, officer: String, premises: String, opened: Day, summary: String? = nil) {
        (self.title, self.origin, self.officer, self.premises, self.opened, self.summary) = (title, origin, officer, premises, opened, summary)
    }

    public init(reading fields: inout Fields) {
        title = fields.line("title", "What it is about", atMost: 200)
        origin = fields.choice("origin", "How it arose", default: .audit)
        officer = fields.line("officer", "The officer", atMost: 200)
        premises = fields.line("premises", "The premises", atMost: 200)
        opened = fields.day("opened", "Opened on")
        summary = fields.optionalText("summary", "Summary", atMost: 8000)
    }
}
