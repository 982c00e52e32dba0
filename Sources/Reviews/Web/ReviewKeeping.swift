import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension ReviewPages {
    /// What managers do to reviews and their judgments.
    func keepingReviews(_ members: Routes<MemberContext>) {
        members.get("reviews/new") { _, context in context.page(try await beginningForm(context, .fresh)) }
        members.post("reviews") { request, context in
            try await context.writing(request, in: desk, saying: "The review was put on record.") { fields in
                let new = NewReview(reading: &fields)
                return { work in ReviewLinks.review(try reviews.begin(new, work)) }
            } orShowing: { try await beginningForm(context, $0) }
        }
        members.get("reviews/:review/edit") { _, context in context.page(try await editForm(context, .fresh)) }
        members.post("reviews/:review/edit") { request, context in
            let reference = try context.part("review")
            return try await context.writing(request, in: desk, saying: "The review was saved.") { fields in
                let (new, version) = (NewReview(reading: &fields), fields.version())
                return { work in ReviewLinks.review(try reviews.edit(work.session.review(reference), new, version: version, work)) }
            } orShowing: { try await editForm(context, $0) }
        }
        members.get("reviews/:review/judgments") { _, context in context.page(try await judgmentsForm(context, .fresh)) }
        members.post("reviews/:review/judgments") { request, context in
            let reference = try context.part("review")
            let round = try await desk.read { session in
                try ReviewPolicy.keeps.check(context.actor)
                return try session.review(reference).asking()
            }
            return try await context.writing(request, in: desk, saying: "The judgments were saved.") { fields in
                let all = NewJudgment.all(of: round, reading: &fields)
                return { work in
                    let review = try work.session.review(reference)
                    try reviews.judge(all, of: review, work)
                    return ReviewLinks.review(review).at("judgments")
                }
            } orShowing: { try await judgmentsForm(context, $0) }
        }
    }

    private func beginningForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await form(context) { viewer, session in
            ReviewForm(review: nil, offered: try offered(session), filled: filled, viewer: viewer).page
        }
    }

    private func editForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let reference = try context.part("review")
        return try await form(context) { viewer, session in
            ReviewForm(review: try session.review(reference), offered: try offered(session), filled: filled, viewer: viewer).page
        }
    }

    private func judgmentsForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        try await reviewForm(context) { view, viewer, _ in
            let round = try view.review.asking()
            try view.review.refuseUnreported(on: viewer.today)
            return JudgmentsForm(view: view, round: round, filled: filled, viewer: viewer).page
        }
    }
}
