public import Kernel

extension Enforcement {
    /// What this slice lets programs do.
    public static let scopes = [
        OfferedScope(.enforcementRead, "Read cases and notices, with all that is internal of them, as far as you may yourself"),
        OfferedScope(.enforcementWrite, "Keep cases and notices, as far as you may yourself"),
    ]
}

extension Scope {
    public static let enforcementRead = Scope("enforcement:read")
    public static let enforcementWrite = Scope("enforcement:write")
}
