import Kernel
import People
public import Storage

/// What a board decides.
extension Boards {
    /// - Throws: `not-allowed`, `meeting-cancelled`, `meeting-still-to-come`, `fields-need-attention`
    @discardableResult
    public func record(_ new: NewDecision, of meeting: Meeting, of board: Board, _ work: Work) throws -> Decision {
        try BoardPolicy.keeps.check(work.actor)
        try refuseCancelled(meeting, work)
        try meeting.refuseToCome(on: work.today)
        var wrong = new.conditionsAmiss
        if let due = new.conditionsDue, due < meeting.on {
            wrong.append(.init("conditions-due", "The conditions would be due on \(due), before the meeting on \(meeting.on)."))
        }
        if let item = new.item, try work.session.count(AgendaItem.self, "WHERE id = \(item) AND meeting = \(meeting.id) AND taken_off_on IS NULL") == 0 {
            wrong.append(.init("item", "The agenda of this meeting has no such item. Choose one from the list."))
        }
        guard wrong.isEmpty else { throw Refusal.fields(wrong) }
        try naming.refuseUnknown(new.about, field: "about", work.session)
        let decision = try work.add("recorded the decision", in: board.subject) { id in
            Decision(
                id: id, board: board.id, meeting: meeting.id, item: new.item, outcome: new.outcome, words: new.words,
                conditions: new.conditions, conditionsDue: new.conditionsDue, about: new.about)
        }
        try work.save(decision.about, of: decision.id, in: Decision.aboutTable)
        return decision
    }

    /// Takes the force from a decision that was recorded in error. It stays readable, with the reason.
    ///
    /// - Throws: `not-allowed`, `decision-struck-out`
    @discardableResult
    public func strike(_ decision: Decision, of board: Board, because: String, _ work: Work) throws -> Strike {
        try BoardPolicy.keeps.check(work.actor)
        if let struck = try work.session.first(Strike.self, "WHERE decision = \(decision.id)") {
            throw Refusal.conflict("decision-struck-out", "This decision was struck out on \(struck.on).")
        }
        return try work.add("struck out the decision", in: board.subject) { id in
            Strike(id: id, decision: decision.id, on: work.today, because: because, by: work.actor.subject)
        }
    }
}
