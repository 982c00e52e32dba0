import Boards
import Kernel
import Papers
import People
import Storage

/// What each member of a board has before them, and the one verb there is: to say that it was read.
struct BoardRooms: Sendable {
    let tellings: Tellings

    init(_ tellings: Tellings = App.tellings) { self.tellings = tellings }

    func room(of person: ID<Party>, at moment: Moment, _ session: Session) throws -> BoardRoom {
        let (day, look) = (moment.day, try look(of: person, session))
        let seating = try session.boards(seating: Parties(session).actedFor(by: person, on: day), on: day)
        let views = try session.facts(of: seating).map { BoardView($0, on: day) }
        let papers = try papers(of: views, since: look, on: day, session)
        let decisions = try decisions(of: views, since: look, session)
        let meetings = views.flatMap { view in
            view.coming.filter { $0.cancellation == nil }.map { item in
                BoardRoom.Meeting(board: view.facts.board, view: item, papers: papers.filter { $0.line.paper.meeting == item.meeting.subject })
            }
        }.stablySorted { $0.view.meeting.on.number }
        let since = look.map { min($0.at.day, day) } ?? day.adding(months: -1)
        return BoardRoom(
            person: person, boards: views, meetings: meetings, papers: papers, decisions: decisions, look: look, since: since,
            changes: try changes(to: plans(views, papers), look, since: since, day, session), at: moment, entries: try Journal(session).mark().size)
    }

    /// - Throws: `not-allowed`, `fields-need-attention`
    @discardableResult
    func look(_ new: NewLook, by person: ID<Party>, _ work: Work) throws -> LastLook {
        try BoardRoomPolicy.looks(person).check(work.actor)
        let size = try Journal(work.session).mark().size
        let (at, entries) = (new.at ?? work.moment, new.entries ?? size)
        guard at <= work.moment else { throw Refusal.fields([.init("at", "\(at.iso) is still to come, so nothing of then was read.")]) }
        guard (0...size).contains(entries) else { throw Refusal.fields([.init("entries", "The journal has \(size) entries, so \(entries) can’t have been read.")]) }
        let (verb, scope) = ("read what changed for their boards", Party.subject(person))
        guard var held = try look(of: person, work.session) else {
            return try work.add(verb, in: scope) { LastLook(id: $0, version: 1, person: person, at: at, entries: entries) }
        }
        // A page that was open since before the last look moves nothing back.
        guard at > held.at, entries >= held.entries else { return held }
        (held.at, held.entries) = (at, entries)
        return try work.change(verb, held, in: scope)
    }

    private func look(of person: ID<Party>, _ session: Session) throws -> LastLook? {
        try session.first(LastLook.self, "WHERE person = \(person)")
    }

    // MARK: What is before them

    private func papers(of views: [BoardView], since look: LastLook?, on day: Day, _ session: Session) throws -> [BoardRoom.Paper] {
        let boards = Dictionary(uniqueKeysWithValues: views.map { ($0.facts.board.subject, $0.facts.board) })
        return try session.papers(concerningAnyOf: Array(boards.keys)).compactMap { line in
            boards[line.paper.board].map { board in
                BoardRoom.Paper(line: line, board: board, isNew: look.map { look in line.issued.map { $0 > look.at } ?? false } ?? false)
            }
        }
    }

    private func decisions(of views: [BoardView], since look: LastLook?, _ session: Session) throws -> [BoardRoom.Decided] {
        let standing = views.flatMap { view in view.decisions.filter(\.stands).map { (view.facts.board, $0) } }
        let known = try look.map { look in
            Set(try Journal(session).entries(aboutAnyOf: standing.map(\.1.decision.subject)).filter { $0.sequence <= look.entries }.map(\.subject))
        }
        return standing.map { board, view in BoardRoom.Decided(board: board, view: view, isNew: known.map { !$0.contains(view.decision.subject) } ?? false) }
            .stablySorted { -$0.view.meeting.on.number }
    }

    /// What can tell of itself and was before the boards: in a paper, on an agenda, in a decision.
    private func plans(_ views: [BoardView], _ papers: [BoardRoom.Paper]) -> [Subject] {
        let spoken = papers.flatMap(\.line.paper.covers) + views.flatMap(\.meetings).flatMap { $0.agenda.flatMap(\.about) + $0.decisions.flatMap(\.decision.about) }
        return Set(spoken).filter { tellings.known.contains($0.kind) }.sorted()
    }

    private func changes(to subjects: [Subject], _ look: LastLook?, since: Day, _ day: Day, _ session: Session) throws -> [BoardRoom.Change] {
        try subjects.compactMap { subject in
            guard let teller = try tellings.teller(of: subject, session) else { return nil }
            return BoardRoom.Change(
                telling: try teller.telling(TellingQuery(from: since, to: day)), learned: try look.map { try teller.differences(on: since, asKnownAt: $0.entries) } ?? [])
        }
    }
}
