public import Kernel

extension AuditRecords {
    /// What programs may be let do with audits.
    public static let scopes = [
        OfferedScope(.auditsRead, "Read audits, authorisations and the national return, as far as you may yourself"),
        OfferedScope(.auditsWrite, "Plan and keep audits, letters and authorisations, as far as you may yourself"),
    ]
}

extension Scope {
    public static let auditsRead = Scope("audits:read")
    public static let auditsWrite = Scope("audits:write")
}
