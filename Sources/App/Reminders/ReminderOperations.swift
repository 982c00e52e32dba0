import Kernel
import Markup
import People
import Storage
import Web

/// A reminder as JSON tells it.
struct ReminderPayload: Encodable, Sendable {
    static let schema = Schema.object("Reminder", [
        "kind": .choice(Reminder.Kind.self), "subject": Schema.text.meaning("As the journal names it: action/4."), "words": .text, "of": .text.optional,
        "day": .day.optional, "time": Schema.text.optional.meaning("As 14:00, by a clock in Britain."), "place": .text.optional,
        "because": Schema.text.optional.meaning("Who asks and for which reason, or how the thing stands."), "late": .flag, "page": .link,
    ])

    let kind: Reminder.Kind
    let subject: String
    let words: String
    let of: String?
    let day: Day?
    let time: String?
    let place: String?
    let because: String?
    let late: Bool
    let page: String

    init(_ reminder: Reminder, on today: Day) {
        (kind, subject, words, of) = (reminder.kind, reminder.subject.description, reminder.words, reminder.of)
        (day, time, place, because, late) = (reminder.day, reminder.time, reminder.place, reminder.because, reminder.isLate(on: today))
        page = ReminderLink(reminder).text
    }
}

/// Whether reminders come by e-mail.
struct ReminderChoicePayload: Encodable {
    static let schema = Schema.object("ReminderChoice", ["byMail": .flag, "calendarSince": Schema.day.optional.meaning("The day on which the address of the calendar was made.")])

    let byMail: Bool
    let calendarSince: Day?
}

/// What programs can do with the reminders of the person they act as. The address of a calendar is made by people alone.
struct ReminderOperations: Sendable {
    let reminders = Reminders()

    var all: [Operation] {
        [
            .listing("listReminders", "reminders", "What is due, stale or asked of the token's person on a day", .scope(.remindersRead), takes: [.day], of: ReminderPayload.schema) { call, session in
                let found = try reminders.pressing(for: call.actor, session, on: call.day)
                return try call.page(found, by: { "\($0.kind.rawValue) \($0.subject)" }) { ReminderPayload($0, on: call.day) }
            },
            .reading("showReminderChoice", "reminders/choice", "Whether the person's reminders come by e-mail, and since when there is a calendar", .scope(.remindersRead),
                     gives: ReminderChoicePayload.schema) { call, session in
                try shown(account(of: call.actor, session), session)
            },
            .adding("chooseReminders", "reminders/choice", "Choose whether the person's reminders come by e-mail", .scope(.remindersWrite),
                    from: Schema.input("NewReminderChoice", ["byMail": .flag]), gives: ReminderChoicePayload.schema) { call, work in
                let byMail = call.fields.isOn("by-mail") && call.fields.written("by-mail") != "false"
                let account = try account(of: call.actor, work.session)
                try reminders.choose(byMail: byMail, for: account, work)
                return try shown(account, work.session).added()
            },
        ]
    }

    private func account(of actor: Actor, _ session: Session) throws -> Account {
        guard let account = try actor.person.flatMap({ try Accounts(session).find(person: ID($0)) }) else {
            throw Refusal.missing("account-not-found", "Reminders are a person’s own, and nobody’s account is behind this.")
        }
        return account
    }

    private func shown(_ account: Account, _ session: Session) throws -> Reply {
        try .showing(ReminderChoicePayload(byMail: reminders.isByMail(account.id, session), calendarSince: reminders.feed(of: account.id, session)?.madeOn))
    }
}

extension Reminders {
    static let scopes = [
        OfferedScope(.remindersRead, "Read your reminders"), OfferedScope(.remindersWrite, "Choose whether your reminders come by e-mail"),
    ]

    static let problems = [
        ExplainedProblem("calendar-not-there", .missing, "No such calendar", "The address was revoked, or cut short, or was never one.", do: "Make a new address on your account’s page."),
        ExplainedProblem("calendar-already-there", .conflict, "An address already", "A person’s calendar has one address at a time.", do: "Revoke the one there is; every calendar that has it then stops."),
        ExplainedProblem("mail-not-set-up", .invalid, "No e-mail is set up", "The address that reminders come from was not set.", do: "Set mail.from, and mail.command where the mailer is not /usr/sbin/sendmail."),
        ExplainedProblem("mail-not-sent", .unavailable, "Not sent", "The mailer of the machine refused the message or could not be run.", do: "Read what it said, and look at its own log."),
        ExplainedProblem("address-not-sendable", .invalid, "No address for a header", "The address can’t be written in the header of an e-mail.", do: "Put the account’s e-mail right."),
    ]
}

extension Scope {
    static let remindersRead = Scope("reminders:read")
    static let remindersWrite = Scope("reminders:write")
}
