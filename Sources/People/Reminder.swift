public import Kernel
public import Storage

/// Something that is due, that has gone stale, or that is asked of somebody.
public struct Reminder: Sendable, Hashable {
    /// In the order in which they ask for attention.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Others wait for this person's decision.
        case asked
        /// What an inspectorate waits for.
        case deadline
        /// A finding whose measure has fallen since it was closed.
        case fallen
        /// What this person promised.
        case promise
        /// What has been silent for too long.
        case update
        /// What others say is done, and this person may verify.
        case verification
        /// What a board asked for when it approved.
        case condition
        /// A document that is to be looked at again.
        case document
        /// What a closed plan left behind and this person looks after.
        case review
        case meeting
        /// What this person brings to a meeting.
        case agenda

        public var words: String {
            switch self {
            case .asked: "Asked of you"
            case .deadline: "The inspectorate waits"
            case .fallen: "Fallen since it was closed"
            case .promise: "Due"
            case .update: "Waiting for an update"
            case .verification: "Done, and waiting to be verified"
            case .condition: "Conditions that boards set"
            case .document: "Documents to review"
            case .review: "To look at again"
            case .meeting: "Meetings"
            case .agenda: "You bring to a meeting"
            }
        }

        /// Whether it happens on its day, and is over with it; anything else stays until it is done.
        public var isAppointment: Bool { self == .meeting || self == .agenda }

        /// Whether it waits for anyone of several and has no day, so that an e-mail speaks of it on Mondays alone.
        public var isWeekly: Bool { self == .fallen || self == .verification }
    }

    /// What can be done about it where it is read: something that is sent at once, or a page that it leads to.
    public struct Deed: Sendable, Hashable {
        public let words: String
        /// The parts of the address.
        public let address: [String]
        /// The field that is sent and what it says; nil where the deed only leads to a page.
        public let sent: Sent?

        public struct Sent: Sendable, Hashable {
            public let name: String
            public let value: String

            public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
        }

        public init(_ words: String, at address: [String], sending sent: Sent? = nil) {
            self.words = words
            self.address = address
            self.sent = sent
        }
    }

    public let kind: Kind
    /// What it is about; with the kind it names the reminder, and the same reminder has the same name always.
    public let subject: Subject
    public let words: String
    /// Where it belongs: its plan, its board.
    public let of: String?
    /// The day it is due or held on; nil where it only waits.
    public let day: Day?
    /// When a meeting begins, as 14:00 by a clock in Britain.
    public let time: String?
    /// Where a meeting is.
    public let place: String?
    /// Why it is there: who asks and for which reason, or how the thing stands. A sentence or two.
    public let because: String?
    /// The parts of the address at which it is dealt with.
    public let address: [String]
    /// The part of that page.
    public let part: String?
    public let deeds: [Deed]

    public init(
        _ kind: Kind, _ subject: Subject, _ words: String, of: String? = nil, day: Day? = nil, time: String? = nil, place: String? = nil,
        because: String? = nil, at address: [String], part: String? = nil, deeds: [Deed] = []
    ) {
        self.because = because
        self.part = part
        self.deeds = deeds
        self.kind = kind
        self.subject = subject
        self.words = words
        self.of = of
        self.day = day
        self.time = time
        self.place = place
        self.address = address
    }

    /// So many days ahead a reminder speaks.
    public static let daysAhead = 30

    public func isLate(on today: Day) -> Bool { day.map { $0 < today && !kind.isAppointment } ?? false }

    /// Whether somebody should think of it on a day: what waits, what is late, and what comes within the next 30 days.
    public func isPressing(on today: Day) -> Bool {
        guard let day else { return true }
        return day <= today.adding(days: Reminder.daysAhead) && (day >= today || !kind.isAppointment)
    }

    /// Whether an e-mail of the day speaks of it.
    public func isMailed(on today: Day) -> Bool { isPressing(on: today) && (!kind.isWeekly || today.weekday == 1) }

    /// By kind, then by day.
    static func inOrder(_ reminders: [Reminder]) -> [Reminder] {
        let order = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
        return reminders.stablySorted { $0.day ?? Day(number: .max / 2) }.stablySorted { order[$0.kind] ?? 0 }
    }
}

/// For whom reminders are looked up: a person with the roles of their account, and for whom they act on the day.
public struct Reminded: Sendable {
    public let actor: Actor
    /// Themselves, posts they hold, teams they are in.
    public let parties: Set<ID<Party>>

    public init(actor: Actor, parties: Set<ID<Party>>) {
        self.actor = actor
        self.parties = parties
    }

    public init(_ actor: Actor, on day: Day, _ session: Session) throws {
        self.init(actor: actor, parties: try Parties(session).actedFor(by: actor, on: day))
    }
}

/// What a slice has to remind people of. App puts the slices' sources together, since no slice knows another.
public struct ReminderSource: Sendable {
    private let open: @Sendable (Session, Day) throws -> (Reminded) throws -> [Reminder]

    /// - Parameter open: reads once what is there on a day, and gives back what finds each person's own in it. It finds all that
    ///   is open, however far ahead: who shows it chooses.
    public init(_ open: @escaping @Sendable (Session, Day) throws -> (Reminded) throws -> [Reminder]) { self.open = open }

    /// What finds each person's reminders, of all the sources: by kind, then by day.
    public static func all(_ sources: [ReminderSource], _ session: Session, on day: Day) throws -> (Reminded) throws -> [Reminder] {
        let opened = try sources.map { try $0.open(session, day) }
        return { reminded in try Reminder.inOrder(opened.flatMap { try $0(reminded) }) }
    }
}
