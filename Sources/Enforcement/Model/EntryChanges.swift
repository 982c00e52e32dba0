public import Kernel

extension NoticeEvent {
    /// Whether an entry of the register rests on it, so that one that is made already says something else because of it.
    public var changesTheEntry: Bool {
        switch kind {
        case .served, .extended, .disposed, .objected, .resolved, .amended, .withdrawn: true
        case .inspected: satisfied == true
        case .consulted, .approved, .returned, .abandoned, .appealed, .directed: false
        }
    }

    /// The day from which the register could tell it: the later of its own and of that on which it was recorded.
    public var told: Day { max(on, recorded) }
}

extension NoticeFacts {
    /// The days after its entry was made on which what the entry says became something else. What was struck out since is among them, so that the
    /// number of an edition is never given again.
    public func entryChanges(after entered: Day) -> Set<Day> { Set(events.filter(\.changesTheEntry).map(\.told).filter { entered < $0 }) }

    /// The same without what was recorded after a day.
    func known(by day: Day) -> NoticeFacts {
        var known = self
        known.events = events.filter { $0.recorded <= day }
        known.particulars = particulars.filter { $0.recorded <= day }
        return known
    }
}
