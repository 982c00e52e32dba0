import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension ReviewPages {
    /// What managers do to recommendations, and to any part that was recorded in error.
    func keepingRecommendations(_ members: Routes<MemberContext>) {
        members.get("reviews/:review/recommendations/new") { _, context in context.page(try await recommendationForm(context, nil, .fresh)) }
        members.post("reviews/:review/recommendations") { request, context in
            let reference = try context.part("review")
            return try await context.writing(request, in: desk, saying: "The recommendation was added.") { fields in
                let new = NewRecommendation(reading: &fields)
                return { work in
                    let review = try work.session.review(reference)
                    try reviews.recommend(new, of: review, work)
                    return ReviewLinks.review(review).at("recommendations")
                }
            } orShowing: { try await recommendationForm(context, nil, $0) }
        }
        members.get("reviews/:review/recommendations/:recommendation/edit") { _, context in
            context.page(try await recommendationForm(context, try context.part("recommendation"), .fresh))
        }
        members.post("reviews/:review/recommendations/:recommendation/edit") { request, context in
            let (reference, part) = (try context.part("review"), try context.part("recommendation"))
            return try await context.writing(request, in: desk, saying: "The recommendation was saved.") { fields in
                let (new, version) = (NewRecommendation(reading: &fields), fields.version())
                return { work in
                    let review = try work.session.review(reference)
                    try reviews.edit(work.session.recommendation(part, of: review), of: review, new, version: version, work)
                    return ReviewLinks.review(review).at("recommendations")
                }
            } orShowing: { try await recommendationForm(context, part, $0) }
        }
        members.get("reviews/:review/retractions/new") { _, context in
            context.page(try await retractionForm(context, context.query["of"] ?? "", .fresh))
        }
        members.post("reviews/:review/retractions") { request, context in
            let reference = try context.part("review")
            return try await context.writing(request, in: desk, saying: "It was taken back.") { fields in
                let (part, because) = (fields.written("of"), fields.text("because", "What was wrong", atMost: 2000))
                return { work in
                    let review = try work.session.review(reference)
                    try reviews.retract(ReviewPages.part(part, of: review), of: review, because: because, work)
                    return ReviewLinks.review(review)
                }
            } orShowing: { try await retractionForm(context, $0.value("of"), $0) }
        }
    }

    private func recommendationForm(_ context: MemberContext, _ part: String?, _ filled: Filled) async throws -> Page {
        let concern = context.query["concern"]
        return try await reviewForm(context) { view, viewer, session in
            try view.review.refuseUnreported(on: viewer.today)
            return RecommendationForm(
                view: view, recommendation: try part.map { try session.recommendation($0, of: view.review) }, concern: concern,
                offered: try offered(session), filled: filled, viewer: viewer).page
        }
    }

    private func retractionForm(_ context: MemberContext, _ written: String, _ filled: Filled) async throws -> Page {
        try await reviewForm(context) { view, viewer, _ in
            let part = try ReviewPages.part(written, of: view.review)
            return RetractionForm(review: view.review, part: part, words: try view.facts.part(part), filled: filled, viewer: viewer).page
        }
    }

    /// - Throws: `review-part-not-found`, as for a part that is not there.
    private static func part(_ written: String, of review: Review) throws(Refusal) -> Subject {
        guard let part = Subject(written) else { throw .missing("review-part-not-found", "\(review.title) has no part “\(written.prefix(60))”.") }
        return part
    }
}
