public import Kernel

extension Papers {
    /// What this slice lets programs do.
    public static let scopes = [
        OfferedScope(.papersRead, "Read papers, what they are written from and their files"),
        OfferedScope(.papersWrite, "Write, issue and withdraw papers, as far as you may yourself"),
    ]
}

extension Scope {
    public static let papersRead = Scope("papers:read")
    public static let papersWrite = Scope("papers:write")
}
