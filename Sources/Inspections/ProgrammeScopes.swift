public import Kernel

extension ProgrammeRecords {
    /// What programs may be let do with the programmes of years.
    public static let scopes = [
        OfferedScope(.programmesRead, "Read the programmes of years and their progress, as far as you may yourself"),
        OfferedScope(.programmesWrite, "Keep the programmes of years, make their plans and adopt them, as far as you may yourself"),
    ]
}

extension Scope {
    public static let programmesRead = Scope("programmes:read")
    public static let programmesWrite = Scope("programmes:write")
}
