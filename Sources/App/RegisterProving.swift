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
            let events = facts.counting.filter(\.isForThePublic)
            let newest = try Journal(session).entries(aboutAnyOf: events.map(\.subject)).reduce(into: [Subject: Int64]()) { $0[$1.subject] = $1.sequence }
            let changes = Set(events.filter { $0.kind.changesTheEntry && $0.on > entered }.map(\.on))
            return events.compactMap { event in
                newest[event.subject].map { (edition: 1 + (event.kind.changesTheEntry ? changes.count { $0 <= event.on } : 0), sequence: $0) }
            }
        }
    }
}

extension NoticeEvent {
    /// Whether an entry of the register rests on it.
    fileprivate var isForThePublic: Bool { kind == .inspected ? satisfied == true : [.served, .disposed].contains(kind) || kind.changesTheEntry }
}

extension NoticeEvent.Kind {
    /// Whether an entry that stands in the register has another edition because of it.
    fileprivate var changesTheEntry: Bool { [.amended, .inspected, .withdrawn, .objected, .resolved].contains(self) }
}
