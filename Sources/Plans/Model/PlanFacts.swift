public import Kernel
public import People

/// Everything that was recorded about one plan, with no day in mind. A `PlanView` looks at it on a day.
public struct PlanFacts: Sendable {
    public var plan: Plan
    /// In their places.
    public var findings: [Finding]
    public var actions: [Action]
    public var milestones: [Milestone]
    /// By the day they speak of, then as recorded.
    public var updates: [ProgressUpdate]
    public var completions: [Completion]
    public var withdrawals: [Withdrawal]
    /// As recorded.
    public var moves: [DateMove]
    /// As recorded.
    public var measures: [SuccessMeasure]
    public var readings: [MeasureReading]
    /// What was put there to show something, as recorded; each time that somebody looked; and the files among it.
    public var evidence: [Evidence] = []
    public var looks: [EvidenceLook] = []
    public var files: [ID<Attachment>: Attachment] = [:]
    /// Whoever is named in it, and perhaps in other plans that were read with it.
    public var parties: [ID<Party>: Party]

    public init(
        plan: Plan, findings: [Finding] = [], actions: [Action] = [], milestones: [Milestone] = [],
        updates: [ProgressUpdate] = [], completions: [Completion] = [], withdrawals: [Withdrawal] = [],
        moves: [DateMove] = [], measures: [SuccessMeasure] = [], readings: [MeasureReading] = [], parties: [ID<Party>: Party] = [:]
    ) {
        self.plan = plan
        self.findings = findings
        self.actions = actions
        self.milestones = milestones
        self.updates = updates
        self.completions = completions
        self.withdrawals = withdrawals
        self.moves = moves
        self.measures = measures
        self.readings = readings
        self.parties = parties
    }

    public func name(_ party: ID<Party>) -> String { parties[party]?.name ?? "somebody not on record" }
}
