import Kernel
import Markup
import People
public import Storage
public import Web

/// What programs can do with reviews. Their parts have a file of their own beside this.
public struct ReviewOperations: Sendable {
    let naming: Naming
    let reviews: Reviews

    /// - Parameter naming: what reviews can speak of, by all the slices there are.
    public init(naming: Naming) {
        self.naming = naming
        reviews = Reviews(naming: naming)
    }

    public var all: [Operation] { whole + parts }

    private var whole: [Operation] {
        [
            .listing("listReviews", "reviews", "All reviews on a day, the latest commissioned first", .scope(.reviewsRead), takes: [.day], of: ReviewPayload.schema) { call, session in
                try ReviewPolicy.reads.check(call.actor)
                let views = try session.reviewViews(on: call.day)
                let names = try naming.names(of: views.flatMap(\.subjects), session)
                return try call.page(views, by: \.review.reference.key) { ReviewPayload($0, names) }
            },
            .listing("listInspectionRounds", "inspection-rounds", "The inspectorate's rounds: their questions, grades and sources", .scope(.reviewsRead), of: RoundPayload.schema) { call, _ in
                try ReviewPolicy.reads.check(call.actor)
                return try call.page(InspectionRound.all, by: \.code) { RoundPayload($0) }
            },
            .adding("beginReview", "reviews", "Put a review on record", .scope(.reviewsWrite), from: ReviewInputs.review, gives: ReviewPayload.schema,
                    refuses: ["review-reference-taken", "reference-not-usable", "day-still-to-come"]) { call, work in
                var fields = call.fields
                let new = NewReview(reading: &fields)
                try fields.finish()
                let review = try reviews.begin(new, work)
                // One that is put on record ahead of the day it is commissioned on is shown as of that day.
                return try shown(review, on: max(call.day, review.commissionedOn), work.session).added(at: ReviewLinks.review(review))
            },
            .reading("showReview", "reviews/{review}", "One review on a day, with all it judged and asked for", .scope(.reviewsRead), takes: [.day],
                     gives: ReviewPayload.schema, refuses: ["review-not-found", "review-not-commissioned-then"]) { call, session in
                try ReviewPolicy.reads.check(call.actor)
                return try shown(session.review(call.part("review")), on: call.day, session)
            },
            .changing("changeReview", "reviews/{review}", "Change what is on record of a review; what is left out stays", .scope(.reviewsWrite), from: ReviewInputs.review,
                      gives: ReviewPayload.schema,
                      refuses: ["review-not-found", "review-reference-taken", "reference-not-usable", "day-still-to-come", "review-has-judgments"]) { call, work in
                let review = try work.session.review(call.part("review"))
                var fields = Fields(call.fields, over: review.entries)
                let new = NewReview(reading: &fields)
                try fields.finish()
                let changed = try reviews.edit(review, new, version: call.matched(review.version), work)
                return try shown(changed, on: max(call.day, changed.commissionedOn), work.session)
            },
            .listing("listReviewHistory", "reviews/{review}/history", "What happened to a review and all that belongs to it, newest first",
                     .scope(.reviewsRead), of: EntryPayload.schema, refuses: ["review-not-found"]) { call, session in
                try ReviewPolicy.reads.check(call.actor)
                let review = try session.review(call.part("review"))
                return try call.page(by: \.sequence, rows: { try Journal(session).entries(within: review.subject, before: $0, limit: $1) }) {
                    EntryPayload($0, name: try Parties(session).name(ofWho: $0.who))
                }
            },
            .handing("exportReview", "reviews/{review}/export/{format}", "A review on a day as a table to keep", .scope(.reviewsRead),
                     takes: [.day, .part("format", .reference, "csv or xlsx.")], types: ReviewExport.Format.allCases.map(\.type),
                     refuses: ["review-not-found", "review-not-commissioned-then", "no-such-format"]) { call in
                try ReviewPolicy.reads.check(call.actor)
                let format = try ReviewExport.Format(named: call.part("format"))
                let export = try await call.desk.read { session in
                    let view = try session.view(of: session.review(call.part("review")), on: call.day)
                    return ReviewExport(view: view, names: try naming.names(of: view.subjects, session))
                }
                return .handing(try export.bytes(as: format), named: export.name(as: format), type: format.type)
            },
        ]
    }

    func shown(_ review: Review, on day: Day, _ session: Session) throws -> Reply {
        let view = try session.view(of: review, on: day)
        return try .showing(ReviewPayload(view, naming.names(of: view.subjects, session)), version: review.version)
    }
}
