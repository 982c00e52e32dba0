public import Kernel

/// What a manager enters to propose that a plan is closed.
public struct NewPlanClosure: Sendable, Equatable {
    /// What is decided about one thing that is open.
    public struct Item: Sendable, Equatable {
        /// The action's reference.
        public var action: String
        public var kind: ClosureItem.Kind
        public var because: String
        /// The reference of the plan under which it goes on.
        public var onto: String?
        /// The reference of the finding that it answers there.
        public var finding: String?
        /// The name of who owns it there; its owners stay where nobody is named.
        public var owner: String?
        public var due: Day?

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
        init?(reading fields: inout Fields, of action: String) {
            guard let kind = fields.optionalChoice("kind-\(action)", "What becomes of \(action)", of: ClosureItem.Kind.self) else { return nil }
            self.action = action
            self.kind = kind
            because = fields.text("because-\(action)", "Why, for \(action)", atMost: 4000)
            guard kind == .carriedForward else { return }
            onto = fields.text("onto-\(action)", "The plan under which \(action) goes on", atMost: 40)
            finding = fields.optionalText("finding-\(action)", "Its finding there", atMost: 40)
            owner = fields.optionalText("owner-\(action)", "Its owner there", atMost: 200)
            due = fields.day("due-\(action)", "The day that \(action) is promised for there")
        }
    }

    public var words: String
    public var residualRisk: String
    /// The name of a person, post or team on record.
    public var onwardOwner: String
    public var reviewOn: Day
    public var decision: Subject?
    public var items: [Item]

    public init(words: String, residualRisk: String, onwardOwner: String, reviewOn: Day, decision: Subject? = nil, items: [Item] = []) {
        self.words = words
        self.residualRisk = residualRisk
        self.onwardOwner = onwardOwner
        self.reviewOn = reviewOn
        self.decision = decision
        self.items = items
    }

    /// - Parameter actions: the references of those that are open.
    public init(reading fields: inout Fields, about actions: [String]) {
        words = fields.text("words", "Why it can be closed", atMost: 8000)
        residualRisk = fields.text("residual-risk", "What may still go wrong", atMost: 8000)
        onwardOwner = fields.text("onward-owner", "Who looks after it", atMost: 200)
        reviewOn = fields.day("review-on", "The day they look at it again")
        decision = nil
        if let text = fields.optionalText("decision", "The board’s decision", atMost: 60) {
            decision = Subject(text)
            if decision == nil { fields.refuse("decision", "“\(text.prefix(40))” names no decision. Write it as decision/12.") }
        }
        items = []
        for action in actions {
            if let item = Item(reading: &fields, of: action) { items.append(item) }
        }
    }
}
