public import Kernel

/// A plan's account of itself: what happened between two days, what is late and why, what is due next and what is left.
///
/// The difference of two views and nothing else, so the same records and days give the same account again.
public struct PlanAccount: Sendable {
    public let before: PlanView
    public let now: PlanView
    /// The day of the next meeting, where one is known.
    public let next: Day?
    /// In the plan's order, and for each thing in the order of `Happening.Kind`.
    public let happenings: [Happening]

    public init(_ facts: PlanFacts, from: Day, to: Day, next: Day? = nil) {
        self.init(before: PlanView(facts, on: from), now: PlanView(facts, on: to), next: next)
    }

    /// - Parameter before: on an earlier day, or on the same day as it was known earlier.
    public init(before: PlanView, now: PlanView, next: Day? = nil) {
        self.before = before
        self.now = now
        self.next = next
        happenings = PlanAccount.happenings(before, now)
    }

    public var from: Day { before.day }
    public var to: Day { now.day }
    public var isUnchanged: Bool { happenings.isEmpty }

    public func happenings(_ kinds: Happening.Kind...) -> [Happening] { happenings.filter { kinds.contains($0.kind) } }

    /// Actions that are not done, those due first before the others.
    public var left: [ActionView] { now.actions.filter { $0.standing.colour != .blue }.byDue(\.due) }

    /// Actions that are late.
    public var late: [ActionView] { now.actions.filter { $0.standing.colour == .red }.byDue(\.due) }

    /// Open actions that fall due after the last day and by the next meeting.
    public var dueNext: [ActionView] {
        guard let next else { return [] }
        return left.filter { $0.due.map { $0 > to && $0 <= next } ?? false }
    }

    private static func happenings(_ before: PlanView, _ now: PlanView) -> [Happening] {
        let (was, holds) = (Dictionary(uniqueKeysWithValues: before.findings.map { ($0.finding.id, $0.finding) }),
                            Dictionary(uniqueKeysWithValues: now.findings.map { ($0.finding.id, $0.finding) }))
        let earlier = Dictionary(uniqueKeysWithValues: before.actions.map { ($0.action.id, $0) })
        let known = Set(now.actions.map(\.action.id))
        var all: [Happening] = []
        for finding in now.findings {
            if was[finding.finding.id] == nil {
                all.append(Happening(.added, finding.finding, "\(finding.finding.kind.words.lowercased()) added on \(finding.finding.since)", [finding.finding.named]))
            }
            for action in finding.actions { all += ActionHappenings.between(earlier[action.action.id], action, gone: nil) }
        }
        for finding in before.findings {
            if holds[finding.finding.id] == nil {
                let gone = now.facts.withdrawals.last { $0.finding == finding.finding.id && $0.holds(on: now.day) }
                let why = gone.map { "withdrawn on \($0.on): \($0.because.inOneLine(atMost: 300))" } ?? "no longer in the plan"
                all.append(Happening(.withdrawn, finding.finding, why, [gone?.named ?? finding.finding.named]))
            }
            for action in finding.actions where !known.contains(action.action.id) {
                let gone = now.facts.withdrawals.last {
                    ($0.action == action.action.id || $0.finding == action.action.finding) && $0.holds(on: now.day)
                }
                all += ActionHappenings.between(action, nil, gone: gone)
            }
        }
        return all
    }
}
