public import Kernel

extension Harvesting {
    /// What is let programs do with other services' registers.
    public static let scopes = [
        OfferedScope(.registerRead, "Read which other services’ registers are shown here, and how that went"),
        OfferedScope(.registerWrite, "Say which other services’ registers are shown here, as far as you may yourself"),
    ]
}

extension Scope {
    public static let registerRead = Scope("register:read")
    public static let registerWrite = Scope("register:write")
}
