public import Kernel

extension Inspections {
    /// What programs may be let do with the risk method and what is scored by it.
    static let riskScopes = [
        OfferedScope(.riskRead, "Read the risk method, what is known of premises by it and how they score"),
        OfferedScope(.riskWrite, "Keep the risk method, markers of premises and compliance that was found before, as far as you may yourself"),
    ]
}

extension Scope {
    public static let riskRead = Scope("risk:read")
    public static let riskWrite = Scope("risk:write")
}
