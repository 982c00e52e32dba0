public import Kernel
public import Storage

extension Session {
    /// Everything that figures of activity on a day are worked out from. Records are kept from the first case that was opened.
    public func activityFacts(on day: Day) throws -> ActivityFacts {
        let notices = try noticeFacts(on: day)
        let deeds = try all(CaseOutcome.self, "WHERE done_on <= \(day) ORDER BY id").map { ActivityDeed($0.kind.measure, on: $0.on) }
        let opened: Day? = try value("SELECT opened_on FROM enforcement_case WHERE opened_on <= \(day) ORDER BY opened_on LIMIT 1")
        return ActivityFacts(notices: notices, deeds: deeds, stated: try statedActivity(on: day), opened: opened)
    }

    /// Activity on a day, with what the policy of that day sets out to reach.
    public func activity(on day: Day) throws -> (activity: Activity, objectives: [EnforcementObjective], policy: EnforcementPolicy?) {
        let policy = try enforcementPolicy(inForceOn: day)
        return (Activity(try activityFacts(on: day), on: day), try policy.map { try objectives(of: $0) } ?? [], policy)
    }

    /// Whether entries came into the register in time, the latest served first.
    public func timeliness(on day: Day) throws -> [EntryTimeliness] {
        try noticeFacts(on: day).compactMap { EntryTimeliness($0, on: day) }.sorted { ($0.served, $0.fact.reference) > ($1.served, $1.fact.reference) }
    }

    private func noticeFacts(on day: Day) throws -> [NoticeFact] { try allNotices().compactMap { NoticeFact(NoticeView($0, on: day)) } }
}

extension CaseOutcome.Kind {
    fileprivate var measure: ActivityMeasure {
        switch self {
        case .informal: .informal
        case .caution: .caution
        case .prosecution: .prosecution
        }
    }
}

extension NoticeFact {
    /// Nil where it was served on nobody by the day.
    fileprivate init?(_ view: NoticeView) {
        guard let clock = view.clock else { return nil }
        self.init(reference: view.notice.reference.text, history: clock.history, complyBy: view.complyBy, entersRegister: !view.notice.isForWorkersOnly)
    }
}
