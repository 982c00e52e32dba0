import Kernel
import Markup
import Storage
import Web

/// A review on a day as JSON tells it, the same for programs and for `muster review show --json`.
struct ReviewPayload: Encodable {
    static let schema = Schema.object("Review", [
        "reference": .reference, "version": .number, "title": .text, "kind": .choice(Review.Kind.self), "reviewer": .text,
        "round": Schema.text.optional.meaning("The inspection round whose questions it asks."), "scope": .text, "commissionedOn": .day,
        "visits": Schema.list(.text).meaning("As 2026-06-10, or 2026-06-10/2026-06-12."), "reportedOn": .day.optional, "on": .day,
        "standing": .choice(ReviewView.Standing.self), "documents": .list(SpokenPayload.schema), "otherDocuments": .text.optional,
        "plan": SpokenPayload.schema.optional.meaning("The plan that answers it."), "judgments": .list(JudgmentPayload.schema),
        "concerns": .list(ConcernPayload.schema), "recommendations": .list(RecommendationPayload.schema),
    ])

    let reference: String
    let version: Int
    let title: String
    let kind: Review.Kind
    let reviewer: String
    let round: String?
    let scope: String
    let commissionedOn: Day
    let visits: [String]
    let reportedOn: Day?
    let on: Day
    let standing: ReviewView.Standing
    let documents: [SpokenPayload]
    let otherDocuments: String?
    let plan: SpokenPayload?
    let judgments: [JudgmentPayload]
    let concerns: [ConcernPayload]
    let recommendations: [RecommendationPayload]

    init(_ view: ReviewView, _ names: [Subject: Name]) {
        let review = view.review
        (reference, version, title, kind) = (review.reference.text, review.version, review.title, review.kind)
        (reviewer, round, scope, commissionedOn) = (review.reviewer, review.round, review.scope, review.commissionedOn)
        (visits, on, standing) = (review.visits.map(\.rawValue), view.day, view.standing)
        reportedOn = review.isReported(on: view.day) ? review.reportedOn : nil
        documents = review.documents.map { SpokenPayload($0, names) }
        otherDocuments = review.otherDocuments
        plan = review.plan.map { SpokenPayload($0, names) }
        judgments = view.judgments.map { JudgmentPayload($0) }
        concerns = view.concerns.map { ConcernPayload($0, names) }
        recommendations = view.recommendations.map { RecommendationPayload($0, names) }
    }
}

/// A thing that a review speaks of, wherever it is kept.
struct SpokenPayload: Encodable {
    static let schema = Schema.object("SpokenOf", [
        "subject": Schema.text.meaning("As the journal names it: plan/1."),
        "words": Schema.text.optional.meaning("What it is called."), "page": Schema.link.optional.meaning("Where people find it."),
    ])

    let subject: String
    let words: String?
    let page: String?

    init(_ subject: Subject, _ names: [Subject: Name]) {
        let name = names[subject]
        (self.subject, words, page) = (subject.description, name?.words, name.map { Link(parts: $0.address).text })
    }
}

/// What was judged of one question, beside what was judged before.
struct JudgmentPayload: Encodable {
    static let schema = Schema.object("Judgment", [
        "number": .number, "version": .number, "question": .text, "questionWords": .text, "grade": .choice(Grade.self), "words": .text.optional,
        "before": Schema.choice(Grade.self).optional.meaning("What the same reviewer judged of it in the inspection before."),
        "beforeIn": Schema.reference.optional.meaning("That inspection."), "change": .choice(JudgmentView.Change.self),
    ])

    let number: Int64
    let version: Int
    let question: String
    let questionWords: String
    let grade: Grade
    let words: String?
    let before: Grade?
    let beforeIn: String?
    let change: JudgmentView.Change

    init(_ view: JudgmentView) {
        (number, version, question) = (view.judgment.id.number, view.judgment.version, view.judgment.question)
        (questionWords, grade, words) = (view.question.words, view.judgment.grade, view.judgment.words)
        (before, beforeIn, change) = (view.before?.grade, view.before?.review.reference.text, view.change)
    }
}

/// What a review says should be done.
struct RecommendationPayload: Encodable {
    static let schema = Schema.object("Recommendation", [
        "number": .number, "version": .number, "reference": .reference, "words": .text,
        "concern": Schema.number.optional.meaning("The cause of concern it belongs to."), "due": .day.optional,
        "answer": SpokenPayload.schema.optional.meaning("The finding of a plan that answers it."),
    ])

    let number: Int64
    let version: Int
    let reference: String
    let words: String
    let concern: Int64?
    let due: Day?
    let answer: SpokenPayload?

    init(_ one: Recommendation, _ names: [Subject: Name]) {
        (number, version, reference, words) = (one.id.number, one.version, one.reference.text, one.words)
        (concern, due, answer) = (one.concern?.number, one.due, one.answer.map { SpokenPayload($0, names) })
    }
}
