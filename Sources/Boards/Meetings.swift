import Kernel
import People
public import Storage

/// When a board meets.
extension Boards {
    /// Puts a meeting in the calendar. One that has been may be called as well, where records are brought up to date.
    ///
    /// - Throws: `not-allowed`, `board-not-there-then`
    @discardableResult
    public func call(_ new: NewMeeting, of board: Board, _ work: Work) throws -> Meeting {
        try BoardPolicy.keeps.check(work.actor)
        try board.refuseUnlessThere(on: new.on, field: "on")
        return try work.add("called the meeting", in: board.subject) { id in
            Meeting(id: id, board: board.id, on: new.on, title: new.title, location: new.location, startsAt: new.startsAt,
                    calledOn: min(work.today, new.on))
        }
    }

    /// - Parameter version: the version that was read, when the change was thought out on a page.
    /// - Throws: `not-allowed`, `board-not-there-then`, `meeting-cancelled`, `meeting-has-decisions`, `changed-meanwhile`
    @discardableResult
    public func edit(_ meeting: Meeting, of board: Board, _ new: NewMeeting, version: Int? = nil, _ work: Work) throws -> Meeting {
        try BoardPolicy.keeps.check(work.actor)
        try refuseCancelled(meeting, work)
        if new.on != meeting.on { try refuseDecided(meeting, "moved to another day", work) }
        try board.refuseUnlessThere(on: new.on, field: "on")
        var changed = Meeting(
            id: meeting.id, board: meeting.board, on: new.on, title: new.title, location: new.location, startsAt: new.startsAt,
            calledOn: min(meeting.calledOn, new.on))
        changed.version = version ?? meeting.version
        return try work.change("edited the meeting", changed, in: board.subject)
    }

    /// - Throws: `not-allowed`, `meeting-cancelled`, `meeting-has-decisions`
    @discardableResult
    public func cancel(_ meeting: Meeting, of board: Board, because: String, _ work: Work) throws -> Cancellation {
        try BoardPolicy.keeps.check(work.actor)
        try refuseCancelled(meeting, work)
        try refuseDecided(meeting, "called off", work)
        return try work.add("called off the meeting", in: board.subject) { id in
            Cancellation(id: id, meeting: meeting.id, on: work.today, because: because, by: work.actor.subject)
        }
    }

    func refuseCancelled(_ meeting: Meeting, _ work: Work) throws {
        if let gone = try work.session.first(Cancellation.self, "WHERE meeting = \(meeting.id)") {
            throw Refusal.conflict("meeting-cancelled", "\(meeting.title) was called off on \(gone.on). Call another meeting instead.")
        }
    }

    private func refuseDecided(_ meeting: Meeting, _ what: String, _ work: Work) throws {
        let standing = try work.session.count(
            Decision.self, "WHERE meeting = \(meeting.id) AND NOT EXISTS (SELECT 1 FROM strike WHERE strike.decision = decision.id)")
        guard standing == 0 else {
            throw Refusal.conflict("meeting-has-decisions", "\(meeting.title) took \(counted(standing, "decision")), so it can't be \(what).")
        }
    }
}
