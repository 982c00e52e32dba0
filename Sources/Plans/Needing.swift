import Kernel
import People
public import Storage

/// What actions cost and who is needed for them.
extension Plans {
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `fields-need-attention`
    @discardableResult
    public func add(_ new: NewNeed, to action: Action, of plan: Plan, _ work: Work) throws -> Need {
        try mayReport(on: action, work)
        try new.refuseNothing()
        return try work.add("said what the action needs", in: plan.subject) { id in
            new.made(of: action, by: work.actor.subject, id: id, today: work.today)
        }
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `action-withdrawn`, `finding-withdrawn`, `need-ended-already`, `fields-need-attention`,
    ///   `changed-meanwhile`
    @discardableResult
    public func edit(_ need: Need, for action: Action, of plan: Plan, _ new: NewNeed, version: Int? = nil, _ work: Work) throws -> Need {
        try mayReport(on: action, work)
        try need.refuseEnded()
        try new.refuseNothing()
        var changed = new.changing(need)
        changed.version = version ?? need.version
        return try work.change("changed what the action needs", changed, in: plan.subject)
    }

    /// It is needed no more, from today. An action that is out of its plan may still need less.
    ///
    /// - Throws: `not-allowed`, `need-ended-already`
    @discardableResult
    public func end(_ need: Need, for action: Action, of plan: Plan, _ work: Work) throws -> Need {
        try checkReporting(on: action, work)
        return try work.change("said that the action needs something no more", try need.ending(by: work.actor.subject, today: work.today), in: plan.subject)
    }
}
