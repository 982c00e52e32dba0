public import Kernel

/// Something that happened to a notice on a day. What follows for where it stands is computed.
public struct NoticeEvent: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Somebody was consulted before it was served.
        case consulted
        case approved
        case returned
        case abandoned
        case served
        case extended
        case appealed
        /// The appeal was finally disposed of.
        case disposed
        /// The court directed that a prohibition be suspended.
        case directed
        case objected
        /// The objection about a trade secret was resolved, so that a full entry may be made.
        case resolved
        case amended
        case inspected
        case withdrawn

        /// Whether it may be struck out as an error. What was amended is public, and what was sent back may have been changed since it was approved.
        public var canBeStruck: Bool { self != .amended && self != .returned }

        /// Whether it happens once to each whom the notice was served on, and so says to whom.
        public var isOfRecipient: Bool { [.appealed, .disposed, .directed, .objected, .resolved].contains(self) }

        public var words: String {
            switch self {
            case .consulted: "Consulted"
            case .approved: "Approved"
            case .returned: "Sent back"
            case .abandoned: "Abandoned"
            case .served: "Served"
            case .extended: "Extended"
            case .appealed: "Appeal brought"
            case .disposed: "Appeal disposed of"
            case .directed: "Suspended by direction of the court"
            case .objected: "Objection about a trade secret"
            case .resolved: "Objection resolved"
            case .amended: "Amended"
            case .inspected: "Inspected for compliance"
            case .withdrawn: "Withdrawn"
            }
        }
    }

    /// How it was served.
    public enum Method: String, Codable, Sendable, CaseIterable {
        case byHand = "by-hand"
        case leftAtAddress = "left-at-address"
        case post
        case email = "e-mail"

        public var words: String {
            switch self {
            case .byHand: "By hand"
            case .leftAtAddress: "Left at the address"
            case .post: "By post"
            case .email: "By e-mail, as agreed"
            }
        }
    }

    /// Who is consulted before service: article 30 where premises would be altered, article 31 of a house in multiple occupation.
    public enum Consultee: String, Codable, Sendable, CaseIterable {
        case localAuthority = "local-authority"
        case workplaceAuthority = "workplace-authority"
        case approvedInspector = "approved-inspector"
        case sportsGround = "sports-ground-authority"
        case consent = "whose-consent-is-required"
        case housingAuthority = "housing-authority"

        public var words: String {
            switch self {
            case .localAuthority: "Local authority"
            case .workplaceAuthority: "Workplace enforcing authority"
            case .approvedInspector: "Approved inspector"
            case .sportsGround: "Sports-ground authority"
            case .consent: "Somebody whose consent is required"
            case .housingAuthority: "Local housing authority"
            }
        }
    }

    public let id: ID<NoticeEvent>
    public var version: Int
    public let notice: ID<Notice>
    public let kind: Kind
    public let on: Day
    /// Whom it was served on, the court, or who was consulted, by name.
    public let who: String?
    /// Whose appeal or objection it is of, by the name that the notice has for them.
    public let recipient: String?
    public let method: Method?
    public let consultee: Consultee?
    /// What became of an appeal.
    public let outcome: NoticeHistory.Appeal.Outcome?
    /// Of an inspection: whether the authority was satisfied.
    public let satisfied: Bool?
    /// Of an extension, or where the court set one: the new last day to comply. Of a consultation: the day of the answer.
    public let until: Day?
    /// Proof of service, the answer to a consultation, reasons. Internal.
    public let note: String?
    /// Who recorded it: `person/3`.
    public let by: String
    public let recorded: Day
    /// Why it counts no more, where it was recorded in error.
    public var struck: String?

    public init(
        id: ID<NoticeEvent>, version: Int = 1, notice: ID<Notice>, _ new: NewNoticeEvent, by: String, recorded: Day, struck: String? = nil
    ) {
        (self.id, self.version, self.notice, kind, on) = (id, version, notice, new.kind, new.on)
        (who, recipient, method, consultee, outcome) = (new.who, new.recipient, new.method, new.consultee, new.outcome)
        (satisfied, until, note) = (new.satisfied, new.until, new.note)
        (self.by, self.recorded, self.struck) = (by, recorded, struck)
    }
}

/// What a person enters of something that happened to a notice.
public struct NewNoticeEvent: Sendable, Equatable {
    public var kind: NoticeEvent.Kind
    public var on: Day
    public var who: String?
    public var recipient: String?
    public var method: NoticeEvent.Method?
    public var consultee: NoticeEvent.Consultee?
    public var outcome: NoticeHistory.Appeal.Outcome?
    public var satisfied: Bool?
    public var until: Day?
    public var note: String?

    public init(
        _ kind: NoticeEvent.Kind, on: Day, who: String? = nil, recipient: String? = nil, method: NoticeEvent.Method? = nil, consultee: NoticeEvent.Consultee? = nil,
        outcome: NoticeHistory.Appeal.Outcome? = nil, satisfied: Bool? = nil, until: Day? = nil, note: String? = nil
    ) {
        (self.kind, self.on, self.who, self.recipient, self.method, self.consultee) = (kind, on, who, recipient, method, consultee)
        (self.outcome, self.satisfied, self.until, self.note) = (outcome, satisfied, until, note)
    }
}
