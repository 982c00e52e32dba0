import Boards
import Library
import People
import Plans
import Reviews

/// What the slices have to remind people of, put together here since no slice knows another.
let reminderSources: [ReminderSource] = [Plans.reminders, Boards.reminders, Reviews.reminders, Library.reminders]
