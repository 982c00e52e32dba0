public import Kernel

/// A notice as far as figures hang on it: what had happened to it by a day.
public struct NoticeFact: Sendable, Equatable {
    /// `N-2026-0012`
    public var reference: String
    public var history: NoticeHistory
    /// The last day to comply, as it was extended or as the court set it; nil where the notice has none.
    public var complyBy: Day?
    /// Whether it belongs in the public register at all: what protects persons at work alone does not.
    public var entersRegister: Bool

    public init(reference: String, history: NoticeHistory, complyBy: Day? = nil, entersRegister: Bool = true) {
        (self.reference, self.history, self.complyBy, self.entersRegister) = (reference, history, complyBy, entersRegister)
    }

    /// The first day on which it was served on anybody.
    public var served: Day? { history.recipients.lazy.map(\.served).min() }
}

/// Something that was done besides notices: an informal notification, a caution, a prosecution.
public struct ActivityDeed: Sendable, Equatable {
    public var measure: ActivityMeasure
    public var on: Day

    public init(_ measure: ActivityMeasure, on: Day) { (self.measure, self.on) = (measure, on) }
}

/// Everything that figures of activity are worked out from, as it had happened by a day.
public struct ActivityFacts: Sendable {
    public var notices: [NoticeFact]
    public var deeds: [ActivityDeed]
    public var stated: [StatedActivity]
    /// The first day of which records are kept here; nil where there are none. What was done before it is not known from records.
    public var begins: Day?

    /// - Parameter opened: the day on which the first case was opened, with which records begin: whatever else there is, is of a case.
    public init(notices: [NoticeFact] = [], deeds: [ActivityDeed] = [], stated: [StatedActivity] = [], opened: Day? = nil) {
        (self.notices, self.deeds, self.stated) = (notices, deeds, stated)
        begins = opened ?? (notices.compactMap(\.served) + deeds.map(\.on)).min()
    }
}
