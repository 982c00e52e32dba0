public import Kernel
public import Markup

/// Whoever looks at a page, and the day they look at.
public protocol Looking: Sendable {
    /// The day asked for; nil when it is today.
    var on: Day? { get }
    var today: Day { get }
}

extension Looking {
    public var day: Day { on ?? today }
    /// What a page offers to change is offered today, never while looking back.
    public var isToday: Bool { on == nil || on == today }

    /// The same page on the day that is being looked at.
    public func link(_ link: Link) -> Link { isToday ? link : link.adding("on", on?.iso) }
}
