public import Kernel

extension Boards {
    /// What this slice lets programs do.
    public static let scopes = [
        OfferedScope(.boardsRead, "Read boards, their members, meetings and decisions"),
        OfferedScope(.boardsWrite, "Keep boards, call meetings and record decisions, as far as you may yourself"),
    ]
}

extension Scope {
    public static let boardsRead = Scope("boards:read")
    public static let boardsWrite = Scope("boards:write")
}
