public import Kernel

/// What one person asks for with a reason and another decides: another day for an action, or another standing.
public protocol Asked: Sendable {
    var askedOn: Day { get }
    /// Who asked, as the journal names them.
    var askedBy: String { get }
    var decidedOn: Day? { get set }
    var decidedBy: String? { get set }
    var outcome: AskedOutcome? { get set }
    /// What the one who decided said.
    var answer: String? { get set }
    /// What is said to who decides it a second time.
    func refusal(decidedOn day: Day, as outcome: AskedOutcome) -> Refusal
}

public enum AskedOutcome: String, Codable, Sendable, CaseIterable {
    case agreed, declined
    case takenBack = "taken-back"

    public var words: String {
        switch self {
        case .agreed: "Agreed"
        case .declined: "Declined"
        case .takenBack: "Taken back"
        }
    }
}

extension Asked {
    public var isAgreed: Bool { outcome == .agreed }
    public var isOpen: Bool { outcome == nil }

    /// As it was on a day: what was decided later was not decided yet.
    func on(_ day: Day) -> Self { undecided(on: day) }

    func undecided(on day: Day) -> Self {
        guard let decidedOn, decidedOn > day else { return self }
        var open = self
        (open.decidedOn, open.decidedBy, open.outcome, open.answer) = (nil, nil, nil, nil)
        return open
    }

    /// - Throws: the refusal of what was decided already.
    public func deciding(_ outcome: AskedOutcome, by who: String, saying answer: String?, today: Day) throws(Refusal) -> Self {
        if let decidedOn, let earlier = self.outcome { throw refusal(decidedOn: decidedOn, as: earlier) }
        var decided = self
        (decided.decidedOn, decided.decidedBy, decided.outcome, decided.answer) = (today, who, outcome, answer)
        return decided
    }
}
