public import Kernel

extension Reviews {
    /// What this slice lets programs do.
    public static let scopes = [
        OfferedScope(.reviewsRead, "Read reviews, their judgments, recommendations and deadlines"),
        OfferedScope(.reviewsWrite, "Keep reviews and say when a plan was submitted, as far as you may yourself"),
    ]
}

extension Scope {
    public static let reviewsRead = Scope("reviews:read")
    public static let reviewsWrite = Scope("reviews:write")
}
