import Boards
import Enforcement
import Inspections
import Library
import Papers
import People
import Plans
import Quality
import Reviews

/// What the slices have to remind people of, put together here since no slice knows another.
let reminderSources: [ReminderSource] = [Plans.reminders] + remindersBesidesPlans

/// Those of the other slices, which stand beside plans' own at home and on everybody's work list.
let remindersBesidesPlans: [ReminderSource] = [
    Boards.reminders, Reviews.reminders, Library.reminders, Papers.reminders(Boards.calendar),
    AuditRecords.reminders(reactions(with: Enforcement())),
    ProgrammeRecords.reminders, Enforcement.reminders, Quality.reminders, Quality.calibrationReminders,
]
