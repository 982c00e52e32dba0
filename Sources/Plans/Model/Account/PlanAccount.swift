public import Kernel

/// A plan's account of itself: what happened between two days, what is late and why, what is due next and what is left.
///
/// The difference of two views and nothing else, so the same records and days give the same account again.
public struct PlanAccount: Sendable {
    public let before: PlanView
    public let now: PlanView
    /// The day of the next meeting, where one is known.
    public let next: Day?
    /// What was reported of it before; nil where no report is written.
    public let report: Telling.Report?
    /// The day on which it came on record, which may be long after it began.
    public let entered: Day?
    /// In the plan's order.
    public let happenings: [Happening]
    /// Actions that are neither said to be done nor settled in another way, those due first before the others.
    public let left: [ActionView]
    /// Actions that are late.
    public let late: [ActionView]
    /// Open actions that fall due after the last day and by the next meeting.
    public let dueNext: [ActionView]

    /// The first report on a plan that came on record between the two days tells all of it as added.
    public init(_ facts: PlanFacts, from: Day, to: Day, next: Day? = nil, report: Telling.Report? = nil, entered: Day? = nil) {
        let now = PlanView(facts, on: to)
        let isNew = report == .first && entered.map { $0 > from } ?? false
        self.init(before: isNew ? PlanView(facts.withNothingInIt, on: from) : now.on(from), now: now, next: next, report: report, entered: entered)
    }

    /// - Parameter before: on an earlier day, or on the same day as it was known earlier.
    public init(before: PlanView, now: PlanView, next: Day? = nil, report: Telling.Report? = nil, entered: Day? = nil) {
        self.report = report
        self.entered = entered
        self.before = before
        self.now = now
        self.next = next
        let left = now.actions.filter(\.isOpen).byDue(\.due)
        self.left = left
        late = now.actions.filter { $0.standing.colour == .red }.byDue(\.due)
        dueNext = next.map { next in left.filter { $0.due.map { $0 > now.day && $0 <= next } ?? false } } ?? []
        happenings = PlanAccount.happenings(before, now)
    }

    public var from: Day { before.day }
    public var to: Day { now.day }
    public var isUnchanged: Bool { happenings.isEmpty }

    public func happenings(_ kinds: Happening.Kind...) -> [Happening] { happenings.filter { kinds.contains($0.kind) } }
}
