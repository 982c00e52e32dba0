public import Kernel
import People
public import Storage

/// What a meeting is to deal with. An agenda is settled with its first decision, and when the day of the meeting is over.
extension Boards {
    /// One step towards the front, or away from it. The first stays first.
    public enum Step: String, CaseIterable, Sendable {
        case up, down

        /// - Throws: `no-such-way-to-move`
        public init(writing fields: Fields) throws(Refusal) {
            guard let step = Step(rawValue: fields.written("step")) else {
                throw .invalid("no-such-way-to-move", "An agenda item moves up or down.")
            }
            self = step
        }
    }

    /// Puts an item after those there are.
    ///
    /// - Throws: `not-allowed`, `meeting-cancelled`, `agenda-settled`, `fields-need-attention`
    @discardableResult
    public func add(_ new: NewAgendaItem, to meeting: Meeting, of board: Board, _ work: Work) throws -> AgendaItem {
        try checkOpen(meeting, work)
        let presenter = try new.presenter.map { try party(named: $0, field: "presenter", work).id }
        try naming.refuseUnknown(new.about, field: "about", work.session)
        let place = try work.session.value("SELECT COALESCE(MAX(place), 0) + 1 FROM agenda_item WHERE meeting = \(meeting.id)", as: Int.self) ?? 1
        let item = try work.add("added the agenda item", in: board.subject) { id in
            AgendaItem(id: id, meeting: meeting.id, title: new.title, presenter: presenter, about: new.about, place: place, since: work.today)
        }
        try work.save(item.about, of: item.id, in: AgendaItem.aboutTable)
        return item
    }

    /// Moves an item past its neighbour, as a page shows them: what was taken off keeps its place between.
    ///
    /// - Throws: `not-allowed`, `meeting-cancelled`, `agenda-settled`, `agenda-item-off`
    public func move(_ item: AgendaItem, _ step: Step, on meeting: Meeting, of board: Board, _ work: Work) throws {
        try checkOpen(meeting, work)
        try refuseOff(item)
        let line = try work.session.agenda(of: meeting)
        guard let at = line.firstIndex(where: { $0.id == item.id }) else { return }
        let other = step == .up ? at - 1 : at + 1
        guard line.indices.contains(other) else { return }
        for (moved, place) in [(line[at], line[other].place), (line[other], line[at].place)] {
            var moved = moved
            moved.place = place
            try work.change("reordered the agenda item", moved, in: board.subject)
        }
    }

    /// Takes an item off the agenda from today. Earlier days still show it.
    ///
    /// - Throws: `not-allowed`, `meeting-cancelled`, `agenda-settled`, `agenda-item-off`
    @discardableResult
    public func remove(_ item: AgendaItem, from meeting: Meeting, of board: Board, _ work: Work) throws -> AgendaItem {
        try checkOpen(meeting, work)
        try refuseOff(item)
        var removed = item
        removed.takenOffOn = work.today
        return try work.change("took off the agenda item", removed, in: board.subject)
    }

    private func checkOpen(_ meeting: Meeting, _ work: Work) throws {
        try BoardPolicy.keeps.check(work.actor)
        try refuseCancelled(meeting, work)
        let hasDecided = try work.session.first(Decision.self, "WHERE meeting = \(meeting.id)") != nil
        try meeting.refuseSettled(on: work.today, hasDecided: hasDecided)
    }

    private func refuseOff(_ item: AgendaItem) throws(Refusal) {
        if let day = item.takenOffOn { throw .conflict("agenda-item-off", "“\(item.title)” was taken off the agenda on \(day).") }
    }
}
