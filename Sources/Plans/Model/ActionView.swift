public import Kernel

/// An action as it was on a day. It never changes, and is handed about by reference.
public final class ActionView: Sendable {
    public let action: Action
    public let dueDay: DueDay
    public let milestones: [Milestone]
    /// Oldest first, none later than the day.
    public let updates: ArraySlice<ProgressUpdate>
    public let completion: Completion?
    /// The latest day that its owner expects it on, until it is done. An update that names no day leaves it as it was.
    public let forecast: Day?
    /// As the plan's rules have it.
    public let computed: Standing
    /// What was asked for to stand in its place, oldest first, each as it was on the day.
    public let overrides: [Override]
    /// The one that stands in its place on the day.
    public let override: Override?
    /// What stands: the computed one, or the one that was set over it, which tells both.
    public let standing: Standing
    /// What must be done before it.
    public let waitsFor: [LinkedAction]
    /// What of those a person should know: `is 12 days late`.
    let troubles: [ID<Dependency>: String]
    /// What it must be done before.
    public let awaitedBy: [LinkedAction]
    /// What it costs and who is needed for it, as recorded.
    public let needs: [Need]
    /// Open, begun, and nothing said about it for more than `mostDaysOfSilence`.
    public let needsUpdate: Bool
    /// What was put there by the day to show it, what was taken back with it.
    public let evidence: [EvidenceView]
    /// How it was verified or closed by the day, if it was.
    public let closing: ActionClosing

    init(
        action: Action, dueDay: DueDay, milestones: [Milestone], updates: ArraySlice<ProgressUpdate>, completion: Completion?, forecast: Day?, computed: Standing,
        overrides: [Override], override: Override?, standing: Standing, waitsFor: [LinkedAction], troubles: [ID<Dependency>: String], awaitedBy: [LinkedAction],
        needs: [Need], needsUpdate: Bool, evidence: [EvidenceView], closing: ActionClosing = ActionClosing()
    ) {
        self.action = action
        self.dueDay = dueDay
        self.milestones = milestones
        self.updates = updates
        self.completion = completion
        self.forecast = forecast
        self.computed = computed
        self.overrides = overrides
        self.override = override
        self.standing = standing
        self.waitsFor = waitsFor
        self.troubles = troubles
        self.awaitedBy = awaitedBy
        self.needs = needs
        self.needsUpdate = needsUpdate
        self.evidence = evidence
        self.closing = closing
    }

    /// The same action as it stands once its closing is told.
    func closed(_ closing: ActionClosing, override: Override?, standing: Standing, needsUpdate: Bool) -> ActionView {
        ActionView(
            action: action, dueDay: dueDay, milestones: milestones, updates: updates, completion: completion, forecast: forecast, computed: computed,
            overrides: overrides, override: override, standing: standing, waitsFor: waitsFor, troubles: troubles, awaitedBy: awaitedBy, needs: needs,
            needsUpdate: needsUpdate, evidence: evidence, closing: closing)
    }

    /// A month. A work list asks sooner than any set of rules turns amber for silence alone.
    static let mostDaysOfSilence = 30

    /// Something is still to be done under this plan: it is not done, nor given up, nor carried forward.
    public var isOpen: Bool { completion == nil && !closing.isSettled && closing.closedOn == nil }
    /// It is late, whatever was set over that for a while.
    public var isLate: Bool { standing.colour == .red || isOpen && override != nil && computed.colour == .red }
    /// Its owner says that it is done, and nothing that holds on the day shows it.
    public var isBareClaim: Bool { completion != nil && evidence.holding.isEmpty }
    /// The day it is promised for, as agreed by the day shown.
    public var due: Day? { dueDay.inForce }
    public var lastUpdate: ProgressUpdate? { updates.last }
    /// The colour the owner last gave it.
    public var stated: Colour? { updates.last { $0.stated != nil }?.stated }
    /// The colour the owner last gave it, where that is worse than how it stands; nil of what is not open.
    public var statedWorse: Colour? { isOpen ? stated.flatMap { $0.urgency < standing.colour.urgency && standing.colour != .grey ? $0 : nil } : nil }
}
