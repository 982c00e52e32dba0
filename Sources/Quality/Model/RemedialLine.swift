import Kernel


/// A remedial action with the check that asked for it and the name of whoever does it.
public struct RemedialLine: Sendable {
    public let remedial: RemedialAction
    public let facts: QualityCheckFacts
    public let owner: String

    public init(remedial: RemedialAction, facts: QualityCheckFacts, owner: String) { (self.remedial, self.facts, self.owner) = (remedial, facts, owner) }
}
