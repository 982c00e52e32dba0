import Kernel
public import Markup
import Web

/// Every address that the enforcement policy and its figures have.
public enum PolicyLinks {
    public static let dashboard = Link("enforcement", "dashboard")
    public static let timeliness = Link("enforcement", "timeliness")
    public static let policies = Link("enforcement", "policy")
    static let activity = Link("enforcement", "activity")
    static let newActivity = Link("enforcement", "activity", "new")
    static let newPolicy = Link("enforcement", "policy", "new")

    /// The way to the pages below the figures.
    static func crumbs(_ viewer: PolicyViewer) -> [(String, Link)] { viewer.crumbs + [("Figures", viewer.link(dashboard))] }
    static func notice(_ reference: String) -> Link { Link("enforcement", "notices", reference) }
    static func dashboard(by span: ActivitySpan) -> Link { dashboard.adding("by", span == .year ? nil : span.rawValue) }
    static func activityExport(_ format: String, by span: ActivitySpan) -> Link { Link("enforcement", "dashboard", "export", format).adding("by", span.rawValue) }
    static func timelinessExport(_ format: String) -> Link { Link("enforcement", "timeliness", "export", format) }
    static func stated(_ stated: StatedActivity) -> Link { Link("enforcement", "activity", stated.id, "edit") }
    public static func policy(_ policy: EnforcementPolicy) -> Link { Link("enforcement", "policy", policy.id) }
    static func policy(_ policy: EnforcementPolicy, _ part: String) -> Link { Link("enforcement", "policy", policy.id, part) }
    static func newObjective(_ policy: EnforcementPolicy) -> Link { Link("enforcement", "policy", policy.id, "objectives", "new") }
    static func objective(_ objective: EnforcementObjective, _ part: String) -> Link {
        Link("enforcement", "policy", objective.policy, "objectives", objective.id, part)
    }
}
