import Kernel
import Markup
import People
import Storage
import Web

extension ReviewOperations {
    /// What a review says. Each answers with the whole review, as judgments and deadlines stand beside one another.
    var parts: [Operation] {
        [
            .adding("judge", "reviews/{review}/judgments", "Record what was judged of a question, or put it right", .scope(.reviewsWrite),
                    from: ReviewInputs.judgment, gives: ReviewPayload.schema,
                    refuses: ["review-not-found", "review-not-reported", "review-asks-no-set-questions"]) { call, work in
                var fields = call.fields
                let new = NewJudgment(reading: &fields)
                return try after(call, fields, work) { try reviews.judge([new], of: $0, work) }
            },
            .adding("addRecommendation", "reviews/{review}/recommendations", "Add a recommendation to a review", .scope(.reviewsWrite),
                    from: ReviewInputs.recommendation, gives: ReviewPayload.schema,
                    refuses: ["review-not-found", "review-not-reported", "recommendation-reference-taken", "reference-not-usable"]) { call, work in
                var fields = call.fields
                let new = NewRecommendation(reading: &fields)
                return try after(call, fields, work) { try reviews.recommend(new, of: $0, work) }
            },
            .changing("changeRecommendation", "reviews/{review}/recommendations/{recommendation}", "Change a recommendation; what is left out stays", .scope(.reviewsWrite),
                      from: ReviewInputs.recommendation, gives: RecommendationPayload.schema,
                      refuses: ["review-not-found", "recommendation-not-found", "recommendation-reference-taken", "reference-not-usable", "review-part-retracted"]) { call, work in
                let review = try work.session.review(call.part("review"))
                let recommendation = try work.session.recommendation(call.part("recommendation"), of: review)
                var fields = Fields(call.fields, over: recommendation.entries)
                let new = NewRecommendation(reading: &fields)
                try fields.finish()
                return try shown(reviews.edit(recommendation, of: review, new, version: call.matched(recommendation.version), work), work.session)
            },
            .reading("showRecommendation", "reviews/{review}/recommendations/{recommendation}", "One recommendation", .scope(.reviewsRead),
                     gives: RecommendationPayload.schema, refuses: ["review-not-found", "recommendation-not-found"]) { call, session in
                try ReviewPolicy.reads.check(call.actor)
                return try shown(session.recommendation(call.part("recommendation"), of: session.review(call.part("review"))), session)
            },
            .adding("raiseConcern", "reviews/{review}/concerns", "Record a cause of concern or an area for improvement", .scope(.reviewsWrite),
                    from: ReviewInputs.concern, gives: ReviewPayload.schema,
                    refuses: ["review-not-found", "not-the-inspectorates", "day-still-to-come"]) { call, work in
                var fields = call.fields
                let new = NewConcern(reading: &fields)
                return try after(call, fields, work) { try reviews.raise(new, of: $0, work) }
            },
            .reading("showConcern", "reviews/{review}/concerns/{concern}", "One cause of concern or area for improvement on a day, with its deadline", .scope(.reviewsRead),
                     takes: [.id("concern"), .day], gives: ConcernPayload.schema, refuses: ["review-not-found", "concern-not-found", "review-not-commissioned-then"]) { call, session in
                try ReviewPolicy.reads.check(call.actor)
                let review = try session.review(call.part("review"))
                return try shown(session.concern(call.id("concern"), of: review), of: review, on: call.day, session)
            },
            .changing("changeConcern", "reviews/{review}/concerns/{concern}", "Change a cause of concern or an area for improvement; what is left out stays", .scope(.reviewsWrite),
                      takes: [.id("concern")], from: ReviewInputs.concern, gives: ConcernPayload.schema,
                      refuses: ["review-not-found", "concern-not-found", "not-the-inspectorates", "day-still-to-come", "review-part-retracted", "plan-already-submitted"]) { call, work in
                let review = try work.session.review(call.part("review"))
                let concern = try work.session.concern(call.id("concern"), of: review)
                var fields = Fields(call.fields, over: concern.entries)
                let new = NewConcern(reading: &fields)
                try fields.finish()
                return try shown(reviews.edit(concern, of: review, new, version: call.matched(concern.version), work), of: review, on: call.day, work.session)
            },
            .adding("submitPlan", "reviews/{review}/concerns/{concern}/submission", "Say on which day the plan went to the inspectorate", .scope(.reviewsWrite),
                    takes: [.id("concern")], from: ReviewInputs.submission, gives: ReviewPayload.schema,
                    refuses: ["review-not-found", "concern-not-found", "plan-not-asked-for", "plan-already-submitted", "review-part-retracted", "day-still-to-come"]) { call, work in
                var fields = call.fields
                let new = NewSubmission(reading: &fields)
                return try after(call, fields, work) { try reviews.submit(new, for: work.session.concern(call.id("concern"), of: $0), of: $0, work) }
            },
            .adding("retractPart", "reviews/{review}/retractions", "Take back a part of a review that was recorded in error", .scope(.reviewsWrite),
                    from: ReviewInputs.retraction, gives: ReviewPayload.schema,
                    refuses: ["review-not-found", "review-part-not-found", "review-part-retracted", "concern-has-recommendations", "subject-not-understood"]) { call, work in
                var fields = call.fields
                let (part, because) = (fields.line("of", "What is taken back", atMost: 100), fields.text("because", "What was wrong", atMost: 2000))
                return try after(call, fields, work) { try reviews.retract(Subject(written: part, like: "recommendation/4"), of: $0, because: because, work) }
            },
        ]
    }

    /// Does a deed to the review that the call names, and shows the review as it is then.
    private func after(_ call: Call, _ fields: Fields, _ work: Work, _ deed: (Review) throws -> Void) throws -> Reply {
        try fields.finish()
        let review = try work.session.review(call.part("review"))
        try deed(review)
        return try shown(review, on: max(call.day, review.commissionedOn), work.session).added()
    }

    private func shown(_ one: Recommendation, _ session: Session) throws -> Reply {
        try .showing(RecommendationPayload(one, naming.names(of: [one.answer].compactMap(\.self), session)), version: one.version)
    }

    private func shown(_ concern: Concern, of review: Review, on day: Day, _ session: Session) throws -> Reply {
        let view = try session.view(of: review, on: day)
        guard let item = view.concern(concern.id) else {
            throw Refusal.missing("concern-not-found", "\(review.title) shows no such concern on \(day): it was issued later, or taken back.")
        }
        return try .showing(ConcernPayload(item, naming.names(of: view.subjects, session)), version: concern.version)
    }
}
