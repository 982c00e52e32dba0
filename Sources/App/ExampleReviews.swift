import Foundation
import Kernel
import People
import Plans
import Reviews
import Storage

/// Who looked at the fictional service and what they said: a peer review that its plan answers, two inspections in two
/// rounds, the later answered by the culture improvement plan, and a revisit whose plan is being waited for.
enum ExampleReviews {
    private struct Event: Decodable, Sendable {
        enum Deed: String, Decodable { case begin, edit, judge, recommend, raise, submit }
        let on: Day
        let deed: Deed
        let review: String
        let title: String?
        let kind: Review.Kind?
        let round: String?
        let reviewer: String?
        let scope: String?
        let commissioned: Day?
        let visits: [VisitDays]?
        let reported: Day?
        /// The documents it read, one a line.
        let read: String?
        /// The reference of the plan that answers it.
        let plan: String?
        let question: String?
        let grade: Grade?
        let words: String?
        let concern: Concern.Kind?
        let issued: Day?
        /// What kind of concern a recommendation belongs to.
        let of: Concern.Kind?
        let due: Day?
        /// The reference of the finding that answers it, in the plan that answers the review.
        let finding: String?
        let because: String?
    }

    /// What happened, each as the verbs tell it on its day.
    static func deeds(by actor: Actor) throws -> [ExampleDeed] {
        try ExampleDeed.read([Event].self, "reviews.json").enumerated().map { place, event in
            ExampleDeed(.inBritain(event.on, hour: 16, minute: place % 60)) { desk in
                try await desk.write(by: actor, because: event.because) { work in try tell(event, Reviews(naming: naming), work) }
            }
        }
    }

    private static func tell(_ event: Event, _ reviews: Reviews, _ work: Work) throws {
        let session = work.session
        if event.deed == .begin {
            try reviews.begin(NewReview(
                reference: Reference(event.review), title: event.title ?? "", kind: event.kind ?? .peerReview, reviewer: event.reviewer ?? "",
                round: event.round, scope: event.scope ?? "", commissionedOn: event.commissioned ?? event.on, visits: event.visits ?? [],
                reportedOn: event.reported, otherDocuments: event.read, plan: event.plan.map { try session.plan($0).subject }), work)
            return
        }
        let review = try session.review(event.review)
        let concern = try session.facts(of: review).concerns.first { $0.kind == event.of ?? .causeOfConcern }
        switch event.deed {
        case .begin: break
        case .edit:
            try reviews.edit(review, NewReview(
                title: review.title, kind: review.kind, reviewer: review.reviewer, round: review.round, scope: review.scope,
                commissionedOn: review.commissionedOn, visits: event.visits ?? review.visits, reportedOn: event.reported ?? review.reportedOn,
                documents: review.documents, otherDocuments: review.otherDocuments, plan: try event.plan.map { try session.plan($0).subject } ?? review.plan), work)
        case .judge:
            guard let question = event.question, let grade = event.grade else { return }
            try reviews.judge([NewJudgment(question: question, grade: grade, words: event.words)], of: review, work)
        case .recommend:
            try reviews.recommend(NewRecommendation(
                words: event.words ?? "", concern: event.of == nil ? nil : concern?.id, due: event.due, answer: try answer(event, review, session)), of: review, work)
        case .raise:
            try reviews.raise(NewConcern(
                kind: event.concern ?? .areaForImprovement, words: event.words ?? "", question: event.question, issuedOn: event.issued ?? event.on), of: review, work)
        case .submit:
            guard let concern else { return }
            try reviews.submit(NewSubmission(on: event.on, plan: review.plan, words: event.words), for: concern, of: review, work)
        }
    }

    /// The finding that answers a recommendation, where findings can be spoken of.
    private static func answer(_ event: Event, _ review: Review, _ session: Session) throws -> Subject? {
        guard let reference = event.finding, let plan = try review.plan.flatMap({ try session.find(ID<Plan>($0.number)) }),
              let finding = try session.all(Finding.self, "WHERE plan = \(plan.id) ORDER BY id").first(where: { $0.reference.text == reference }) else { return nil }
        return try naming.names(of: [finding.subject], session)[finding.subject] == nil ? nil : finding.subject
    }
}
