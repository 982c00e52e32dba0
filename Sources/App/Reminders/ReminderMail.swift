import Foundation
import Kernel
import People

/// One day's reminders as an e-mail: plain text in UTF-8, made the same from the same reminders.
struct ReminderMail {
    let name: String
    let to: String
    let from: String
    let service: String
    /// Where people find the service, for links.
    let address: String
    let reminders: [Reminder]
    let moment: Moment

    private var today: Day { moment.day }

    var subject: String {
        let late = reminders.count { $0.isLate(on: today) }
        let things = counted(reminders.count, "thing")
        return "\(things.capitalisedFirst) for you\(late > 0 ? late == reminders.count ? ", late" : ", \(late) of them late" : "")"
    }

    /// The text, one reminder a paragraph under the heading of its kind.
    var text: String {
        let groups = Dictionary(grouping: reminders, by: \.kind)
        let parts = Reminder.Kind.allCases.compactMap { kind -> String? in
            groups[kind].map { found in
                ([kind.words.uppercased()] + found.map(paragraph)).joined(separator: "\n\n")
            }
        }
        return """
            \(name),

            this is what is due, stale or asked of you on \(today), and what comes in the next \(Reminder.daysAhead) days.

            \(parts.joined(separator: "\n\n"))

            --\u{20}
            \(service)
            All of it: \(address)/reminders
            Whether it comes by e-mail: \(address)/account#reminders

            """
    }

    private func paragraph(_ reminder: Reminder) -> String {
        ([ReminderMail.line(reminder.words), "  \(ReminderMail.line(ReminderWords(reminder, on: today).under))"]
            + ["  \(address)\(ReminderLink(reminder).text)"]).joined(separator: "\n")
    }

    /// The message as it goes to sendmail: lines end with a line feed, and the mailer makes of it what the network wants.
    ///
    /// - Throws: `address-not-sendable` where an address or a name could not stand in a header.
    func message() throws(Refusal) -> String {
        let (to, from) = (try MailHeader.address(to), try MailHeader.address(from))
        let id = "\(moment.milliseconds).\(abs(to.hashOfText))@\(from.split(separator: "@").last ?? "muster")"
        let headers = [
            "From: \(MailHeader.mailbox(service, from))", "To: \(MailHeader.mailbox(name, to))", "Subject: \(MailHeader.words(subject))",
            "Date: \(MailHeader.date(moment))", "Message-ID: <\(id)>", "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
        ]
        return headers.joined(separator: "\n") + "\n\n" + QuotedPrintable.encoded(text)
    }

    /// Words that somebody typed, on one line.
    private static func line(_ words: String) -> String {
        words.split { $0.isNewline || $0.isWhitespace }.joined(separator: " ")
    }
}
