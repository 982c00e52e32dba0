import Kernel
public import Markup
import Premises
import Web

/// Every address that the risk method and the scores have.
public enum RiskLinks {
    public static let risk = Link("risk")
    public static let methods = Link("risk", "methods")
    static let newMethod = Link("risk", "methods", "new")
    static let list = Link("risk", "scores")
    static let comparison = Link("risk", "comparison")
    static let backTest = Link("risk", "back-test")

    static func export(_ format: String) -> Link { Link("risk", "scores", "export", format) }
    static func comparisonExport(_ format: String) -> Link { Link("risk", "comparison", "export", format) }
    static func method(_ edition: RiskEdition) -> Link { Link("risk", "methods", edition.id) }
    static func method(_ edition: RiskEdition, _ part: String) -> Link { Link("risk", "methods", edition.id, part) }
    static func premises(_ reference: String) -> Link { Link("risk", "premises", reference) }
    static func premises(_ premises: Premises, _ part: String...) -> Link { Link(parts: ["risk", "premises", premises.reference.text] + part) }

    /// Two editions side by side.
    static func comparison(_ before: RiskEdition?, _ after: RiskEdition?) -> Link {
        comparison.adding("before", before.map { "\($0.id)" }).adding("after", after.map { "\($0.id)" })
    }
}
