public import Kernel

/// What a manager enters to take a finding or an action out of a plan.
public struct NewWithdrawal: Sendable, Equatable {
    /// Why, for its record and for the journal alike.
    public var because: String

    public init(reading fields: inout Fields) {
        because = fields.text("because", "Why it is withdrawn", atMost: 2000)
    }
}
