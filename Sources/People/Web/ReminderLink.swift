public import Markup

/// Where a reminder is dealt with.
public struct ReminderLink {
    public let link: Link

    public init(_ reminder: Reminder) {
        let page = Link(parts: reminder.address)
        link = reminder.part.map(page.at) ?? page
    }

    public var text: String { link.text }
}
