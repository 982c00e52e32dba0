public import Kernel
public import Premises

/// Everything recorded about one notice, with no day in mind. A `NoticeView` looks at it on a day.
public struct NoticeFacts: Sendable {
    public var notice: Notice
    public var enforcementCase: EnforcementCase
    public var premises: Premises
    /// The name of the case's officer.
    public var officer: String
    /// In the order of their days, then as recorded; those struck out are among them.
    public var events: [NoticeEvent]
    /// Every edition of the enforcement policy that took or takes effect: how the register is kept on a day is settled by the one in force on it.
    public var policies: [EnforcementPolicy]
    /// What the public may be told of it, as it was kept from day to day, in the order in which it was.
    public var particulars: [ServedParticulars]
    /// What was found in its case, those struck out among them.
    public var findings: [CaseFinding]
    /// Whether the rationale of its case is on record.
    public var isReasoned: Bool

    public init(
        notice: Notice, enforcementCase: EnforcementCase, premises: Premises, officer: String, events: [NoticeEvent], policies: [EnforcementPolicy] = [],
        particulars: [ServedParticulars] = [], findings: [CaseFinding] = [], isReasoned: Bool = false
    ) {
        (self.notice, self.enforcementCase, self.premises, self.officer) = (notice, enforcementCase, premises, officer)
        self.events = events.stablySorted(by: \.id).stablySorted(by: \.on)
        (self.policies, self.particulars, self.findings, self.isReasoned) = (policies, particulars.stablySorted(by: \.id), findings, isReasoned)
    }

    /// What counts.
    public var counting: [NoticeEvent] { events.filter { $0.struck == nil } }
}

extension NoticeFacts {
    /// What had happened by a day, as the statutory clock reads it; nil where it was served on nobody by then.
    public func history(on day: Day, practice: EnforcementPractice = .usual) -> NoticeHistory? {
        let events = counting.filter { $0.on <= day }
        let parties = parties(by: day)
        let services = parties.map(\.served)
        guard !services.isEmpty else { return nil }
        var history = NoticeHistory(
            notice.type, served: [], complied: events.first { $0.kind == .inspected && $0.satisfied == true }?.on, withdrawn: events.first { $0.kind == .withdrawn }?.on,
            amended: events.filter { $0.kind == .amended }.map(\.on), entry: .notMade)
        history.recipients = parties.map { party in
            NoticeHistory.Recipient(
                served: party.served.on, appeal: party.appealed.map { .init(brought: $0.on, disposed: party.disposed?.on, outcome: party.disposed?.outcome) },
                objection: party.objected.map { .init(made: $0.on, resolved: party.resolved?.on) })
        }
        // Once its days have begun, a further service does not move them.
        for service in services {
            history.entryServed = history.entryServed ?? service.on
            if let after = NoticeClock(history)?.entryRule?.after, after < service.on { break }
            history.entryServed = service.on
        }
        guard let clock = NoticeClock(history), let window = clock.entry, let waited = history.entryServed else { return history }
        // The register is made of these records, so an entry stands in it once its day has come and what it rests on is recorded.
        let basis = services.filter { $0.on <= waited } + (clock.appeals.isEmpty ? [] : parties.compactMap(\.disposed).filter { $0.on <= window.lowerBound })
        let made = basis.map(\.recorded).reduce(register(on: window.lowerBound, practice).day(in: window), max)
        history.entry = history.withdrawn.map { $0 < made && $0 <= window.upperBound } ?? false ? .notMade : .made(made)
        return history
    }

    /// Every statutory day, as far as what had happened by a day gives it.
    public func clock(on day: Day, practice: EnforcementPractice = .usual) -> NoticeClock? { history(on: day, practice: practice).flatMap { NoticeClock($0, by: .published.keeping(by: policies)) } }

    /// What the service had settled for its register on a day.
    func register(on day: Day, _ practice: EnforcementPractice = .usual) -> RegisterPolicy {
        policies.inForce(on: day)?.register ?? RegisterPolicy(publishAfter: practice.entryAfter)
    }
}
