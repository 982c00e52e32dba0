public import Kernel

/// What the service has decided of what the public takes away.
public struct TakingPolicy: Sendable, Equatable {
    /// The licence that the files are under; nil while the service has said nothing of it.
    public var licence: WebAddress?

    public init(licence: WebAddress? = nil) { self.licence = licence }
}
