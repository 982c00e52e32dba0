public import Kernel
public import Storage

extension Session {
    /// What entries of the public register may hold of every notice that was served by a day, with where each entry stands, each together with what it
    /// held before, the newest first, as far as that may still be read: after an objection about a trade secret no full entry from before its end is among
    /// them (section 4). It takes as many queries as one notice does.
    public func publishedEditions(on day: Day) throws -> [[PublishedParticulars]] {
        try allNotices().compactMap { facts in
            let view = NoticeView(facts, on: day)
            guard let now = PublishedParticulars(view) else { return nil }
            // While one of several objections is open, there is no end of them.
            let wasObjected = view.clock?.history.objections.isEmpty == false
            let resolved = view.hasOpenObjection ? nil : view.events.filter { $0.kind == .resolved }.map(\.told).max()
            var (editions, last) = ([now], now)
            while last.edition > 1, let eve = last.changed?.adding(days: -1),
                  let before = PublishedParticulars(NoticeView(facts.known(by: eve), on: eve)), before.edition < last.edition {
                last = before
                let isAfter = resolved.flatMap { end in (before.changed ?? before.entered).map { end <= $0 } } ?? false
                if !wasObjected || before.register == .interim || isAfter { editions.append(before) }
            }
            return editions
        }
    }
}
