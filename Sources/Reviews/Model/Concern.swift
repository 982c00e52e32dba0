public import Kernel

/// What an inspectorate found to fall short, on the day it said so.
public struct Concern: Codable, Equatable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// Serious or critical; always comes with recommendations, and asks for an action plan.
        case causeOfConcern = "cause-of-concern"
        /// Short of the expected standard.
        case areaForImprovement = "area-for-improvement"

        public var words: String {
            switch self {
            case .causeOfConcern: "Cause of concern"
            case .areaForImprovement: "Area for improvement"
            }
        }
    }

    public let id: ID<Concern>
    public var version: Int
    public let review: ID<Review>
    public var kind: Kind
    public var words: String
    /// The question of the round under which it was raised, by its code.
    public var question: String?
    /// The day it was issued: with the report, or ahead of it.
    public var issuedOn: Day
    /// Published ahead of the report, as the public's safety is at risk.
    public var isAccelerated: Bool
    /// The day by which a letter wants the plan, where it fixes one.
    public var fixedDue: Day?
    /// The letter that fixes it: who wrote it and when.
    public var fixedBy: String?
    /// The finding of a plan that answers it: `finding/4`.
    public var answer: Subject?

    public init(
        id: ID<Concern>, version: Int = 1, review: ID<Review>, kind: Kind, words: String, question: String? = nil, issuedOn: Day,
        isAccelerated: Bool = false, fixedDue: Day? = nil, fixedBy: String? = nil, answer: Subject? = nil
    ) {
        self.id = id
        self.version = version
        self.review = review
        self.kind = kind
        self.words = words
        self.question = question
        self.issuedOn = issuedOn
        self.isAccelerated = isAccelerated
        self.fixedDue = fixedDue
        self.fixedBy = fixedBy
        self.answer = answer
    }

    /// What it holds now, under the names of its form.
    var entries: [String: [String]] {
        [
            "kind": kind.rawValue, "words": words, "question": question ?? "", "issued-on": issuedOn.iso, "accelerated": isAccelerated ? "yes" : "",
            "fixed-due": fixedDue?.iso ?? "", "fixed-by": fixedBy ?? "", "answer": answer?.description ?? "",
        ].mapValues { [$0] }
    }
}

/// What a person enters of a concern.
public struct NewConcern: Sendable, Equatable {
    public var kind: Concern.Kind
    public var words: String
    public var question: String?
    public var issuedOn: Day
    public var isAccelerated: Bool
    public var fixedDue: Day?
    public var fixedBy: String?
    public var answer: Subject?

    public init(
        kind: Concern.Kind, words: String, question: String? = nil, issuedOn: Day, isAccelerated: Bool = false, fixedDue: Day? = nil,
        fixedBy: String? = nil, answer: Subject? = nil
    ) {
        self.kind = kind
        self.words = words
        self.question = question
        self.issuedOn = issuedOn
        self.isAccelerated = isAccelerated
        self.fixedDue = fixedDue
        self.fixedBy = fixedBy
        self.answer = answer
    }

    public init(reading fields: inout Fields) {
        kind = fields.choice("kind", "Kind", default: .areaForImprovement)
        if fields.written("kind").isEmpty { fields.refuse("kind", "Choose whether it is a cause of concern or an area for improvement.") }
        words = fields.text("words", "What falls short", atMost: 8000)
        question = fields.optionalLine("question", "Question", atMost: 40)
        issuedOn = fields.day("issued-on", "Issued on")
        isAccelerated = fields.isOn("accelerated") && fields.written("accelerated") != "false"
        fixedDue = fields.optionalDay("fixed-due", "Plan wanted by")
        fixedBy = fields.optionalLine("fixed-by", "Letter that fixes the day", atMost: 400)
        answer = fields.subject("answer", like: "finding/1")
        for wrong in amiss { fields.refuse(wrong.name, wrong.sentence) }
    }

    /// What can't be so together.
    var amiss: [Refusal.Field] {
        var wrong: [Refusal.Field] = []
        if fixedDue != nil, fixedBy == nil { wrong.append(.init("fixed-by", "Say which letter fixes the day, such as “HMICFRS, 13 September 2023”.")) }
        if fixedDue == nil, fixedBy != nil { wrong.append(.init("fixed-due", "Enter the day that the letter fixes, or leave the letter empty.")) }
        if kind == .areaForImprovement {
            if fixedDue != nil { wrong.append(.init("fixed-due", "Only a cause of concern has a day by which its plan is wanted.")) }
            if isAccelerated { wrong.append(.init("accelerated", "Only a cause of concern is published ahead of its report.")) }
        }
        if let fixedDue, issuedOn != Day(number: 0), fixedDue < issuedOn {
            wrong.append(.init("fixed-due", "The plan would be wanted by \(fixedDue), before the concern was issued on \(issuedOn)."))
        }
        return wrong
    }
}

/// The plan that answers a cause of concern went to the inspectorate on a day.
public struct Submission: Codable, Equatable, Sendable {
    public let id: ID<Submission>
    public var version: Int
    public let concern: ID<Concern>
    public let on: Day
    /// What was sent: `plan/1`.
    public let plan: Subject?
    public let words: String?

    public init(id: ID<Submission>, version: Int = 1, concern: ID<Concern>, on: Day, plan: Subject? = nil, words: String? = nil) {
        self.id = id
        self.version = version
        self.concern = concern
        self.on = on
        self.plan = plan
        self.words = words
    }
}

/// What a person enters of a submission.
public struct NewSubmission: Sendable, Equatable {
    public var on: Day
    public var plan: Subject?
    public var words: String?

    public init(on: Day, plan: Subject? = nil, words: String? = nil) {
        self.on = on
        self.plan = plan
        self.words = words
    }

    public init(reading fields: inout Fields) {
        on = fields.day("on", "Submitted on")
        plan = fields.subject("plan", like: "plan/1")
        words = fields.optionalText("words", "How it was sent", atMost: 2000)
    }
}

/// A part of a review that was recorded in error was taken back, for a reason. Earlier days still show it.
public struct Retraction: Codable, Equatable, Sendable {
    public let id: ID<Retraction>
    public var version: Int
    public let review: ID<Review>
    /// What was taken back: `recommendation/4`.
    public let part: Subject
    public let on: Day
    public let because: String
    /// Who took it back: `person/3`, or `operator`.
    public let by: String

    public init(id: ID<Retraction>, version: Int = 1, review: ID<Review>, part: Subject, on: Day, because: String, by: String) {
        self.id = id
        self.version = version
        self.review = review
        self.part = part
        self.on = on
        self.because = because
        self.by = by
    }
}
