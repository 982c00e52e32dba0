public import Kernel

/// What a manager enters to propose that a plan is closed.
public struct NewPlanClosure: Sendable, Equatable {
    /// What is decided about one thing that is open.
    public struct Item: Sendable, Equatable {
        /// What may be said once of all that are carried forward.
        enum Part: Sendable { case onto, owner, due }

        /// The action's reference.
        public var action: String
        public var kind: ClosureItem.Kind
        public var because: String
        /// The reference of the plan under which it goes on.
        public var onto: String?
        /// The reference of the finding that it answers there, which may stand after that of its plan: `culture/2`.
        public var finding: String?
        /// The name of who owns it there; its owners stay where nobody is named.
        public var owner: String?
        public var due: Day?
        /// What was not said of it by itself.
        var asForAll: Set<Part> = []

        public init(
            action: String, kind: ClosureItem.Kind, because: String, onto: String? = nil, finding: String? = nil, owner: String? = nil, due: Day? = nil
        ) {
            self.action = action
            self.kind = kind
            self.because = because
            self.onto = onto
            self.finding = finding
            self.owner = owner
            self.due = due
        }

        /// Reads the fields of one action; nil where nothing is decided about it.
        ///
        /// - Parameter forAll: what holds where a field of its own is empty.
        init?(reading fields: inout Fields, of action: String, _ forAll: ForAll) {
            guard let kind = fields.optionalChoice("kind-\(action)", "What becomes of \(action)", of: ClosureItem.Kind.self) else { return nil }
            self.action = action
            self.kind = kind
            func isForAll(_ name: String, _ known: Bool) -> Bool { known && fields.written("\(name)-\(action)").isEmpty }
            because = isForAll("because", forAll.because != nil)
                ? forAll.because ?? "" : fields.text("because-\(action)", "Why, for \(action)", atMost: 4000)
            guard kind == .carriedForward else { return }
            // What is wrong with what is for all is told once, so it is known of each what is not its own.
            if isForAll("onto", forAll.onto != nil) { asForAll.insert(.onto) }
            if isForAll("owner", forAll.owner != nil) { asForAll.insert(.owner) }
            if isForAll("due", forAll.hasDue) { asForAll.insert(.due) }
            onto = asForAll.contains(.onto) ? forAll.onto : fields.line("onto-\(action)", "The plan under which \(action) goes on", atMost: 40)
            finding = fields.optionalLine("finding-\(action)", "Its finding there", atMost: 81)
            owner = asForAll.contains(.owner) ? forAll.owner : fields.optionalLine("owner-\(action)", "Its owner there", atMost: 200)
            due = asForAll.contains(.due) ? forAll.due : fields.day("due-\(action)", "The day that \(action) is promised for there")
        }
    }

    /// What holds for each action of which it is not said by itself.
    struct ForAll {
        let because: String?
        let onto: String?
        let owner: String?
        let due: Day?
        /// A day was written, be it one or not.
        let hasDue: Bool

        init(reading fields: inout Fields) {
            because = fields.optionalText("because", "Why, for all", atMost: 4000)
            onto = fields.optionalLine("onto", "The plan under which all go on", atMost: 40)
            owner = fields.optionalLine("owner", "The owner of all there", atMost: 200)
            due = fields.optionalDay("due", "The day that all are promised for there")
            hasDue = !fields.written("due").isEmpty
        }
    }

    /// What is said of one finding where it is not what is said of the whole.
    public struct Finding: Sendable, Equatable {
        /// The finding's reference.
        public var finding: String
        public var residualRisk: String?
        /// The name of a person, post or team on record.
        public var onwardOwner: String?
        public var reviewOn: Day?

        public init(finding: String, residualRisk: String? = nil, onwardOwner: String? = nil, reviewOn: Day? = nil) {
            self.finding = finding
            self.residualRisk = residualRisk
            self.onwardOwner = onwardOwner
            self.reviewOn = reviewOn
        }

        /// Reads the fields of one finding; nil where nothing is said of it by itself.
        init?(reading fields: inout Fields, of finding: String) {
            self.finding = finding
            residualRisk = fields.optionalText("residual-risk-\(finding)", "What may still go wrong with \(finding)", atMost: 8000)
            onwardOwner = fields.optionalLine("onward-owner-\(finding)", "Who looks after \(finding)", atMost: 200)
            reviewOn = fields.optionalDay("review-on-\(finding)", "The day they look at \(finding) again")
            if residualRisk == nil, onwardOwner == nil, reviewOn == nil { return nil }
        }
    }

    public var words: String
    public var residualRisk: String
    /// The name of a person, post or team on record.
    public var onwardOwner: String
    public var reviewOn: Day
    public var decision: Subject?
    public var items: [Item]
    public var findings: [Finding]

    public init(
        words: String, residualRisk: String, onwardOwner: String, reviewOn: Day, decision: Subject? = nil, items: [Item] = [], findings: [Finding] = []
    ) {
        self.words = words
        self.residualRisk = residualRisk
        self.onwardOwner = onwardOwner
        self.reviewOn = reviewOn
        self.decision = decision
        self.items = items
        self.findings = findings
    }

    /// - Parameters:
    ///   - actions: the references of those that are open.
    ///   - findings: the references of those of which something may be said by itself.
    public init(reading fields: inout Fields, about actions: [String], findings known: [String] = []) {
        words = fields.text("words", "Why it can be closed", atMost: 8000)
        residualRisk = fields.text("residual-risk", "What may still go wrong", atMost: 8000)
        onwardOwner = fields.line("onward-owner", "Who looks after it", atMost: 200)
        reviewOn = fields.day("review-on", "The day they look at it again")
        decision = fields.decision()
        items = []
        findings = known.compactMap { Finding(reading: &fields, of: $0) }
        let forAll = ForAll(reading: &fields)
        for action in actions {
            if let item = Item(reading: &fields, of: action, forAll) { items.append(item) }
        }
    }
}

extension Fields {
    /// The board's decision, where one is named.
    mutating func decision() -> Subject? {
        guard let text = optionalLine("decision", "The board’s decision", atMost: 60) else { return nil }
        let decision = Subject(text).flatMap { $0.kind == "decision" ? $0 : nil }
        if decision == nil { refuse("decision", "“\(text.prefix(40))” names no decision. Write it as decision/12.") }
        return decision
    }
}

extension Fields {
    /// The number of the proposal that was shown to whoever decides about it.
    mutating func proposal() -> Int? { number("proposal", "The proposal", in: 1...Int.max) }
}
