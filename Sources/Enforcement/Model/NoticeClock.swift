public import Kernel

/// Every day that the law sets for a notice and for its entry in the public register, out of what happened to it.
///
/// The Regulatory Reform (Fire Safety) Order 2005, article 35 (appeals), and the Environment and Safety Information Act 1988, sections 3 (the entry)
/// and 4 (trade secrets). All are calendar days. With several recipients the days are counted from the last service, for until then somebody may still
/// appeal or object.
public struct NoticeClock: Sendable {
    public let history: NoticeHistory
    private let periods: StatutoryPeriods
    /// The first day on which it was served on anybody, and the last.
    let served: ClosedRange<Day>

    /// Nil where it was served on nobody.
    public init?(_ history: NoticeHistory, by periods: StatutoryPeriods = .published) {
        let days = history.recipients.map(\.served)
        guard let first = days.min(), let last = days.max() else { return nil }
        (self.history, self.periods, served) = (history, periods, first...last)
    }

    func period(_ rule: StatutoryPeriod.Rule, from day: Day) -> StatutoryPeriod? { periods.period(rule, from: day) }
    private func end(_ rule: StatutoryPeriod.Rule, after day: Day) -> Day? { period(rule, from: day)?.end(after: day) }

    /// The last day on which an appeal may be brought.
    public var appealLimit: Day? { end(.appeal, after: served.upperBound) }
    /// The last day on which a trade secret may be claimed.
    public var objectionLimit: Day? { end(.objection, after: served.upperBound) }
    /// The last day on which the entry must still be kept.
    public var retainUntil: Day? { end(.retention, after: served.upperBound) }

    /// The appeals that were brought in time, each counted from the service on whoever brought it; one that was not holds nothing up.
    var appeals: [NoticeHistory.Appeal] {
        func inTime(_ appeal: NoticeHistory.Appeal?, _ limit: Day?) -> NoticeHistory.Appeal? { appeal.flatMap { one in limit.map { one.brought <= $0 } ?? false ? one : nil } }
        return (history.recipients.compactMap { inTime($0.appeal, end(.appeal, after: $0.served)) } + [inTime(history.appeal, appealLimit)].compactMap(\.self)).stablySorted(by: \.brought)
    }

    /// The objections that were made in time, counted likewise.
    var objections: [NoticeHistory.Objection] {
        func inTime(_ objection: NoticeHistory.Objection?, _ limit: Day?) -> NoticeHistory.Objection? { objection.flatMap { one in limit.map { one.made <= $0 } ?? false ? one : nil } }
        return history.recipients.compactMap { inTime($0.objection, end(.objection, after: $0.served)) } + [inTime(history.objection, objectionLimit)].compactMap(\.self)
    }

    /// Whether somebody's appeal is pending on a day.
    public func isAppealPending(on day: Day) -> Bool { appeals.contains { $0.brought <= day && $0.disposed.map { day < $0 } ?? true } }

    /// The day on which the court cancelled it, on whosever appeal, even on one that it need not have heard.
    public var cancelled: Day? { history.appeals.filter { $0.outcome == .cancelled }.compactMap(\.disposed).min() }

    /// The rule by which the entry is due, and the day after which its time begins; nil where that is not known yet, or never comes.
    ///
    /// It waits for the last appeal to be disposed of, and for each who has brought none and still may.
    var entryRule: (rule: StatutoryPeriod.Rule, after: Day)? {
        let waited = history.entryServed ?? served.upperBound
        guard cancelled == nil, let limit = end(.appeal, after: waited) else { return nil }
        let appeals = appeals.filter { $0.brought <= limit }
        guard !appeals.isEmpty else { return (.entry, limit) }
        let disposed = appeals.compactMap(\.disposed)
        guard disposed.count == appeals.count, let last = disposed.max() else { return nil }
        // Of an appeal of which nobody says whose it is, nobody can say either who else might bring one.
        guard history.recipients.contains(where: { $0.appeal != nil }) else { return (.entryAfterAppeal, last) }
        let open = history.recipients.filter { $0.served <= waited && $0.appeal == nil }.compactMap { end(.appeal, after: $0.served) }.max()
        if let open, last < open { return (.entry, open) }
        return (.entryAfterAppeal, last)
    }

    /// The provision that sets the days on which the entry is made.
    var entryProvision: String? { entryRule.flatMap { period($0.rule, from: $0.after)?.provision } }

    /// The days on which the entry is made.
    public var entry: ClosedRange<Day>? {
        guard let (rule, after) = entryRule, let last = end(rule, after: after) else { return nil }
        let first = after.adding(days: 1)
        // What is withdrawn before its time never enters the register.
        if let withdrawn = history.withdrawn, withdrawn < first { return nil }
        return first...last
    }

    /// The last day on which it is entered that the notice was complied with.
    public var complianceEntryBy: Day? { entry == nil ? nil : history.complied.flatMap { end(.compliance, after: $0) } }

    /// The last change after which the entry is amended or taken out. What changed before the entry was due is in it from the first.
    var change: Day? {
        guard let entry else { return nil }
        return history.withdrawn ?? history.amended.filter { $0 >= entry.lowerBound }.max()
    }

    /// The last day for that.
    public var changeBy: Day? { change.flatMap { end(.change, after: $0) } }
}
