import Storage

extension Inspections {
    /// Editions of the risk method as other slices speak of them: a board approves one.
    static let riskNaming = [
        NamedKind(RiskEdition.self, "Editions of the risk method") { Name("Risk method, edition \($0.name)", at: ["risk", "methods", "\($0.id)"]) },
    ]
}
