import Foundation
import Kernel
import People

/// A calendar as RFC 5545 writes it: lines of at most 75 bytes that end with CRLF, text with its commas, semicolons and line ends escaped.
///
/// The same reminders make the same bytes, as no line holds the time of asking.
struct CalendarText {
    struct Item: Sendable {
        let reminder: Reminder
        /// When what it is about was last changed, by the journal.
        let changed: Moment
    }

    let name: String
    let address: String
    let items: [Item]

    var bytes: [UInt8] {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Muster//Reminders//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:\(CalendarText.escaped(name))", "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        ]
        return Array((head + items.flatMap(event) + ["END:VCALENDAR"]).map { CalendarText.folded($0) + "\r\n" }.joined().utf8)
    }

    private func event(_ item: Item) -> [String] {
        let reminder = item.reminder
        guard let day = reminder.day else { return [] }
        let host = address.split(separator: "/").dropFirst().first.map(String.init) ?? "muster"
        let stamp = CalendarText.instant(item.changed)
        var lines = [
            "BEGIN:VEVENT", "UID:\(reminder.kind.rawValue)-\(reminder.subject.kind)-\(reminder.subject.number)@\(host)",
            "DTSTAMP:\(stamp)", "LAST-MODIFIED:\(stamp)",
        ]
        if let begins = begins(reminder, day) {
            // How long it lasts is not on record, so an hour is shown.
            lines += ["DTSTART:\(CalendarText.instant(begins))", "DTEND:\(CalendarText.instant(begins.adding(seconds: 3600)))"]
        } else {
            // Without an end it lasts that day (RFC 5545, section 3.6.1).
            lines += ["DTSTART;VALUE=DATE:\(CalendarText.date(day))", "TRANSP:TRANSPARENT"]
        }
        let title = reminder.kind.isAppointment ? reminder.words : "\(reminder.kind == .promise ? "Due" : reminder.kind.words): \(reminder.words)"
        lines.append("SUMMARY:\(CalendarText.escaped(title))")
        if let of = reminder.of { lines.append("DESCRIPTION:\(CalendarText.escaped(of))") }
        if let place = reminder.place { lines.append("LOCATION:\(CalendarText.escaped(place))") }
        return lines + ["URL:\(address)\(ReminderLink(reminder).text)", "END:VEVENT"]
    }

    private func begins(_ reminder: Reminder, _ day: Day) -> Moment? {
        guard let parts = reminder.time?.split(separator: ":").map({ Int($0) }), parts.count == 2, let hour = parts[0], let minute = parts[1] else { return nil }
        return .inBritain(day, hour: hour, minute: minute)
    }

    /// `20261127`
    static func date(_ day: Day) -> String { day.iso.replacing("-", with: "") }

    /// `20261127T070000Z`
    static func instant(_ moment: Moment) -> String { String(moment.iso.prefix(19)).replacing("-", with: "").replacing(":", with: "") + "Z" }

    static func escaped(_ text: String) -> String {
        var written = ""
        for character in text {
            switch character {
            case "\\": written += "\\\\"
            case ";": written += "\\;"
            case ",": written += "\\,"
            case let other where other.isNewline: written += "\\n"
            // What else is no text would be no calendar either.
            case let other where other.unicodeScalars.allSatisfy({ $0.value < 0x20 || $0.value == 0x7F }): written += " "
            default: written.append(character)
            }
        }
        return written
    }

    /// Lines of at most 75 bytes, none of which parts a character.
    static func folded(_ line: String) -> String {
        var (lines, written, size) = ([String](), "", 0)
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if size + width > 75 {
                lines.append(written)
                (written, size) = (" ", 1)
            }
            written.unicodeScalars.append(scalar)
            size += width
        }
        return (lines + [written]).joined(separator: "\r\n")
    }
}
