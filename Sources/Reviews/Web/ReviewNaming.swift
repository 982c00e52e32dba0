import Kernel
public import Storage

extension Reviews {
    /// What of this slice others may speak of.
    public static let naming = [NamedKind(Review.self, "Reviews") { Name($0.title, at: ["reviews", $0.reference.text]) }]
}
