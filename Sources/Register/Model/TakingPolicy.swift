public import Kernel

/// What the service has decided of what the public takes away.
public struct TakingPolicy: Sendable, Equatable {
    /// The licence that the files are under; nil while the service has said nothing of it.
    public var licence: WebAddress?
    /// Whether withdrawn notices stand in the file for the national register. The law has them deleted from the service's own register
    /// (section 3(4) of the Environment and Safety Information Act 1988), so they are left out unless the service says otherwise.
    public var nationalHasWithdrawn: Bool

    public init(licence: WebAddress? = nil, nationalHasWithdrawn: Bool = false) {
        (self.licence, self.nationalHasWithdrawn) = (licence, nationalHasWithdrawn)
    }
}
