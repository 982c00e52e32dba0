public import Kernel
public import Storage

extension Session {
    /// - Throws: `review-not-found`
    public func review(_ reference: String) throws -> Review {
        try first(
            Review.self, "WHERE reference_key = \(reference.lowercased())",
            or: Refusal.missing("review-not-found", "There is no review “\(reference.prefix(60))”. The list of reviews shows those there are."))
    }

    /// - Throws: `recommendation-not-found`
    public func recommendation(_ reference: String, of review: Review) throws -> Recommendation {
        let gone = try facts(of: review).gone
        let found = try all(Recommendation.self, "WHERE review = \(review.id) AND reference_key = \(reference.lowercased()) ORDER BY id")
        guard let recommendation = found.last(where: { !gone.contains($0.subject) }) ?? found.last else {
            throw Refusal.missing("recommendation-not-found", "\(review.title) has no recommendation “\(reference.prefix(60))”.")
        }
        return recommendation
    }

    /// - Throws: `concern-not-found`
    public func concern(_ id: ID<Concern>, of review: Review) throws -> Concern {
        try first(
            Concern.self, "WHERE id = \(id) AND review = \(review.id)",
            or: Refusal.missing("concern-not-found", "\(review.title) has no cause of concern or area for improvement with the number \(id)."))
    }

    /// Everything recorded about a review.
    public func facts(of review: Review) throws -> ReviewFacts { try facts(of: [review])[0] }

    /// All reviews, each with its facts, the latest commissioned first. It takes as many queries as one review does.
    public func allReviews() throws -> [ReviewFacts] { try facts(of: try all(Review.self, "ORDER BY commissioned_on DESC, id DESC")) }

    /// A review as it was on a day, beside the inspections before it.
    ///
    /// - Throws: `review-not-commissioned-then`
    func view(of review: Review, on day: Day) throws -> ReviewView {
        guard let view = ReviewView(try facts(of: review), among: try inspections(), on: day) else {
            throw Refusal.missing("review-not-commissioned-then", "\(review.title) had not been commissioned on \(day). Choose another day.")
        }
        return view
    }

    /// All reviews that there were on a day, the latest commissioned first.
    func reviewViews(on day: Day) throws -> [ReviewView] {
        let all = try allReviews()
        return all.compactMap { ReviewView($0, among: all, on: day) }
    }

    /// Those that read one of these things, or that one of them answers, whether it still does or not.
    func reviews(speakingOf wanted: Set<Subject>) throws -> [ReviewFacts] {
        let links: [(review: ID<Review>, subject: Subject)] = try rows("""
            SELECT id, plan FROM review WHERE plan IS NOT NULL UNION ALL SELECT review, subject FROM review_document
            UNION ALL SELECT review, answer FROM recommendation WHERE answer IS NOT NULL
            UNION ALL SELECT review, answer FROM concern WHERE answer IS NOT NULL
            UNION ALL SELECT c.review, s.plan FROM concern c JOIN concern_submission s ON s.concern = c.id WHERE s.plan IS NOT NULL
            """) { try ($0.next(), $0.next()) }
        let ids = Set(links.filter { wanted.contains($0.subject) }.map(\.review))
        return try facts(of: all(Review.self, "WHERE id IN (\(list: ids.sorted())) ORDER BY commissioned_on DESC, id DESC"))
    }

    private func inspections() throws -> [ReviewFacts] { try facts(of: try all(Review.self, "WHERE round IS NOT NULL ORDER BY id")) }

    private func facts(of reviews: [Review]) throws -> [ReviewFacts] {
        guard !reviews.isEmpty else { return [] }
        let ids = reviews.map(\.id)
        let judgments = try Dictionary(grouping: all(Judgment.self, "WHERE review IN (\(list: ids)) ORDER BY id"), by: \.review)
        let recommendations = try Dictionary(grouping: all(Recommendation.self, "WHERE review IN (\(list: ids)) ORDER BY id"), by: \.review)
        let concerns = try Dictionary(grouping: all(Concern.self, "WHERE review IN (\(list: ids)) ORDER BY issued_on, id"), by: \.review)
        let submissions = try Dictionary(
            grouping: all(Submission.self, "WHERE concern IN (SELECT id FROM concern WHERE review IN (\(list: ids))) ORDER BY id"), by: \.concern)
        let retractions = try Dictionary(grouping: all(Retraction.self, "WHERE review IN (\(list: ids)) ORDER BY id"), by: \.review)
        return reviews.map { review in
            let own = concerns[review.id] ?? []
            return ReviewFacts(
                review: review, judgments: judgments[review.id] ?? [], recommendations: recommendations[review.id] ?? [], concerns: own,
                submissions: own.flatMap { submissions[$0.id] ?? [] }, retractions: retractions[review.id] ?? [])
        }
    }
}

extension ReviewFacts {
    /// Every part that was taken back, whenever.
    var gone: Set<Subject> { Set(retractions.map(\.part)) }
}
