import Kernel
import Storage

/// A part of a plan's history, and how each record that it speaks of stood before.
struct HistoryStretch {
    /// Oldest first.
    let entries: [Entry]
    /// The last entry before these about each record, where there is one.
    let earlier: [Subject: Entry]
    /// Where older entries go on; nil where there are none.
    let older: Int64?

    /// - Parameters:
    ///   - sequence: the entry before which it ends; nil for the newest.
    ///   - limit: the most entries.
    init(of plan: Plan, before sequence: Int64?, limit: Int = 500, _ session: Session) throws {
        let journal = Journal(session)
        let found = try journal.entries(within: plan.subject, before: sequence, limit: limit + 1)
        let newest = found.prefix(limit)
        entries = newest.reversed()
        older = found.count > limit ? newest.last?.sequence : nil
        guard let older else {
            earlier = [:]
            return
        }
        let subjects = Set(entries.map(\.subject)).sorted()
        let before = try journal.entries(aboutAnyOf: subjects).filter { $0.sequence < older }
        earlier = Dictionary(before.map { ($0.subject, $0) }) { _, later in later }
    }
}
