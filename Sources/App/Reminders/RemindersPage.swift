import Kernel
import Markup
import People
import Storage
import Web

/// What is due, stale or asked of somebody on a day; a sentence where there is nothing.
struct RemindersPage: Looking {
    let reminders: [Reminder]
    let on: Day?
    let today: Day
    let csrf: String

    var page: Page {
        Page(title: "Reminders", section: "reminders", body: """
            \(lead("Reminders", under: "What is due, stale or asked of you, and what comes in the next \(Reminder.daysAhead) days.", actions: [
                button("By e-mail and calendar", to: Link("account").at("reminders"), quiet: true),
            ]))\(list)
            """)
    }

    private var list: HTML {
        guard !reminders.isEmpty else {
            return empty(isToday ? "There is nothing. Nobody waits for you, and nothing of yours is late or comes due in the next \(Reminder.daysAhead) days."
                                 : "There was nothing on this day.")
        }
        return ReminderCards(reminders, viewer: self, token: csrf, at: .reminders).html
    }
}

/// On one's own account's page: whether reminders come by e-mail, and the address of one's calendar.
struct OwnRemindersCard {
    let isByMail: Bool
    let feed: CalendarFeed?
    let plan: ReminderPlan
    let csrf: String

    var card: HTML {
        """
        \(Markup.card("Reminders by e-mail", id: "reminders", mail))\(Markup.card("Your calendar", id: "calendar", calendar))
        """
    }

    private var mail: HTML {
        let when = plan.mailer == nil
            ? "This service sends no e-mail yet; an operator sets that up."
            : plan.schedule.map { "Once a day, after \(padded($0.hour, to: 2)):\(padded($0.minute, to: 2)), and only on days on which there is something; what waits to be verified and measures that fell come on Mondays." } ?? "When an operator sends them."
        return """
            <p><a href="\(ReminderPages.link)">Your reminders</a> are what is due, stale or asked of you. \(when)</p>\(form(to: Link("account", "reminders"), token: csrf, """
                \(checkbox("by-mail", "Send me my reminders by e-mail", on: isByMail))\(buttons(submit("Save", quiet: true)))
                """))
            """
    }

    private var calendar: HTML {
        guard let feed else {
            return """
                <p>A calendar program can show what you have due and when your boards meet. It asks for it at a secret address, which is shown once. \
                Whoever has the address reads the calendar.</p>\(postButton("Make the address", to: Link("account", "calendar"), token: csrf))
                """
        }
        return """
            <p>There is an address since \(feed.madeOn).</p>\(disclosure("Revoke it", """
                <p>Every calendar that has it gets nothing more. This can’t be undone; a new address can be made.</p>\
                \(postButton("Revoke the address", to: Link("account", "calendar", "revocation"), token: csrf, danger: true))
                """))
            """
    }
}

/// The secret address, on the one page that shows it.
struct NewCalendarPage {
    let secret: String
    let address: String

    var page: Page {
        Page(title: "The address of your calendar", crumbs: [("Your account", Link("account"))], section: "account", hasDay: false, body: """
            \(lead("The address of your calendar"))\(notice("It is shown once. Copy it now, and give it to your calendar program as a calendar to subscribe to.", .amber))\
            \(card(nil, "\(copyField("Address", "\(address)/calendar/\(secret).ics", id: "address"))\(buttons(button("I have copied it", to: Link("account").at("reminders"))))"))
            """)
    }
}
