import Kernel
import People
import Storage

extension Reminders {
    /// Somebody's calendar: every day that they have something due on, and the meetings of their boards.
    func calendar(of account: Account, service: String, address: String, _ session: Session, on day: Day) throws -> CalendarText {
        let open = try all(for: Accounts(session).actor(account), session, on: day).filter { $0.day != nil }
        var changed: [Subject: Moment] = [:]
        for entry in try Journal(session).entries(aboutAnyOf: Array(Set(open.map(\.subject)))) {
            changed[entry.subject] = max(entry.moment, changed[entry.subject] ?? entry.moment)
        }
        // What has no entry of its own is as old as time.
        return CalendarText(name: "Muster, \(service)", address: address, items: open.map {
            CalendarText.Item(reminder: $0, changed: changed[$0.subject] ?? Moment(milliseconds: 0))
        })
    }
}
