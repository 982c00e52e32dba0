@testable import App
import Foundation
import Kernel
import People
import Testing

struct ReminderModelTests {
    private let today = Day(2026, 4, 15)!

    private func reminder(_ day: Day?, _ words: String = "1.1. Do it", _ kind: Reminder.Kind = .promise, of: String? = "The plan", time: String? = nil) -> Reminder {
        Reminder(kind, Subject(kind: "action", number: 4), words, of: of, day: day, time: time, at: ["plans", "p", "actions", "1.1"])
    }

    @Test(arguments: [
        (Reminder.Kind.promise, -1, true, true), (.promise, 0, true, false), (.promise, 30, true, false), (.promise, 31, false, false), (.promise, -400, true, true),
        (.meeting, -1, false, false), (.meeting, 0, true, false), (.meeting, 30, true, false), (.meeting, 31, false, false), (.document, -5, true, true),
    ])
    func `what is late presses until it is done, and a meeting until it was`(_ kind: Reminder.Kind, _ days: Int, _ isPressing: Bool, _ isLate: Bool) {
        let one = reminder(today.adding(days: days), "X", kind)
        #expect(one.isPressing(on: today) == isPressing && one.isLate(on: today) == isLate)
    }

    @Test func `what only waits presses always`() {
        #expect(reminder(nil, "X", .asked).isPressing(on: today) && !reminder(nil, "X", .asked).isLate(on: today))
    }

    private func mail(_ reminders: [Reminder], name: String = "R. Okafor", to: String = "r@northshire.example") -> ReminderMail {
        ReminderMail(name: name, to: to, from: "muster@northshire.example", service: "Northshire Fire and Rescue", address: "https://muster.example",
                     reminders: reminders, moment: .inBritain(today, hour: 7))
    }

    @Test func `an e-mail says how much there is, how much of it is late, and where`() throws {
        let one = mail([reminder(today.adding(days: -2), "1.1. Répondre – bientôt"), reminder(nil, "Decide", .asked)])
        #expect(one.subject == "2 things for you, 1 of them late")
        #expect(one.text.contains("DUE\n\n1.1. Répondre – bientôt\n  Was due on 13 April 2026, 2 days ago. The plan\n  https://muster.example/plans/p/actions/1.1"))
        #expect(one.text.range(of: "ASKED OF YOU")!.lowerBound < one.text.range(of: "DUE\n")!.lowerBound)
        let message = try one.message()
        #expect(message.hasPrefix("From: Northshire Fire and Rescue <muster@northshire.example>\nTo: =?utf-8?B?Ui4gT2thZm9y?= <r@northshire.example>\n"))
        #expect(message.contains("\nDate: Wed, 15 Apr 2026 06:00:00 +0000\n") && message.contains("R=C3=A9pondre =E2=80=93 bient=C3=B4t"))
        #expect(message.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 < 0x80 } })
        let again = try (mail([reminder(today)]).message(), mail([reminder(today)]).message())
        #expect(again.0 == again.1)
    }

    @Test(arguments: ["a@b.example\nBcc: c@d.example", "a@b.example\r\n\r\nHello", "<a@b.example>", "a b@c.example", "a@b@c", "@b", "a@", "-oQ/tmp@b.example", "a,c@b.example", "ä@b.example"])
    func `an address that could begin a header, or an option, is refused`(_ address: String) {
        #expect(throws: Refusal.self) { try mail([reminder(today)], to: address).message() }
    }

    @Test(arguments: ["R. Okafor\r\nBcc: c@d.example", "\"; <c@d.example>", String(repeating: "Ω 🚒 ", count: 60), "", "=?utf-8?B?QQ==?="])
    func `a name never begins a header`(_ name: String) throws {
        let lines = try mail([reminder(today)], name: name).message().split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
        let names = lines.filter { !$0.hasPrefix(" ") }.compactMap { $0.split(separator: ":").first }
        #expect(names == ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"])
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
    }

    @Test func `words that somebody typed stay on their line`() {
        #expect(mail([reminder(today, "One\nTo: two\r\n.\r\nthree")]).text.contains("One To: two . three\n"))
        #expect(QuotedPrintable.encoded(".\nFrom here\na=b \nx") == "=2E\n=46rom here\na=3Db=20\nx")
        let long = QuotedPrintable.encoded(String(repeating: "é", count: 100))
        #expect(long.split(separator: "\n").allSatisfy { $0.utf8.count <= 76 })
        #expect(long.replacing("=\n", with: "") == String(repeating: "=C3=A9", count: 100))
    }

    private func calendar(_ reminders: Reminder...) -> String {
        String(decoding: CalendarText(name: "Muster", address: "https://muster.example", items: reminders.map {
            CalendarText.Item(reminder: $0, changed: Moment(iso: "2026-04-01T08:00:00Z")!)
        }).bytes, as: UTF8.self)
    }

    @Test func `a calendar folds its lines, escapes its text and keeps its names`() {
        let text = calendar(reminder(today, "Commas, semicolons; back\\slashes\nand lines – " + String(repeating: "é🚒", count: 40)))
        #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:Due: Commas\\, semicolons\\; back\\\\slashes\\nand lines – " + String(repeating: "é🚒", count: 40) + "\r\n"))
        #expect(text.contains("UID:promise-action-4@muster.example\r\nDTSTAMP:20260401T080000Z\r\n"))
        #expect(text.contains("DTSTART;VALUE=DATE:20260415\r\nTRANSP:TRANSPARENT\r\n"))
        #expect(calendar(reminder(nil, "X", .asked)).contains("VEVENT") == false, "what has no day is in no calendar")
    }

    @Test func `a meeting begins when clocks in Britain say so`() {
        #expect(calendar(reminder(today, "X", .meeting, time: "14:00")).contains("DTSTART:20260415T130000Z\r\nDTEND:20260415T140000Z"))
        #expect(calendar(reminder(Day(2026, 1, 15)!, "X", .meeting, time: "14:00")).contains("DTSTART:20260115T140000Z"))
    }
}
