/// What the service has settled for itself where the law leaves it open, or where the text of the law was not read by whoever wrote this.
public struct EnforcementPractice: Sendable {
    /// Whether the time of an enforcement notice may be extended after its last day has passed.
    public var extendsAfterExpiry: Bool
    /// Whether it may be while an appeal is pending.
    public var extendsDuringAppeal: Bool
    /// The fewest days from service to the last day of an enforcement notice: article 30.
    public var leastDays: Int
    /// So many days after the first on which it may be made, an entry of the public register is made.
    public var entryAfter: Int

    public init(extendsAfterExpiry: Bool = false, extendsDuringAppeal: Bool = false, leastDays: Int = 28, entryAfter: Int = 0) {
        (self.extendsAfterExpiry, self.extendsDuringAppeal, self.leastDays, self.entryAfter) = (extendsAfterExpiry, extendsDuringAppeal, leastDays, entryAfter)
    }

    public static let usual = EnforcementPractice()
}
