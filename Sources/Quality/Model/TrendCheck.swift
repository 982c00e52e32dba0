public import Kernel
public import People

/// A completed check, as far as trends need to know it.
public struct TrendCheck: Sendable, Equatable {
    public let reference: Reference
    /// Who did the work that was checked.
    public let auditor: ID<Party>
    public let office: ID<Party>?
    /// The day on which the work was done. By it a check belongs to a quarter, since a check may come long afterwards.
    public let worked: Day
    /// By the code of the criterion.
    public let answers: [String: QualityAnswer]

    public init(_ reference: Reference, auditor: ID<Party>, office: ID<Party>? = nil, worked: Day, answers: [String: QualityAnswer]) {
        (self.reference, self.auditor, self.office, self.worked, self.answers) = (reference, auditor, office, worked, answers)
    }
}
