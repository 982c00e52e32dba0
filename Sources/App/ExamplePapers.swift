import Boards
import Foundation
import Kernel
import Papers
import People
import Plans
import Storage

/// Five papers that went to the leadership team of the fictional service, month by month, two that went to its Performance Board, a closure
/// report among them, what was decided about each, and one that is being written: it claims a webinar too many, and the records have moved
/// since a part of it was written.
struct ExamplePapers {
    let manager: Actor
    /// The address of the service, which stands in what is issued.
    let address: String

    private struct Story: Decodable {
        struct Month: Decodable, Sendable {
            let to: Day
            let meeting: Day
            let next: Day
            let title: String
            /// The leadership team where none is named.
            let board: String?
            let from: Day?
            let covers: [String]?
            let decision: Decided
            /// The author's words, by the beginning of a heading.
            let words: [String: String]
        }

        struct Decided: Decodable, Sendable {
            let outcome: Decision.Outcome
            let words: String
            let conditions: String?
            let due: Day?
        }

        let papers: [Month]
        let closure: Closure

        struct Closure: Decodable, Sendable {
            let plan: String
            let reference: String
            let title: String
            let from: Day
            let to: Day
            let board: String
            let meeting: Day
            let issued: Day
            let words: [String: String]
        }
    }

    func deeds() throws -> [ExampleDeed] {
        let story = try ExampleDeed.read(Story.self, "papers.json")
        let (months, closure) = (story.papers, story.closure)
        var deeds = [ExampleDeed(.inBritain(Day(2026, 5, 26) ?? months[0].to, hour: 9)) { desk in try await callMeetings(months.filter { $0.board == nil }.map(\.meeting), desk) }]
        deeds.append(ExampleDeed(.inBritain(closure.to, hour: 16)) { desk in try await write(closure, desk) })
        deeds.append(ExampleDeed(.inBritain(closure.issued, hour: 10)) { desk in try await issue(closure.reference, desk) })
        for month in months {
            let reference = reference(month.board ?? ExamplePapers.leadership, month.meeting)
            deeds.append(ExampleDeed(.inBritain(month.to.adding(days: 3), hour: 10)) { desk in try await write(month, desk) })
            deeds.append(ExampleDeed(.inBritain(month.to.adding(days: 6), hour: 15)) { desk in try await issue(reference, desk) })
            deeds.append(ExampleDeed(.inBritain(month.to.adding(days: 6), hour: 16)) { desk in try await putOnAgenda(month, desk) })
            deeds.append(ExampleDeed(.inBritain(month.meeting, hour: 17)) { desk in try await decide(month, desk) })
        }
        if let day = Day(2026, 11, 6) { deeds.append(ExampleDeed(.inBritain(day, hour: 11)) { desk in try await beginDraft(desk) }) }
        if let day = Day(2026, 11, 13) { deeds.append(ExampleDeed(.inBritain(day, hour: 9)) { desk in try await look(desk) }) }
        return deeds
    }

    private let papers = Papers(sources: paperSources)

    private func callMeetings(_ days: [Day], _ desk: Desk) async throws {
        try await desk.write(by: manager) { work in
            let board = try work.session.board("service-leadership-team")
            for day in days {
                try Boards(naming: naming).call(NewMeeting(
                    on: day, title: "\(Day.months[day.parts.month - 1]) meeting \(day.parts.year)", location: "Headquarters, Fennmoor Room", startsAt: ClockTime(rawValue: "09:30")), of: board, work)
            }
        }
    }

    private static let leadership = "service-leadership-team"

    private func new(
        _ to: Day, board: String = leadership, meeting: Day, next: Day?, title: String, from: Day? = nil, covers: [String]? = nil, _ session: Session
    ) throws -> NewPaper {
        let own = try session.board(board)
        return NewPaper(
            reference: Reference(checking: reference(board, meeting)), title: title, board: own.subject,
            meeting: try session.first(Meeting.self, "WHERE board = \(own.id) AND held_on = \(meeting)")?.subject,
            covers: try (covers ?? ["peer-review-response", ExampleCulture.reference]).map { try session.plan($0).subject },
            from: from ?? to.adding(days: 1).adding(months: -1).adding(days: -1), to: to, next: next)
    }

    private func reference(_ board: String, _ meeting: Day) -> String {
        "\(board == ExamplePapers.leadership ? "leadership" : "performance")-\(meeting.iso.prefix(7))"
    }

    private func write(_ month: Story.Month, _ desk: Desk) async throws {
        try await desk.write(by: manager) { work in
            let paper = try papers.begin(new(
                month.to, board: month.board ?? ExamplePapers.leadership, meeting: month.meeting, next: month.next, title: month.title, from: month.from, covers: month.covers,
                work.session), work)
            try say(month.words, in: paper, work)
        }
    }

    /// What the closing of a plan left behind, for the board that holds the Service to it.
    private func write(_ closure: Story.Closure, _ desk: Desk) async throws {
        try await desk.write(by: manager) { work in
            let (board, plan) = (try work.session.board(closure.board), try work.session.plan(closure.plan))
            let covered = try work.session.all(PlanClosure.self, "WHERE plan = \(plan.id) ORDER BY id DESC").prefix(1)
            let paper = try papers.begin(NewPaper(
                reference: Reference(checking: closure.reference), title: closure.title, board: board.subject,
                meeting: work.session.first(Meeting.self, "WHERE board = \(board.id) AND held_on = \(closure.meeting)")?.subject,
                covers: covered.map(\.subject), from: closure.from, to: closure.to), work)
            try say(closure.words, in: paper, work)
        }
    }

    /// Writes the author's words under the headings that begin so, and leaves out what the template leaves to an author who had nothing to say.
    private func say(_ words: [String: String], in paper: Paper, _ work: Work) throws {
        for section in try work.session.facts(of: paper).sections {
            let own = words.first { section.heading.lowercased().hasPrefix($0.key.replacing("-", with: " ")) }?.value
            guard own != nil || !section.standing.isEmpty else { continue }
            try papers.write(NewSection(heading: section.heading, words: own, isLeftOut: own == nil), in: section, of: paper, work)
        }
    }

    /// By somebody else than its author, as the policy has it.
    private func issue(_ reference: String, _ desk: Desk) async throws {
        let chair = try await desk.read { session in try Parties(session).named("S. Marchetti") }
        let actor = Actor(person: chair?.id.number, name: chair?.name ?? "", roles: [.approver])
        let prepared = try await papers.prepare(reference, base: address, by: actor, on: desk)
        try await desk.write(by: actor) { work in try papers.issue(work.session.paper(reference), prepared, seen: true, work) }
    }

    /// The paper, its board and the meeting that receives it.
    private func place(_ month: Story.Month, _ session: Session) throws -> (Paper, Board, Meeting)? {
        let board = try session.board(month.board ?? ExamplePapers.leadership)
        return try session.first(Meeting.self, "WHERE board = \(board.id) AND held_on = \(month.meeting)").map {
            (try session.paper(reference(board.reference.text, month.meeting)), board, $0)
        }
    }

    private func putOnAgenda(_ month: Story.Month, _ desk: Desk) async throws {
        try await desk.write(by: manager) { work in
            guard let (paper, board, meeting) = try place(month, work.session) else { return }
            try Boards(naming: naming).add(NewAgendaItem(title: paper.title, presenter: "Head of Improvement", about: [paper.subject]), to: meeting, of: board, work)
        }
    }

    private func decide(_ month: Story.Month, _ desk: Desk) async throws {
        try await desk.write(by: manager) { work in
            guard let (paper, board, meeting) = try place(month, work.session) else { return }
            let item = try work.session.all(AgendaItem.self, "WHERE meeting = \(meeting.id) ORDER BY place, id").first { $0.about.contains(paper.subject) }
            let decided = month.decision
            try Boards(naming: naming).record(NewDecision(
                item: item?.id, outcome: decided.outcome, words: decided.words, conditions: decided.conditions, conditionsDue: decided.due,
                about: [paper.subject] + paper.covers), of: meeting, of: board, work)
        }
    }

    /// Whoever keeps the plans sits with the leadership team, and reads what is before it.
    private func look(_ desk: Desk) async throws {
        guard let person = manager.person else { return }
        try await desk.write(by: manager) { work in _ = try BoardRooms().look(NewLook(), by: ID(person), work) }
    }

    /// The paper for December, with words that the records don't bear out.
    private func beginDraft(_ desk: Desk) async throws {
        try await desk.write(by: manager) { work in
            let (to, meeting) = (Day(2026, 11, 20) ?? work.today, Day(2026, 12, 10) ?? work.today)
            let paper = try papers.begin(new(to, meeting: meeting, next: nil, title: "Progress of the improvement plans, December meeting", work.session), work)
            let sections = try work.session.facts(of: paper).sections
            let culture = try work.session.plan(ExampleCulture.reference).subject
            guard let section = sections.first(where: { $0.about == culture && $0.content == .updates }) else { return }
            try papers.write(NewSection(heading: section.heading, words: """
                Four webinars on neurodiversity have taken place, and 62 crew and watch managers have begun the leadership programme. Six cohorts have begun and four have finished.

                Still to come before the plan ends:

                - Training in speaking up, which has reached seven of 32 watches.
                - A record of agreed adjustments for everybody who wants one; 40 people have theirs.
                """), in: section, of: paper, work)
        }
    }
}
