public import Kernel

extension EnforcementPolicies {
    /// What programs may be let do with the policy and the figures. Whoever only counts need not read cases.
    public static let scopes = [
        OfferedScope(.enforcementPolicyRead, "Read the enforcement policy, its objectives and the figures of enforcement"),
        OfferedScope(.enforcementPolicyWrite, "Keep the enforcement policy and what is stated of years, as far as you may yourself"),
    ]
}

extension Scope {
    public static let enforcementPolicyRead = Scope("enforcement-policy:read")
    public static let enforcementPolicyWrite = Scope("enforcement-policy:write")
}
