import Kernel
@testable import Papers
import People
import Storage
import TestSupport
import Testing

/// A small service on a real database: somebody who writes papers, an approver, a reader, two boards, and a team that tells of
/// itself by how many persons are on record, so that a test moves the records by adding one.
struct PaperWorld: Sendable {
    let desk: Desk
    let clock: MovingClock
    let author: Actor
    let approver: Actor
    let reader: Actor
    let team: Party
    let papers: Papers

    static let board = Subject(kind: "board", number: 1)
    static let other = Subject(kind: "board", number: 2)
    static let meetings = [(1, Day(2026, 5, 12)!), (2, Day(2026, 6, 9)!)]

    static let naming = Naming([NamedKind(Party.self, "People") { Name($0.name, at: ["people", "\($0.id)"]) }])

    static let calendar = BoardCalendar { _ in
        [(BoardCalendar.Board(subject: board, reference: Reference(checking: "audit")!, name: "Audit Committee", address: ["boards", "audit"]),
          meetings.map { BoardCalendar.Meeting(subject: Subject(kind: "meeting", number: Int64($0.0)), board: board, title: "Meeting \($0.0)", on: $0.1, address: []) }),
         (BoardCalendar.Board(subject: other, reference: Reference(checking: "other")!, name: "Other Board", address: ["boards", "other"]), [])]
    }

    static let tellings = Tellings([
        TellingKind(Party.self) { session, id in
            guard let party = try session.find(id) else { return nil }
            let persons = try session.count(Party.self, "WHERE kind = 'person'")
            return Teller { telling(party, persons: persons, $0) } compare: { _, _ in [] }
        },
    ])

    static func telling(_ party: Party, persons: Int, _ query: TellingQuery) -> Telling {
        let place = Telling.Place(["people"], on: query.to)
        return Telling(
            subject: party.subject, title: party.name, address: place, from: query.from, to: query.to, next: query.next, isUnchanged: false,
            passages: [
                .init(.background, [.init("\(party.name) keeps the list.")]),
                .init(.summary, [.init("On \(query.to) there were \(persons) persons.", behind: [party.subject], cites: [.init("\(persons) persons", place)])]),
                .init(.left, [.init("1.1 Count again: due soon.", isPoint: true)]),
            ],
            counts: [
                .init(persons, "person", [], "\(counted(persons, "person")) were on record on \(query.to)", at: place),
                .init(1, "action", ["late"], "1 action was late", at: place),
            ],
            mentions: [
                .init(Subject(kind: "milestone", number: 1), "milestone", .happened, "First webinar held", on: query.to, at: place),
                .init(Subject(kind: "milestone", number: 2), "milestone", .happened, "Second webinar held", on: query.to, at: place),
                .init(Subject(kind: "milestone", number: 3), "milestone", .happened, "Third webinar held", on: query.to, at: place),
                .init(Subject(kind: "milestone", number: 4), "milestone", .open, "Fourth webinar held", at: place),
                .init(Subject(kind: "progress_update", number: 9), "update", .said, "We have trained 33 delegates. Seven of 24 officers passed.", on: query.to, at: place),
            ],
            questions: [.init("It is late", "Why is it late?", answers: [], at: place)])
    }

    static func with(_ engine: Engine, _ body: (PaperWorld) async throws -> Void) async throws {
        try await TestStore.with(engine, People.migrations + Papers.migrations) { store in
            let clock = MovingClock(.inBritain(Day(2026, 4, 15)!, hour: 10))
            let desk = Desk(store, clock: clock.clock)
            let (ids, team) = try await desk.write(by: .operator) { work in
                (try ["R. Okafor", "S. Marchetti", "P. Lindqvist"].map { try People().findOrAdd(name: $0, work).id.number }, try People().add(NewParty(kind: .team, name: "Data Team"), work))
            }
            try await body(PaperWorld(
                desk: desk, clock: clock, author: Actor(person: ids[0], name: "R. Okafor", roles: [.reader, .manager, .approver]),
                approver: Actor(person: ids[1], name: "S. Marchetti", roles: [.reader, .approver]), reader: Actor(person: ids[2], name: "P. Lindqvist", roles: [.reader]), team: team,
                papers: Papers(sources: PaperSources(naming: naming, tellings: tellings, boards: calendar))))
        }
    }

    @discardableResult
    func write<T: Sendable>(by actor: Actor? = nil, _ body: @escaping @Sendable (Papers, Work) throws -> T) async throws -> T {
        try await desk.write(by: actor ?? author) { [papers] work in try body(papers, work) }
    }

    func code(by actor: Actor? = nil, _ body: @escaping @Sendable (Papers, Work) throws -> Void) async throws -> String? {
        do { try await write(by: actor, body); return nil } catch let refusal as Refusal { return refusal.code }
    }

    func paper() async throws -> Paper {
        let covers = [team.subject]
        return try await write { try $0.begin(NewPaper(title: "Progress", covers: covers, from: Day(2026, 3, 31), to: Day(2026, 4, 15)), $1) }
    }

    func facts(_ paper: Paper) async throws -> PaperFacts { try await desk.read { try $0.facts(of: $0.paper(paper.reference.text)) } }

    /// The records move.
    func addPerson() async throws {
        try await desk.write(by: .operator) { work in
            try People().add(NewParty(kind: .person, name: "A. Walker \(work.session.count(Party.self))"), work)
        }
    }

    func issue(_ paper: Paper, by actor: Actor? = nil, seen: Bool = true) async throws -> PaperIssue {
        let actor = actor ?? approver
        let prepared = try await papers.prepare(paper.reference.text, base: "https://muster.example", by: actor, on: desk)
        return try await write(by: actor) { try $0.issue($1.session.paper(paper.reference.text), prepared, seen: seen, $1) }
    }
}
