import Hummingbird
import Kernel
import Markup
import People
import Storage
import Web

extension ReviewPages {
    /// What managers write down of what falls short, and of what was sent in answer.
    func keepingConcerns(_ members: Routes<MemberContext>) {
        members.get("reviews/:review/concerns/new") { _, context in context.page(try await concernForm(context, nil, .fresh)) }
        members.post("reviews/:review/concerns") { request, context in
            let reference = try context.part("review")
            return try await context.writing(request, in: desk, saying: "It was recorded.") { fields in
                let new = NewConcern(reading: &fields)
                return { work in
                    let review = try work.session.review(reference)
                    try reviews.raise(new, of: review, work)
                    return ReviewLinks.review(review).at("concerns")
                }
            } orShowing: { try await concernForm(context, nil, $0) }
        }
        members.get("reviews/:review/concerns/:concern/edit") { _, context in
            context.page(try await concernForm(context, try context.id("concern"), .fresh))
        }
        members.post("reviews/:review/concerns/:concern/edit") { request, context in
            let (reference, id) = (try context.part("review"), try context.id("concern", of: Concern.self))
            return try await context.writing(request, in: desk, saying: "It was saved.") { fields in
                let (new, version) = (NewConcern(reading: &fields), fields.version())
                return { work in
                    let review = try work.session.review(reference)
                    try reviews.edit(work.session.concern(id, of: review), of: review, new, version: version, work)
                    return ReviewLinks.review(review).at("concerns")
                }
            } orShowing: { try await concernForm(context, id, $0) }
        }
        members.get("reviews/:review/concerns/:concern/submission") { _, context in context.page(try await submissionForm(context, .fresh)) }
        members.post("reviews/:review/concerns/:concern/submission") { request, context in
            let (reference, id) = (try context.part("review"), try context.id("concern", of: Concern.self))
            return try await context.writing(request, in: desk, saying: "The submission was recorded.") { fields in
                let new = NewSubmission(reading: &fields)
                return { work in
                    let review = try work.session.review(reference)
                    try reviews.submit(new, for: work.session.concern(id, of: review), of: review, work)
                    return ReviewLinks.review(review).at("concerns")
                }
            } orShowing: { try await submissionForm(context, $0) }
        }
    }

    private func concernForm(_ context: MemberContext, _ id: ID<Concern>?, _ filled: Filled) async throws -> Page {
        try await reviewForm(context) { view, viewer, session in
            ConcernForm(
                review: view.review, concern: try id.map { try session.concern($0, of: view.review) }, offered: try offered(session),
                filled: filled, viewer: viewer).page
        }
    }

    private func submissionForm(_ context: MemberContext, _ filled: Filled) async throws -> Page {
        let id = try context.id("concern", of: Concern.self)
        return try await reviewForm(context) { view, viewer, session in
            let concern = try session.concern(id, of: view.review)
            guard let item = view.concern(concern.id) else {
                throw Refusal.missing("concern-not-found", "This was taken back, or issued after \(viewer.today).")
            }
            return SubmissionForm(review: view.review, concern: item, offered: try offered(session), filled: filled, viewer: viewer).page
        }
    }
}
