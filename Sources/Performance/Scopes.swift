public import Kernel

extension Performance {
    /// What this slice lets programs do.
    public static let scopes = [
        OfferedScope(.performanceRead, "Read measures, scorecards and reports of performance"),
        OfferedScope(.performanceWrite, "Record values and keep measures, as far as you may yourself"),
    ]
}

extension Scope {
    public static let performanceRead = Scope("performance:read")
    public static let performanceWrite = Scope("performance:write")
}
