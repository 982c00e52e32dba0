public import Kernel

/// Everything that was recorded about one review, with no day in mind. A `ReviewView` looks at it on a day.
public struct ReviewFacts: Sendable {
    public var review: Review
    public var judgments: [Judgment]
    /// As they are numbered.
    public var recommendations: [Recommendation]
    /// As issued.
    public var concerns: [Concern]
    public var submissions: [Submission]
    public var retractions: [Retraction]

    public init(
        review: Review, judgments: [Judgment] = [], recommendations: [Recommendation] = [], concerns: [Concern] = [],
        submissions: [Submission] = [], retractions: [Retraction] = []
    ) {
        self.review = review
        self.judgments = judgments
        self.recommendations = recommendations
        self.concerns = concerns
        self.submissions = submissions
        self.retractions = retractions
    }
}

/// A review as it was on a day: whether it had reported, what it judged and asked for, what was due. A pure function of facts and day.
public struct ReviewView: Sendable {
    public enum Standing: String, Codable, Sendable, CaseIterable {
        case commissioned
        case underWay = "under-way"
        case reported

        public var words: String {
            switch self {
            case .commissioned: "Commissioned"
            case .underWay: "Report awaited"
            case .reported: "Reported"
            }
        }
    }

    public let facts: ReviewFacts
    public let day: Day
    /// In the order of the round's questions.
    public let judgments: [JudgmentView]
    public let recommendations: [Recommendation]
    public let concerns: [ConcernView]

    public var review: Review { facts.review }

    /// Nil before the day on which it was commissioned.
    ///
    /// - Parameter others: the reviews there are, among them the earlier inspections that judgments are compared with.
    public init?(_ facts: ReviewFacts, among others: [ReviewFacts] = [], on day: Day) {
        guard facts.review.commissionedOn <= day else { return nil }
        self.facts = facts
        self.day = day
        let (gone, isReported) = (facts.gone(on: day), facts.review.isReported(on: day))
        let earlier = isReported ? facts.earlier(among: others, on: day) : []
        judgments = !isReported ? [] : (facts.review.questions?.questions ?? []).compactMap { question in
            facts.judgments.last { $0.question == question.code && !gone.contains(ReviewPart.judgment.subject($0.id)) }.map { judgment in
                JudgmentView(judgment: judgment, question: question, before: earlier.lazy.compactMap { before in
                    before.judgment(of: question.code, on: day).map { (before.review, $0.grade) }
                }.first)
            }
        }
        recommendations = !isReported ? [] : facts.recommendations.filter { !gone.contains(ReviewPart.recommendation.subject($0.id)) }
        concerns = facts.concerns.filter { $0.issuedOn <= day && !gone.contains(ReviewPart.concern.subject($0.id)) }.map { concern in
            ConcernView(concern, submission: facts.submissions.last {
                $0.concern == concern.id && $0.on <= day && !gone.contains(ReviewPart.submission.subject($0.id))
            }, on: day)
        }
    }

    public var standing: Standing {
        if review.isReported(on: day) { return .reported }
        return review.visits.contains { $0.period.from <= day } ? .underWay : .commissioned
    }

    public func concern(_ id: ID<Concern>) -> ConcernView? { concerns.first { $0.concern.id == id } }

    /// What it speaks of on record.
    public var subjects: [Subject] {
        review.documents + [review.plan].compactMap(\.self) + recommendations.compactMap(\.answer) + concerns.compactMap(\.concern.answer)
            + concerns.compactMap(\.submission?.plan)
    }
}

/// What belongs to a review and can be taken back, by what the journal calls it.
public enum ReviewPart: String, CaseIterable, Sendable {
    case judgment, recommendation, concern
    case submission = "concern_submission"

    func subject<Kind>(_ id: ID<Kind>) -> Subject { Subject(kind: rawValue, number: id.number) }
}

extension ReviewFacts {
    func gone(on day: Day) -> Set<Subject> { Set(retractions.filter { $0.on <= day }.map(\.part)) }

    /// The same inspectorate's inspections that had reported before this one, the latest first.
    func earlier(among others: [ReviewFacts], on day: Day) -> [ReviewFacts] {
        guard let reported = review.reportedOn else { return [] }
        return others.filter { other in
            guard let before = other.review.reportedOn, other.review.id != review.id, other.review.questions != nil else { return false }
            return before < reported && before <= day && other.review.reviewer.lowercased() == review.reviewer.lowercased()
        }.sorted { ($0.review.reportedOn ?? day, $0.review.id) > ($1.review.reportedOn ?? day, $1.review.id) }
    }

    func judgment(of question: String, on day: Day) -> Judgment? {
        let gone = gone(on: day)
        return judgments.last { $0.question == question && !gone.contains(ReviewPart.judgment.subject($0.id)) }
    }
}

/// A judgment beside the one that the same inspectorate gave before.
public struct JudgmentView: Sendable {
    public enum Change: String, Codable, Sendable, CaseIterable {
        case better, worse, same, first

        public var words: String {
            switch self {
            case .better: "Better"
            case .worse: "Worse"
            case .same: "The same"
            case .first: "Judged first"
            }
        }
    }

    public let judgment: Judgment
    public let question: InspectionRound.Question
    public let before: (review: Review, grade: Grade)?

    public var change: Change {
        guard let before else { return .first }
        return judgment.grade == before.grade ? .same : judgment.grade > before.grade ? .better : .worse
    }
}

/// A concern as it was on a day, with what is due for it.
public struct ConcernView: Sendable {
    public let concern: Concern
    public let submission: Submission?
    public let deadline: Deadline?
    public let standing: Deadline.Standing?

    init(_ concern: Concern, submission: Submission?, on day: Day) {
        self.concern = concern
        self.submission = submission
        deadline = Deadline(of: concern)
        standing = deadline?.standing(of: concern, submitted: submission?.on, on: day)
    }
}
