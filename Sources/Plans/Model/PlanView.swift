public import Kernel
import People

/// A plan as it was on a day: a pure function of its facts and the day.
public struct PlanView: Sendable {
    public let facts: PlanFacts
    public let day: Day
    public let rules: RuleSet
    /// In their places, withdrawn ones left out.
    public let findings: [FindingView]

    public init(_ facts: PlanFacts, on day: Day) {
        self.facts = facts
        self.day = day
        let rules = RuleSet.named(facts.plan.rules)
        self.rules = rules

        let withdrawn = facts.withdrawals.filter { $0.holds(on: day) }
        let withdrawnFindings = Set(withdrawn.compactMap(\.finding))
        let withdrawnActions = Set(withdrawn.compactMap(\.action))
        let milestones = Dictionary(grouping: facts.milestones.lazy.filter { $0.since <= day }.map { $0.on(day) }, by: \.action)
        let updates = Dictionary(grouping: facts.updates.lazy.filter { $0.asOf <= day }, by: \.action)
        let completions = Dictionary(grouping: facts.completions.lazy.filter { $0.holds(on: day) }, by: \.action)
        let moves = Dictionary(grouping: facts.moves, by: \.action)
        let evidence = facts.evidenceViews(on: day)
        let actions = Dictionary(grouping: facts.actions.lazy.filter { !withdrawnActions.contains($0.id) && $0.since <= day },
                                 by: \.finding)

        // An action that moved to a newer finding was in the plan before the finding was, and no day may lose it.
        findings = facts.findings
            .filter { !withdrawnFindings.contains($0.id) && ($0.since <= day || actions[$0.id] != nil) }
            .map { finding in
                FindingView(finding: finding, actions: (actions[finding.id] ?? []).map { action in
                    let own = milestones[action.id] ?? []
                    let said = updates[action.id] ?? []
                    let done = completions[action.id]?.last
                    let due = DueDay(action, moves[action.id] ?? [], on: day)
                    let forecast = said.last { $0.forecast != nil }?.forecast
                    let now = Circumstances(
                        day: day, due: due.inForce, moved: due.words, dueWritten: action.dueWritten,
                        begins: max(facts.plan.period.from, action.since),
                        doneOn: done?.on, milestones: own, lastUpdate: said.last, forecast: forecast,
                        shown: evidence.ofActions[action.id]?.holding.count ?? 0)
                    return ActionView(
                        action: action, dueDay: due, milestones: own, updates: said, completion: done,
                        forecast: done == nil ? forecast : nil, standing: rules.standing(in: now),
                        needsUpdate: done == nil && now.day >= now.begins && now.daysOfSilence > ActionView.mostDaysOfSilence,
                        evidence: evidence.ofActions[action.id] ?? [])
                }, evidence: evidence.ofFindings[finding.id] ?? [])
            }
    }

    public var actions: [ActionView] { findings.flatMap(\.actions) }

    /// How many actions stand in each colour; a colour that none stands in is left out.
    public var counts: [Colour: Int] { Dictionary(grouping: actions, by: \.standing.colour).mapValues(\.count) }

    /// Actions promised for a day after the plan's own end.
    public var dueAfterEnd: [ActionView] { actions.filter { $0.due.map { $0 > facts.plan.period.through } ?? false } }

    /// Actions that are said to be done, while nothing shows it.
    public var bareClaims: [ActionView] { actions.filter(\.isBareClaim) }

    /// Days from the day shown to the plan's end; negative when it is over.
    public var daysLeft: Int { day.days(until: facts.plan.period.through) }

    /// `16 days left`, `the last day`, `ended 3 days ago`; before its first day `begins in 5 days`.
    public var timeLeft: String {
        switch daysLeft {
        case 0: "the last day"
        case 1...: day < facts.plan.period.from
            ? "begins in \(counted(day.days(until: facts.plan.period.from), "day"))" : "\(counted(daysLeft, "day")) left"
        default: "ended \(counted(-daysLeft, "day")) ago"
        }
    }
}

/// A finding as it was on a day, with the actions that answer it.
public struct FindingView: Sendable {
    public let finding: Finding
    /// Those that answer it, or those of them that are asked for.
    public let actions: [ActionView]
    /// The most urgent of all its actions speaks for it, whether it is shown or not.
    public let standing: Standing
    /// What was put there by the day to show how the finding itself stands, what was taken back with it.
    public let evidence: [EvidenceView]

    init(finding: Finding, actions: [ActionView], evidence: [EvidenceView] = []) {
        self.init(finding, actions, FindingView.standing(actions), evidence)
    }

    private init(_ finding: Finding, _ actions: [ActionView], _ standing: Standing, _ evidence: [EvidenceView]) {
        self.evidence = evidence
        self.finding = finding
        self.actions = actions
        self.standing = standing
    }

    /// The finding with some of its actions left out of sight. It stands as it did.
    func keeping(_ keep: (ActionView) -> Bool) -> FindingView {
        FindingView(finding, actions.filter(keep), standing, evidence)
    }

    private static func standing(_ actions: [ActionView]) -> Standing {
        guard let worst = actions.map(\.standing.colour).min(by: { $0.urgency < $1.urgency }) else {
            return Standing(.grey, ["no action answers it yet"])
        }
        let done = actions.filter { $0.standing.colour == .blue }.count
        return Standing(worst, ["\(done) of \(counted(actions.count, "action")) done"])
    }
}

/// An action as it was on a day.
public struct ActionView: Sendable {
    public let action: Action
    public let dueDay: DueDay
    public let milestones: [Milestone]
    /// Oldest first, none later than the day.
    public let updates: [ProgressUpdate]
    public let completion: Completion?
    /// The latest day that its owner expects it on, until it is done. An update that names no day leaves it as it was.
    public let forecast: Day?
    public let standing: Standing
    /// Open, begun, and nothing said about it for more than `mostDaysOfSilence`.
    public let needsUpdate: Bool
    /// What was put there by the day to show it, what was taken back with it.
    public let evidence: [EvidenceView]

    /// A month. A work list asks sooner than any set of rules turns amber for silence alone.
    static let mostDaysOfSilence = 30

    /// Its owner says that it is done, and nothing that holds on the day shows it.
    public var isBareClaim: Bool { completion != nil && evidence.holding.isEmpty }
    /// The day it is promised for, as agreed by the day shown.
    public var due: Day? { dueDay.inForce }
    public var lastUpdate: ProgressUpdate? { updates.last }
    /// The colour the owner last gave it.
    public var stated: Colour? { updates.last { $0.stated != nil }?.stated }
}
