import Kernel
public import People
import Storage

extension Boards {
    /// Meetings of the boards that one sits on, what one brings to any meeting, and conditions that come due, for those who sit on
    /// the board that set them and for those who keep boards.
    public static let reminders = ReminderSource { session, day in
        let views = try session.allBoards().map { BoardView($0, on: day) }
        return { reminded in
            guard BoardPolicy.reads.allows(reminded.actor) else { return [] }
            return views.flatMap { reminders($0, reminded) }
        }
    }

    private static func reminders(_ view: BoardView, _ reminded: Reminded) -> [Reminder] {
        let board = view.facts.board
        let sits = view.members.contains { reminded.parties.contains($0.party) }
        let held = view.meetings.filter { $0.cancellation == nil }
        var found = sits ? held.map { meeting in
            Reminder(.meeting, meeting.meeting.subject, meeting.meeting.title, of: board.name, day: meeting.meeting.on,
                     time: meeting.meeting.startsAt?.rawValue, place: meeting.meeting.location, at: address(meeting.meeting, board))
        } : []
        for meeting in held {
            for item in meeting.agenda where item.presenter.map(reminded.parties.contains) ?? false {
                found.append(Reminder(
                    .agenda, item.subject, item.title, of: "\(board.name), \(meeting.meeting.title)", day: meeting.meeting.on,
                    time: meeting.meeting.startsAt?.rawValue, place: meeting.meeting.location, at: address(meeting.meeting, board)))
            }
        }
        guard sits || BoardPolicy.keeps.allows(reminded.actor) else { return found }
        // A condition that was met is told at a meeting and not here, so none is spoken of for ever.
        for one in view.decisions where one.stands {
            guard let due = one.decision.conditionsDue, let conditions = one.decision.conditions,
                  view.day <= due.adding(days: Reminder.daysAhead) else { continue }
            found.append(Reminder(
                .condition, one.decision.subject, String(conditions.split(whereSeparator: \.isNewline).first ?? ""), of: board.name, day: due,
                at: ["boards", board.reference.text, "decisions", "\(one.decision.id)"]))
        }
        return found
    }

    private static func address(_ meeting: Meeting, _ board: Board) -> [String] { ["boards", board.reference.text, "meetings", "\(meeting.id)"] }
}
