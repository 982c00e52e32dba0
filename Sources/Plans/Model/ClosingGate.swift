public import Kernel

/// What stands in the way of closing a plan on a day, each thing with its sentence.
public struct ClosingGate: Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case openAction = "open-action"
        case dueAfterEnd = "due-after-end"
        case unverified
        case unevidenced
        case promisedTwice = "promised-twice"
        case dependency
        case requestWaits = "request-waits"
        case unanswered
        case fallen
        case withInspectorate = "with-inspectorate"

        public var words: String {
            switch self {
            case .openAction: "Open actions"
            case .dueAfterEnd: "Due after the plan’s end"
            case .unverified: "Done, and not verified"
            case .unevidenced: "Said to be done, and nothing shows it"
            case .promisedTwice: "Promised twice"
            case .dependency: "Dependencies still open"
            case .requestWaits: "Requests that wait for a decision"
            case .unanswered: "Findings that nothing answers"
            case .fallen: "Measures that do not hold"
            case .withInspectorate: "Still open with the inspectorate"
            }
        }

        /// What to do about it.
        public var remedy: String {
            switch self {
            case .openAction: "Finish each, or decide when you propose the closure: carried forward, or closed without being implemented."
            case .dueAfterEnd: "They can’t be done within the plan’s period. They are carried forward, or the plan runs longer."
            case .unverified: "Have somebody who neither owns nor recorded it verify it, or close it on its owner’s word and say why."
            case .unevidenced: "Have its owner put there what shows it, or look at what there is again."
            case .promisedTwice: "Where they are one deliverable, withdraw one and say that the other stands for both."
            case .dependency: "End what is not so any more. What waits for something of this plan goes on waiting for it where it is carried forward to."
            case .requestWaits: "An approver agrees or declines. Once the plan is closed nothing in it moves."
            case .unanswered: "Add what answers it, or close it without being implemented."
            case .fallen: "Say in the residual risk what is done about it. It stays watched."
            case .withInspectorate: "The plan can be closed. It is told as closed by the service and still open with the inspectorate."
            }
        }
    }

    public struct Obstacle: Sendable, Equatable {
        public let kind: Kind
        /// What it is about, and another thing where it is about two.
        public let actions: [ID<Action>]
        public let finding: ID<Finding>?
        public let sentence: String

        init(_ kind: Kind, actions: [ID<Action>] = [], finding: ID<Finding>? = nil, _ sentence: String) {
            self.kind = kind
            self.actions = actions
            self.finding = finding
            self.sentence = sentence
        }
    }

    public let plan: Plan
    public let day: Day
    /// By kind, and in the plan's order.
    public let obstacles: [Obstacle]
    /// The actions about which something must be decided before the plan is closed: open ones, and those nobody verified.
    public let undecided: [ActionView]
    /// Those of which something may be said by itself: what may still go wrong, who looks after it.
    public let findings: [Finding]

    public init(_ view: PlanView) {
        (plan, day) = (view.facts.plan, view.day)
        findings = view.findings.map(\.finding)
        let open = view.actions.filter { $0.completion == nil && !$0.closing.isSettled }
        let unverified = view.actions.filter { $0.completion != nil && !$0.closing.isSettled }
        undecided = view.actions.filter { !$0.closing.isSettled }
        let end = view.facts.plan.period.through
        var found = open.map { item in
            Obstacle(.openAction, actions: [item.action.id], "\(item.action.reference) is open: \(item.standing.why)")
        }
        found += open.compactMap { item in
            guard let due = item.due, due > end else { return nil }
            return Obstacle(.dueAfterEnd, actions: [item.action.id], "\(item.action.reference) is due on \(due), \(counted(end.days(until: due), "day")) after the plan’s end on \(end).")
        }
        found += unverified.map { item in
            Obstacle(.unverified, actions: [item.action.id], "\(item.action.reference) is recorded as done\(item.completion.map { " on \($0.on)" } ?? "") and nobody has verified it.")
        }
        found += view.bareClaims.map { item in
            Obstacle(.unevidenced, actions: [item.action.id], "\(item.action.reference) is said to be done, and no evidence that holds on \(view.day) shows it.")
        }
        found += ClosingGate.promisedTwice(view.actions.filter { $0.closing.notImplemented == nil }.map(\.action))
        found += view.actions.filter { $0.completion == nil }.flatMap { item in
            item.waitsFor.filter { $0.doneOn == nil && $0.withdrawnOn == nil && $0.closedOn == nil }.map { other in
                Obstacle(.dependency, actions: [item.action.id], "\(item.action.reference) waits for \(other.name(seenFrom: view.facts.plan.id)), which is not done.")
            } + item.awaitedBy.filter { $0.doneOn == nil && $0.withdrawnOn == nil && $0.closedOn == nil && $0.plan.id != view.facts.plan.id }.map { other in
                Obstacle(.dependency, actions: [item.action.id], "\(other.name(seenFrom: view.facts.plan.id)) waits for \(item.action.reference), which is not done.")
            }
        }
        found += view.actions.flatMap { item in
            let asked = [item.dueDay.open.map { ("day", $0.askedOn) }, item.openOverride.map { ("standing", $0.askedOn) }].compactMap(\.self)
            return asked.map { what, on in
                Obstacle(.requestWaits, actions: [item.action.id], "Another \(what) was asked for \(item.action.reference) on \(on) and is not decided.")
            }
        }
        for item in view.findings {
            let finding = item.finding
            if item.actions.isEmpty, item.closing.state == .open {
                found.append(Obstacle(.unanswered, finding: finding.id, "No action answers finding \(finding.reference): \(finding.text)"))
            }
        }
        found += view.facts.measures(on: view.day).filter(\.isBelow).map { one in
            let finding = one.measure.finding ?? one.measure.action.flatMap { id in view.facts.actions.first { $0.id == id }?.finding }
            return Obstacle(.fallen, actions: [one.measure.action].compactMap(\.self), finding: finding, "\(one.words.capitalisedFirst).")
        }
        found += view.findings.filter { $0.closing.goesToInspectorate && $0.closing.inspectorate == nil }.map { item in
            Obstacle(.withInspectorate, finding: item.finding.id, "The inspectorate has not closed finding \(item.finding.reference): \(item.finding.text)")
        }
        obstacles = found
    }

    /// Actions that may promise one deliverable.
    private static func promisedTwice(_ actions: [Action]) -> [Obstacle] {
        PromisedTwice(actions).groups.map { group, why in
            let more = group.count - 6
            let names = group.prefix(6).map(\.reference.text) + (more > 0 ? ["\(more) more"] : [])
            return Obstacle(.promisedTwice, actions: group.map(\.id), "\(listed(names)) \(why).")
        }
    }

    public func count(_ kind: Kind) -> Int { obstacles.count { $0.kind == kind } }
    /// Nothing has to be decided before the plan can be closed.
    public var isClear: Bool { undecided.isEmpty }
}
