public import Kernel
import People

/// A plan as it was on a day: a pure function of its facts and the day. It never changes, and is handed about by reference.
public final class PlanView: Sendable {
    public let facts: PlanFacts
    public let day: Day
    public let rules: RuleSet
    /// In their places, withdrawn ones left out.
    public let findings: [FindingView]
    /// In their places, finding by finding.
    public let actions: [ActionView]
    private let places: [ID<Action>: Int]
    private let records: RecordsByAction

    public convenience init(_ facts: PlanFacts, on day: Day) { self.init(facts, on: day, RecordsByAction(facts)) }

    /// - Parameter records: of all its actions, where another view has put them together.
    init(_ facts: PlanFacts, on day: Day, _ records: RecordsByAction) {
        self.facts = facts
        self.day = day
        self.records = records
        let rules = RuleSet.named(facts.plan.rules)
        self.rules = rules

        let seen = FactsByAction(facts, on: day, records)
        let links = LinkedActions(facts, seen, on: day)
        let evidence = facts.evidenceViews(on: day)
        let actions = Dictionary(grouping: facts.actions.lazy.filter { !seen.withdrawnActions.contains($0.id) && $0.since <= day },
                                 by: \.finding)

        // An action that moved to a newer finding was in the plan before the finding was, and no day may lose it.
        let bare = facts.findings
            .filter { !seen.withdrawnFindings.contains($0.id) && ($0.since <= day || actions[$0.id] != nil) }
            .map { finding in
                FindingView(finding: finding, actions: (actions[finding.id] ?? []).map { action in
                    let milestones = seen.milestones(of: action)
                    let said = seen.updates(of: action)
                    let done = seen.completion(of: action)
                    let due = seen.due(of: action)
                    let forecast = said.last { $0.forecast != nil }?.forecast
                    let waits = links.awaited[action.id] ?? []
                    let troubles = waits.reduce(into: [:]) { $0[$1.dependency.id] = $1.trouble(on: day, neededBy: due.inForce) }
                    let now = Circumstances(
                        day: day, due: due.inForce, moved: due.words, dueWritten: action.dueWritten,
                        begins: max(facts.plan.period.from, action.since),
                        doneOn: done?.on, milestones: milestones, lastUpdate: said.last, forecast: forecast,
                        shown: evidence.ofActions[action.id]?.holding.count ?? 0,
                        waits: waits.compactMap { other in
                            troubles[other.dependency.id].map { "waits for \(other.name(seenFrom: facts.plan.id)), which \($0)" }
                        })
                    let own = evidence.ofActions[action.id] ?? []
                    let computed = rules.standing(in: now).adding(own.holding.compactMap { piece in piece.stale.map { "evidence is \($0)" } })
                    // What is recorded as done stands as computed, whatever was set before.
                    let asked = seen.overrides(of: action)
                    let set = done != nil ? nil : asked.last { $0.holds(on: day) }
                    return ActionView(
                        action: action, dueDay: due, milestones: milestones, updates: said, completion: done,
                        forecast: done == nil ? forecast : nil, computed: computed, overrides: asked, override: set,
                        standing: set?.standing(over: computed, facts.name(ofWho:)) ?? computed,
                        waitsFor: waits, troubles: troubles, awaitedBy: links.waiting[action.id] ?? [], needs: seen.needs(of: action),
                        needsUpdate: done == nil && now.day >= now.begins && now.daysOfSilence > ActionView.mostDaysOfSilence,
                        evidence: own)
                }, evidence: evidence.ofFindings[finding.id] ?? [])
            }
        findings = Closings(facts, on: day, rules).applied(to: bare)
        self.actions = findings.flatMap(\.actions)
        places = Dictionary(self.actions.enumerated().map { ($1.action.id, $0) }) { first, _ in first }
    }

    /// The same plan on another day.
    func on(_ other: Day) -> PlanView { other == day ? self : PlanView(facts, on: other, records) }

    /// Nil where it was not in the plan on the day.
    public func action(_ id: ID<Action>) -> ActionView? { places[id].map { actions[$0] } }

    /// What all its actions need.
    public var needs: [Need] { findings.flatMap(\.needs) }

    /// How many actions stand in each colour, those that ended without being done left out; so is a colour that none stands in.
    public var counts: [Colour: Int] { Dictionary(grouping: actions.lazy.filter { $0.ended == nil }, by: \.standing.colour).mapValues(\.count) }

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
    /// The most urgent of all its actions speaks for it, whether it is shown or not; once it is closed, how it was.
    public let standing: Standing
    /// How it was closed by the day, if it was.
    public let closing: FindingClosing
    /// What was put there by the day to show how the finding itself stands, what was taken back with it.
    public let evidence: [EvidenceView]

    /// - Parameter watching: whether what has fallen since it was closed turns it amber.
    init(
        finding: Finding, actions: [ActionView], evidence: [EvidenceView] = [], closing: FindingClosing = FindingClosing(), watching: Bool = false
    ) {
        let stale = evidence.holding.compactMap { piece in piece.stale.map { "evidence is \($0)" } }
            + actions.filter { $0.evidence.holding.contains(where: \.isStale) }.map { "evidence of \($0.action.reference) is stale" }
        self.init(finding, actions, closing.standing(over: FindingView.standing(actions).adding(stale), watching: watching), evidence, closing)
    }

    private init(_ finding: Finding, _ actions: [ActionView], _ standing: Standing, _ evidence: [EvidenceView], _ closing: FindingClosing) {
        self.evidence = evidence
        self.finding = finding
        self.actions = actions
        self.standing = standing
        self.closing = closing
    }

    /// What the actions that answer it need.
    public var needs: [Need] { actions.flatMap(\.needs) }

    /// The finding with some of its actions left out of sight. It stands as it did.
    func keeping(_ keep: (ActionView) -> Bool) -> FindingView {
        FindingView(finding, actions.filter(keep), standing, evidence, closing)
    }

    /// What was closed without being done, or goes on elsewhere, speaks only where nothing else does.
    private static func standing(_ actions: [ActionView]) -> Standing {
        let left = actions.filter { $0.isOpen || $0.completion != nil }
        guard let worst = (left.isEmpty ? actions : left).map(\.standing.colour).min(by: { $0.urgency < $1.urgency }) else {
            return Standing(.grey, ["no action answers it yet"])
        }
        let done = actions.filter { $0.standing.colour == .blue }.count
        let said = actions.filter { $0.completion != nil }.count
        let whole = counted(actions.count, "action")
        guard said > done else { return Standing(worst, ["\(done) of \(whole) done"]) }
        let standing = done == 0 ? (said == 1 ? "which does not stand as done" : "none of which stands as done") : "\(done) of which \(done == 1 ? "stands" : "stand") as done"
        return Standing(worst, ["\(said) of \(whole) said to be done, \(standing)"])
    }
}
