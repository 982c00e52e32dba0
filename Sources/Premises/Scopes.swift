public import Kernel

extension Gazetteer {
    /// What this slice lets programs do.
    public static let scopes = [
        OfferedScope(.premisesRead, "Read premises and who answers for them"),
        OfferedScope(.premisesWrite, "Keep premises and who answers for them, as far as you may yourself"),
    ]
}

extension Scope {
    public static let premisesRead = Scope("premises:read")
    public static let premisesWrite = Scope("premises:write")
}
