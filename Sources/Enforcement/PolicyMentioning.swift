public import Storage

extension EnforcementPolicies {
    /// Editions as other slices speak of them: a board approves one.
    public static let naming = [
        NamedKind(EnforcementPolicy.self, "Editions of the enforcement policy") { Name("Enforcement policy, edition \($0.edition)", at: ["enforcement", "policy", "\($0.id)"]) },
    ]
}
