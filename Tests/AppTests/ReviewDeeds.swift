import Kernel
import People
import Plans
import Reviews
import Storage
import TestSupport

/// What random histories do with reviews.
extension Deeds {
    private mutating func newReview() throws -> NewReview {
        let kind = pick(Review.Kind.self)
        let commissioned = day().adding(days: -200)
        return NewReview(
            reference: RandomWords.reference(&dice), title: text(), kind: kind, reviewer: chance(2) ? "HMICFRS" : text(),
            round: chance(8) ? note() : kind.isInspectorates ? "round-\(Int.random(in: 1...3, using: &dice))" : nil, scope: text(), commissionedOn: commissioned,
            visits: chance(2) ? [VisitDays(try Period(from: commissioned.adding(days: 5), through: commissioned.adding(days: 7)))] : [],
            reportedOn: chance(3) ? nil : commissioned.adding(days: 100), documents: chance(4) ? try spokenOf() : [], otherDocuments: note(),
            plan: try spokenOf().first)
    }

    /// What there is to speak of, and now and then what there is not.
    private mutating func spokenOf() throws -> [Subject] {
        chance(2) ? [] : try chance(6) ? [Subject(kind: "plan", number: 9999)] : [one(Plan.self).subject]
    }

    private mutating func newRecommendation(_ concern: ID<Concern>?) throws -> NewRecommendation {
        NewRecommendation(reference: RandomWords.reference(&dice), words: text(), concern: concern, due: someDay(), answer: chance(8) ? try spokenOf().first : nil)
    }

    private mutating func newConcern() throws -> NewConcern {
        let (kind, issued) = (pick(Concern.Kind.self), day())
        let isFixed = chance(8) || kind == .causeOfConcern && chance(3)
        return NewConcern(
            kind: kind, words: text(), question: chance(3) ? "protecting" : chance(8) ? text() : nil, issuedOn: issued, isAccelerated: chance(4),
            fixedDue: isFixed ? issued.adding(days: 40) : nil, fixedBy: isFixed ? text() : nil)
    }

    private func review(_ id: ID<Review>) throws -> Review { try work.session.all(Review.self, "WHERE id = \(id)")[0] }

    private mutating func concern() throws -> (Concern, Review) {
        let concern = try one(Concern.self)
        return (concern, try review(concern.review))
    }

    static let reviewsDeeds: [(name: String, deed: Deed)] = [
        ("put a review on record", { try $0.reviews.begin($0.newReview(), $0.work) }),
        ("edited a review", {
            let review = try $0.one(Review.self)
            try $0.reviews.edit(review, $0.newReview(), version: $0.version(review.version), $0.work)
        }),
        ("judged", {
            let review = try $0.one(Review.self, $0.chance(5) ? "" : "WHERE round IS NOT NULL AND reported_on IS NOT NULL")
            let round = InspectionRound.named(review.round ?? "") ?? InspectionRound.all[2]
            var judgments: [NewJudgment] = []
            for question in round.questions where $0.chance(3) {
                judgments.append(NewJudgment(question: question.code, grade: $0.pick(Grade.self), words: $0.note()))
            }
            try $0.reviews.judge(judgments, of: review, $0.work)
        }),
        ("recommended", {
            let review = try $0.one(Review.self, $0.chance(5) ? "" : "WHERE reported_on IS NOT NULL")
            let concern = try $0.work.session.all(Concern.self, "WHERE review = \(review.id) ORDER BY id").randomElement(using: &$0.dice)
            try $0.reviews.recommend($0.newRecommendation($0.chance(2) ? concern?.id : nil), of: review, $0.work)
        }),
        ("edited a recommendation", {
            let held = try $0.one(Recommendation.self)
            try $0.reviews.edit(held, of: $0.review(held.review), $0.newRecommendation(held.concern), version: $0.version(held.version), $0.work)
        }),
        ("raised a concern", {
            let review = try $0.one(Review.self, $0.chance(5) ? "" : "WHERE round IS NOT NULL")
            try $0.reviews.raise($0.newConcern(), of: review, $0.work)
        }),
        ("edited a concern", {
            let (concern, review) = try $0.concern()
            try $0.reviews.edit(concern, of: review, $0.newConcern(), version: $0.version(concern.version), $0.work)
        }),
        ("submitted a plan", {
            let (concern, review) = try $0.concern()
            let on = $0.chance(2) ? concern.issuedOn.adding(days: 20) : $0.day()
            try $0.reviews.submit(NewSubmission(on: on, plan: $0.spokenOf().first, words: $0.note()), for: concern, of: review, $0.work)
        }),
        ("took back a part", {
            let (concern, review) = try $0.concern()
            let recommendations = try $0.work.session.all(Recommendation.self, "WHERE review = \(review.id) ORDER BY id").map(\.subject)
            let judgments = try $0.work.session.all(Judgment.self, "WHERE review = \(review.id) ORDER BY id").map(\.subject)
            let submissions = try $0.work.session.all(Submission.self, "WHERE concern = \(concern.id) ORDER BY id").map(\.subject)
            let parts = ([concern.subject] + recommendations + judgments + submissions).randomElement(using: &$0.dice) ?? concern.subject
            try $0.reviews.retract(parts, of: review, because: $0.text(), $0.work)
        }),
    ]
}
