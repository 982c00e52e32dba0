import Markup
import People

/// Where a reminder is dealt with.
struct ReminderLink {
    let link: Link

    init(_ reminder: Reminder) { link = Link(parts: reminder.address) }

    var text: String { link.text }
}
