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
    /// What records of other slices said in numbers, day by day, as far as evidence rests on them and measures follow them.
    public var courses: [AskedFigure: FigureCourse] = [:]
    /// As recorded.
    public var overrides: [Override]
    /// What its actions wait for, and what waits for them. As recorded.
    public var dependencies: [Dependency]
    /// As recorded.
    public var needs: [Need]
    /// Of the plans at the other ends of dependencies: those actions alone, with what decides when they are done.
    public var others: [PlanFacts]
    /// How it and what is in it was verified and closed.
    public var closing: ClosingFacts
    /// Whoever is named in it, and perhaps in other plans that were read with it.
    public var parties: [ID<Party>: Party]

    public init(
        plan: Plan, findings: [Finding] = [], actions: [Action] = [], milestones: [Milestone] = [],
        updates: [ProgressUpdate] = [], completions: [Completion] = [], withdrawals: [Withdrawal] = [],
        moves: [DateMove] = [], measures: [SuccessMeasure] = [], readings: [MeasureReading] = [], closing: ClosingFacts = ClosingFacts(),
        overrides: [Override] = [], dependencies: [Dependency] = [], needs: [Need] = [], others: [PlanFacts] = [], parties: [ID<Party>: Party] = [:]
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
        self.closing = closing
        self.overrides = overrides
        self.dependencies = dependencies
        self.needs = needs
        self.others = others
        self.parties = parties
    }

    public func name(_ party: ID<Party>) -> String { parties[party]?.name ?? "somebody not on record" }

    /// The name of whoever a record or the journal names: `R. Okafor` for `person/3 through program_token/7`.
    public func name(ofWho who: String) -> String {
        PlanFacts.party(behind: who).flatMap { parties[$0]?.name } ?? who
    }

    static func party(behind who: String) -> ID<Party>? {
        who.split(separator: " ").first.flatMap { Subject($0) }.flatMap { $0.kind == "person" ? ID($0.number) : nil }
    }

    /// Some of its actions alone, with what decides when they are done.
    func keeping(only wanted: Set<ID<Action>>) -> PlanFacts {
        let kept = actions.filter { wanted.contains($0.id) }
        let answered = Set(kept.map(\.finding))
        var closing = ClosingFacts()
        closing.notImplemented = self.closing.notImplemented.filter { $0.action.map(wanted.contains) ?? $0.finding.map(answered.contains) ?? false }
        return PlanFacts(
            plan: plan, actions: kept, updates: updates.filter { wanted.contains($0.action) && $0.forecast != nil },
            completions: completions.filter { wanted.contains($0.action) },
            withdrawals: withdrawals.filter { $0.action.map(wanted.contains) ?? $0.finding.map(answered.contains) ?? false },
            moves: moves.filter { wanted.contains($0.action) }, closing: closing)
    }

    /// The plan before anybody knew what is in it.
    var withNothingInIt: PlanFacts {
        var bare = self
        (bare.findings, bare.actions) = ([], [])
        return bare
    }

    func joined(to others: [PlanFacts]) -> PlanFacts {
        var whole = self
        whole.others = others
        return whole
    }
}
