import Kernel
public import Markup

/// Every address that the programmes of years have.
public enum ProgrammeLinks {
    public static let list = Link("programme")
    static let new = Link("programme", "new")

    public static func programme(_ programme: Programme) -> Link { Link("programme", programme.reference) }
    static func programme(_ programme: Programme, _ part: String) -> Link { Link("programme", programme.reference, part) }
    static func export(_ programme: Programme, _ format: String) -> Link { Link("programme", programme.reference, "export", format) }
    static func progressExport(_ programme: Programme, _ format: String) -> Link { Link("programme", programme.reference, "progress", "export", format) }
    static func capacity(_ capacity: OfficerCapacity, of programme: Programme) -> Link { Link("programme", programme.reference, "officers", capacity.id, "edit") }
    static func newCapacity(_ programme: Programme) -> Link { Link("programme", programme.reference, "officers", "new") }
    static func newPlan(_ programme: Programme) -> Link { Link("programme", programme.reference, "plans", "new") }
    static func adoption(_ plan: YearPlan, of programme: Programme) -> Link { Link("programme", programme.reference, "plans", "\(plan.number)", "adoption") }
    static func month(_ month: Day, of programme: Programme) -> Link { Link("programme", programme.reference, "months", String(month.iso.prefix(7))) }

    /// One plan of a programme; the latest where that is nil.
    static func plan(_ plan: YearPlan?, of programme: Programme, _ part: String? = nil) -> Link {
        (part.map { self.programme(programme, $0) } ?? self.programme(programme)).adding("plan", plan.map { "\($0.number)" })
    }
}
