import Enforcement
import Kernel
import Register
import Storage

extension RegisterProofs {
    /// From the service's own journal: the lines of what happened to a notice, as far as the public may know of it.
    static func records(of desk: Desk) -> RegisterProofs {
        .journal(of: desk) { [clock = desk.clock] reference, session in
            guard let notice = try session.first(Notice.self, "WHERE reference_key = \(reference.lowercased())") else { return [] }
            let facts = try session.facts(of: notice)
            guard let entered = PublishedParticulars(NoticeView(facts, on: clock.today))?.entered else { return [] }
            let events = facts.counting.filter(\.changesTheEntry)
            let newest = try Journal(session).entries(aboutAnyOf: events.map(\.subject)).reduce(into: [Subject: Int64]()) { $0[$1.subject] = $1.sequence }
            let changes = facts.entryChanges(after: entered)
            return events.compactMap { event in newest[event.subject].map { (edition: 1 + changes.count { $0 <= event.told }, sequence: $0) } }
        }
    }
}
