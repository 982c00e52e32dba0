public import Kernel
import People
public import Storage

extension Papers {
    /// A paper with everything that was left out proposed from what is on record: the board that had the last paper or the
    /// first that meets, its next meeting and the one after, and the days since the last paper that a board was given.
    ///
    /// - Throws: `no-board-to-report-to`
    public func proposal(_ new: NewPaper, _ today: Day, _ session: Session) throws -> NewPaper {
        var made = new
        // Whoever names a board leaves out the meetings on purpose.
        let last = try new.covers.first.flatMap { try session.lastPaper(about: $0) }
        let calendar = try sources.boards.all(session)
        if made.board == nil { made.board = last?.board ?? calendar.first { $0.meetings.contains { $0.on >= today } }?.board.subject ?? calendar.first?.board.subject }
        guard let board = made.board else { throw Refusal.noBoard }
        let to = new.to ?? today
        made.to = to
        if made.from == nil {
            let issued = try new.covers.first.flatMap { try session.lastIssued(about: $0) }
            let before = issued.flatMap { $0.to < to && $0.reference != new.reference ? $0.to : nil }
            made.from = before ?? to.adding(months: -3)
        }
        let coming = (calendar.first { $0.board.subject == board }?.meetings ?? []).filter { $0.on >= to }
        if made.meeting == nil, new.board == nil { made.meeting = coming.first?.subject }
        if made.next == nil, new.board == nil {
            let own = coming.first { $0.subject == made.meeting }
            made.next = coming.first { meeting in own.map { meeting.on > $0.on } ?? true }?.on
        }
        made.title = try made.title ?? title(of: new.covers, to: to, session)
        return made
    }

    /// What a paper is called where nobody says otherwise.
    func title(of covers: [Subject], to: Day, _ session: Session) throws -> String {
        let names = try sources.naming.names(of: covers, session)
        return String("\(listed(covers.compactMap { names[$0]?.words })): progress to \(to)".prefix(200))
    }
}
