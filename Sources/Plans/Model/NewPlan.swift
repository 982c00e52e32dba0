public import Kernel

/// What a person enters to begin or edit a plan.
public struct NewPlan: Sendable, Equatable {
    public var reference: Reference?
    public var title: String
    public var kind: Plan.Kind
    public var source: String?
    public var from: Day
    public var through: Day
    /// The name of a person, post or team on record.
    public var sponsor: String?
    public var rules: RuleSet.Name

    public init(
        reference: Reference? = nil, title: String, kind: Plan.Kind, source: String? = nil, from: Day, through: Day,
        sponsor: String? = nil, rules: RuleSet.Name = .usual
    ) {
        self.reference = reference
        self.title = title
        self.kind = kind
        self.source = source
        self.from = from
        self.through = through
        self.sponsor = sponsor
        self.rules = rules
    }

    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        title = fields.line("title", "Title", atMost: 200)
        kind = fields.choice("kind", "Kind", default: .improvement)
        source = fields.optionalText("source", "Source", atMost: 1000)
        from = fields.day("from", "First day")
        through = fields.day("through", "Last day")
        sponsor = fields.optionalLine("sponsor", "Sponsor", atMost: 200)
        rules = fields.choice("rules", "Rules", default: .usual)
        fields.checkOrder(from, "through", through)
    }
}

/// What a person enters to add or edit a finding.
public struct NewFinding: Sendable, Equatable {
    public var reference: Reference?
    public var kind: Finding.Kind
    public var text: String
    public var fullText: String?
    public var since: Day?

    public init(reference: Reference? = nil, kind: Finding.Kind, text: String, fullText: String? = nil, since: Day? = nil) {
        self.reference = reference
        self.kind = kind
        self.text = text
        self.fullText = fullText
        self.since = since
    }

    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        kind = fields.choice("kind", "Kind", default: .recommendation)
        text = fields.text("text", "Finding", atMost: 2000)
        fullText = fields.optionalText("full-text", "Full wording", atMost: 20_000)
        since = fields.optionalDay("since", "In the plan since")
    }
}

/// What a person enters to add or edit an action.
public struct NewAction: Sendable, Equatable {
    public var reference: Reference?
    public var text: String
    /// Names of persons, posts or teams on record, the lead first.
    public var owners: [String]
    public var due: Day?
    public var dueWritten: String?
    public var successMeasure: String?
    public var since: Day?
    /// Why a day that stands in the plan was written wrongly; only an edit has it.
    public var correction: String?

    public init(
        reference: Reference? = nil, text: String, owners: [String] = [], due: Day? = nil, dueWritten: String? = nil,
        successMeasure: String? = nil, since: Day? = nil, correction: String? = nil
    ) {
        self.correction = correction
        self.reference = reference
        self.text = text
        self.owners = owners
        self.due = due
        self.dueWritten = dueWritten
        self.successMeasure = successMeasure
        self.since = since
    }

    /// The owners stand under `lead` and `joint`, or in one list under `owners`.
    public init(reading fields: inout Fields) {
        reference = fields.reference("reference", "Reference")
        text = fields.text("text", "Action", atMost: 8000)
        let lead = fields.optionalLine("lead", "Lead owner", atMost: 200)
        let joint = fields.lines("joint")
        if lead == nil, !joint.isEmpty { fields.refuse("lead", "Enter the lead owner, whom the joint owners stand beside.") }
        owners = fields.all("owners") + [lead].compactMap { $0 } + joint
        due = fields.optionalDay("due", "Due day")
        dueWritten = due == nil ? fields.optionalLine("due-written", "Instead of a day", atMost: 200) : nil
        successMeasure = fields.optionalText("success-measure", "Success measure", atMost: 4000)
        since = fields.optionalDay("since", "In the plan since")
        correction = fields.optionalText("correction", "Why the day was wrong", atMost: 1000)
    }
}
