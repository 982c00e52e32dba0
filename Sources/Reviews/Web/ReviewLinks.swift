import Kernel
public import Markup

/// Every address that reviews have.
public enum ReviewLinks {
    public static let list = Link("reviews")
    static let new = Link("reviews", "new")
    public static let rounds = Link("inspection-rounds")

    public static func review(_ review: Review) -> Link { Link("reviews", review.reference) }
    static func review(_ review: Review, _ part: String) -> Link { Link("reviews", review.reference, part) }
    static func export(_ review: Review, _ format: String) -> Link { Link("reviews", review.reference, "export", format) }
    static func newRecommendation(_ review: Review, for concern: Concern? = nil) -> Link {
        Link("reviews", review.reference, "recommendations", "new").adding("concern", concern.map { "\($0.id)" })
    }
    static func recommendation(_ recommendation: Recommendation, _ review: Review, _ part: String) -> Link {
        Link("reviews", review.reference, "recommendations", recommendation.reference, part)
    }
    static func newConcern(_ review: Review) -> Link { Link("reviews", review.reference, "concerns", "new") }
    static func concern(_ concern: Concern, _ review: Review, _ part: String) -> Link {
        Link("reviews", review.reference, "concerns", concern.id, part)
    }
    /// The form that takes back a part: `recommendation/4`.
    static func retraction(_ part: Subject, _ review: Review) -> Link {
        Link("reviews", review.reference, "retractions", "new").adding("of", "\(part)")
    }
}
