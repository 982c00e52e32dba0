import Kernel
public import Storage

extension Boards {
    /// Boards and the meetings that were not called off, for slices that know no boards.
    public static let calendar = BoardCalendar { session in
        let meetings = Dictionary(grouping: try session.all(Meeting.self, """
            WHERE NOT EXISTS (SELECT 1 FROM cancellation WHERE cancellation.meeting = meeting.id) ORDER BY held_on, id
            """), by: \.board)
        return try session.boardsByName().map { board in
            let address = ["boards", board.reference.text]
            return (
                BoardCalendar.Board(subject: board.subject, reference: board.reference, name: board.name, address: address),
                (meetings[board.id] ?? []).map { meeting in
                    BoardCalendar.Meeting(
                        subject: meeting.subject, board: board.subject, title: meeting.title, on: meeting.on, address: address + ["meetings", "\(meeting.id)"])
                })
        }
    }
}
