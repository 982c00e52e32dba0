public import Kernel

extension Plans {
    /// What this slice lets programs do.
    public static let scopes = [
        OfferedScope(.plansRead, "Read plans, their actions, history and figures"),
        OfferedScope(.plansWrite, "Keep plans and report on actions, as far as you may yourself"),
    ]
}

extension Scope {
    public static let plansRead = Scope("plans:read")
    public static let plansWrite = Scope("plans:write")
}
